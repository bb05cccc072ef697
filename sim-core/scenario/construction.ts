import type { RunningNode, System, Visitable } from '../kernel/system.ts';
import type { ServiceLog } from '../operations/service-log.ts';
import type { Network } from '../network/network.ts';
import type { CallPolicy } from './call-policy.ts';
import type { NodeKind, Scenario, ScenarioNode } from './scenario.ts';

/** What a node finds around it while the running system is made from a scenario. */
export interface Construction {
  readonly system: System;
  readonly scenario: Scenario;
  readonly seed: number;
  /** Index of a node. */
  indexOf(id: string): number;
  /** What lies between the nodes, and where they are. */
  readonly network: Network;
  /** The running node of that id, made first where need be; calls have no loops. */
  node(id: string): RunningNode;
  /** An index, for the failures of something that lies between nodes. */
  indexBetween(name: string): number;
  /** What the machines of this node write down; null when they write nothing. */
  logOf(id: string): ServiceLog | null;
  /** What one node calls to reach another: the other itself, or what lies between them. */
  route(from: string, to: string, policy?: CallPolicy): Visitable;
}

/** Makes the running node of one kind. */
export type NodeBuilder<Kind extends NodeKind> = (
  construction: Construction,
  id: string,
  node: Extract<ScenarioNode, { kind: Kind }>,
) => RunningNode;
