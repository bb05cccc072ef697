import type { Arrivals, Distribution, Scenario, ScenarioNode, UsersNode } from '#sim-core';

/** Scenarios by the name that their digest is printed under. */
export type NamedScenarios = Readonly<Record<string, Scenario>>;

/** One or more examples of each kind: a kind without any does not compile. */
export type ExamplesOf<T extends { readonly kind: string }> = {
  readonly [Kind in T['kind']]: readonly Extract<T, { readonly kind: Kind }>[];
};

/** Long enough for some thousand requests, short enough for an interpreter. */
const durationSeconds = 12;

/** A scenario of a few seconds. */
export function scenarioOf(
  nodes: Readonly<Record<string, ScenarioNode>>,
  rest: Partial<Scenario> = {},
): Scenario {
  return { version: 1, durationSeconds, nodes, ...rest };
}

/** Many clients of unequal zeal, who read more than they write. */
export function crowd(target: string, arrivals: Arrivals): UsersNode {
  return {
    kind: 'users',
    target,
    arrivals,
    classes: { read: { share: 3 }, write: { share: 1 } },
    clients: { count: 300, skew: 0.9 },
  };
}

/** Independent arrivals at this rate. */
export function poisson(ratePerSecond: number) {
  return { kind: 'poisson', ratePerSecond } as const satisfies Arrivals;
}

/** Memoryless times of this mean. */
export function exponential(meanSeconds: number) {
  return { kind: 'exponential', meanSeconds } as const satisfies Distribution;
}

/** `lognormal 1`, `lognormal 2` … for the examples of a kind, in their order. */
export function namedExamples<T extends { readonly kind: string }>(
  examples: ExamplesOf<T>,
): (readonly [name: string, example: T])[] {
  return Object.entries<readonly T[]>(examples).flatMap(([kind, ofKind]) =>
    ofKind.map((example, i) => [`${kind} ${i + 1}`, example] as const),
  );
}
