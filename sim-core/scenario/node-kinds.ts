import { cache } from './nodes/cache.ts';
import { cdn } from './nodes/cdn.ts';
import { database } from './nodes/database.ts';
import { externalApi } from './nodes/external-api.ts';
import { loadBalancer } from './nodes/load-balancer.ts';
import type { NodeKindDefinition } from './nodes/node-kind.ts';
import { objectStorage } from './nodes/object-storage.ts';
import { queue } from './nodes/queue.ts';
import { service } from './nodes/service.ts';
import { users } from './nodes/users.ts';
import type { NodeKind, ScenarioNode } from './scenario.ts';

/** Adding a kind of node is a file in nodes/, a line here, one in `ScenarioNode` and one in `build.ts`. */
export const nodeKinds: {
  readonly [Kind in NodeKind]: NodeKindDefinition<Extract<ScenarioNode, { kind: Kind }>>;
} = {
  users,
  cdn,
  'load-balancer': loadBalancer,
  service,
  cache,
  database,
  queue,
  'external-api': externalApi,
  'object-storage': objectStorage,
};

/** What is known of the kind of this node. */
export function kindOf<Node extends ScenarioNode>(node: Node): NodeKindDefinition<Node> {
  return nodeKinds[node.kind] as unknown as NodeKindDefinition<Node>;
}
