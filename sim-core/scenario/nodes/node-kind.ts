import type { Check } from '../checks.ts';
import type { Prices, Scenario } from '../scenario.ts';

/** A node of a scenario whose shape is right, in its surroundings. */
export interface NodeInScenario<Node> {
  readonly scenario: Scenario;
  readonly id: string;
  readonly node: Node;
}

/** What the scenario format has to know of a kind of node. */
export interface NodeKindDefinition<Node> {
  /** What a valid node of this kind looks like by itself. */
  readonly shape: Check<Node>;
  /** Whether its answers may be outdated; default false. */
  readonly mayBeStale?: boolean;
  /** Machines that it has, of which faults may strike one. */
  machines(node: Node): number;
  /** Entries of caches that it has room for; none by default. */
  entries?(node: Node): number;
  /** Visits that one to it makes of its own machines at most, besides its calls; none by default. */
  inner?(node: Node): number;
  /** Throws a ScenarioError where it does not fit its surroundings. Its calls are checked elsewhere. */
  check?(here: NodeInScenario<Node>): void;
  /** What it costs a month, dollars. */
  dollarsPerMonth(node: Node, prices: Prices): number;
}
