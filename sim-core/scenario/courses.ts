import type { CallPolicy } from './call-policy.ts';
import type { CallStep, PlanStep } from './nodes/service.ts';
import type { NodeKind, ScenarioNode } from './scenario.ts';

/** Deliveries of a message before it is given up, where the scenario does not say. */
export const USUAL_DELIVERIES = 5;

/** A call that a node may make. */
export interface NodeCall {
  /** Where it is written, keys from the node down: `plan.1.call`. */
  readonly path: string;
  /** Id of the node called. */
  readonly target: string;
  /** How often one visit makes it, when it makes it and all goes well. */
  readonly times: number;
  /** Share of the visits that make it; default all. */
  readonly probability?: number | undefined;
  /** How often it is made at most where things go wrong, besides what its policy allows; default once. */
  readonly most?: number;
  readonly policy?: CallPolicy | undefined;
  /** Kinds that it may go to, where not any kind that answers will do. */
  readonly kinds?: readonly NodeKind[];
}

type Course = readonly NodeCall[];

/**
 * Courses that a visit to a node may take, each with the calls that it makes. Kept apart from
 * the rest that is known of a kind of node: a diagram needs nothing else.
 */
export function coursesOf(node: ScenarioNode): readonly Course[] {
  switch (node.kind) {
    case 'users':
    case 'cdn':
    case 'cache':
      return [[{ path: 'target', target: node.target, times: 1, policy: node.policy }]];
    case 'queue': {
      const { target, policy, maximumDeliveries = USUAL_DELIVERIES } = node;
      return [[{ path: 'target', target, times: 1, most: maximumDeliveries, policy }]];
    }
    case 'load-balancer':
      return node.targets.map((target, i) => [
        { path: `targets.${i}`, target, times: 1, kinds: ['service'] },
      ]);
    case 'service': {
      const { plan, classes = {} } = node;
      return [
        callsOf(plan, 'plan'),
        ...Object.entries(classes).map(([name, special]) => callsOf(special.plan, `classes.${name}.plan`)),
      ];
    }
    default:
      return [];
  }
}

/** The calls of one plan. */
function callsOf(plan: readonly PlanStep[] = [], path: string): NodeCall[] {
  const callOf = (step: CallStep, at: string): NodeCall => ({
    path: `${at}.call`,
    target: step.call,
    times: step.times ?? 1,
    probability: step.probability,
    policy: step.policy,
  });
  return plan.flatMap((step, i) => {
    if ('call' in step) return [callOf(step, `${path}.${i}`)];
    return 'parallel' in step
      ? step.parallel.map((each, k) => callOf(each, `${path}.${i}.parallel.${k}`))
      : [];
  });
}
