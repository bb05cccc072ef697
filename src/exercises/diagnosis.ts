import type { LoadBalancerNode, Scenario } from '#sim-core';
import { machineName, theNode } from '../prose/sentence.ts';
import type { Sentence, SentencePart } from '../prose/sentence.ts';

/** Why an answer fails: the component at fault, and a few words that end in a question. */
export interface Diagnosis {
  /** Null where no single component is to blame. */
  readonly component: Component | null;
  readonly sentence: Sentence;
}

/** A node, or one of its machines. */
export interface Component {
  readonly node: string;
  /** Counted from 1; 0 is the node as a whole. */
  readonly instance: number;
}

/** What people call a component: 'the server', 'server 3'; with `upper` at the start of a sentence. */
export function nameOf(scenario: Scenario, { node, instance }: Component, upper = false): SentencePart {
  const name = instance > 0 ? machineName(scenario, node, instance, upper) : theNode(scenario, node, upper);
  return { ...name, strong: true };
}

/** The balancer in front of a service, if any. */
export function balancerOf(scenario: Scenario, service: string): LoadBalancerNode | null {
  for (const node of Object.values(scenario.nodes)) {
    if (node.kind === 'load-balancer' && node.targets.includes(service)) return node;
  }
  return null;
}
