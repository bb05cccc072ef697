import { loadBalancer } from './nodes/load-balancer.ts';
import type { NodeKindDefinition } from './nodes/node-kind.ts';
import { service } from './nodes/service.ts';
import { users } from './nodes/users.ts';
import { type NodeKindPart, part, type Parts } from './parts.ts';
import type { Fault, NodeKind, ScenarioNode } from './scenario.ts';

/** The kinds that every simulation knows. */
export type CoreKind = 'users' | 'load-balancer' | 'service';

/** What has to be known of a kind of node even where no node is of it. */
interface NodeKindFacts {
  /** Faults that can strike it. */
  readonly faults: readonly Fault['kind'][];
  /** The part of the simulation that knows the rest. */
  readonly part?: keyof Parts;
}

const everyFaultOfMachines: readonly Fault['kind'][] = ['crash', 'slow-down', 'random-failures'];
const everyFaultOfOthers: readonly Fault['kind'][] = ['outage', 'random-failures'];

/** Adding a kind of node is a line here, one in `ScenarioNode`, a file in nodes/ and a line in a part. */
export const nodeKinds: Readonly<Record<NodeKind, NodeKindFacts>> = {
  users: { faults: [] },
  cdn: { faults: everyFaultOfMachines, part: 'caching' },
  'load-balancer': { faults: ['crash', 'random-failures'] },
  service: { faults: everyFaultOfMachines },
  cache: { faults: everyFaultOfMachines, part: 'caching' },
  database: { faults: everyFaultOfMachines, part: 'database' },
  queue: { faults: ['crash', 'random-failures'], part: 'queue' },
  'external-api': { faults: everyFaultOfOthers, part: 'external-api' },
  'object-storage': { faults: everyFaultOfOthers, part: 'object-storage' },
};

/** Kinds of nodes that other nodes may call. */
export const answeringKinds = (Object.keys(nodeKinds) as NodeKind[]).filter((kind) => kind !== 'users');

const coreKinds: {
  readonly [Kind in CoreKind]: NodeKindDefinition<Extract<ScenarioNode, { kind: Kind }>>;
} = { users, 'load-balancer': loadBalancer, service };

/** What a part knows of a kind. */
export function partOfKind(kind: Exclude<NodeKind, CoreKind>): NodeKindPart<NodeKind> {
  const kinds = part(nodeKinds[kind].part!) as unknown as Readonly<Record<string, NodeKindPart<NodeKind>>>;
  return kinds[kind]!;
}

/** What is known of the kind of this node. */
export function kindOf<Node extends ScenarioNode>(node: Node): NodeKindDefinition<Node> {
  return definitionOf(node.kind) as unknown as NodeKindDefinition<Node>;
}

/** What is known of a kind of node. */
export function definitionOf(kind: NodeKind): NodeKindDefinition<ScenarioNode> {
  const definition: unknown = isCoreKind(kind) ? coreKinds[kind] : partOfKind(kind).definition;
  return definition as NodeKindDefinition<ScenarioNode>;
}

export function isCoreKind(kind: NodeKind): kind is CoreKind {
  return Object.hasOwn(coreKinds, kind);
}
