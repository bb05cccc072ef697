import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { always } from '../always.ts';
import { compare, run, type BalancingPolicy, type RequestTrace, type Scenario } from '#sim-core';
import { exponential, scenarioOf } from '../small-scenarios.ts';

const policies: readonly BalancingPolicy[] = [
  { kind: 'random' },
  { kind: 'round-robin' },
  { kind: 'weighted', weights: [3, 1] },
  { kind: 'least-connections' },
  { kind: 'power-of-d-choices' },
  { kind: 'least-latency' },
  { kind: 'sticky' },
];

describe('another policy', () => {
  it('finds the same requests, at the same times, with the same work, refused or not', () => {
    const seed = fc.integer({ min: 0, max: 4_294_967_295 });
    always(
      fc.property(seed, fc.constantFrom(...policies), fc.constantFrom(...policies), (chosen, a, b) => {
        const before = run(farm(a), { seed: chosen, traces: 10_000 });
        const after = run(farm(b), { seed: chosen, traces: 10_000 });
        expect(after.traces.map(whatCame)).toEqual(before.traces.map(whatCame));
        const works = after.traces.map(workOf);
        before.traces.map(workOf).forEach((work, i) => {
          if (work !== null && works[i] !== null) expect(work).toBeCloseTo(works[i]!, 9);
        });
        expect(before.overall.failed + after.overall.failed).toBeGreaterThan(0);
      }),
      12,
    );
  });
});

describe('another number of machines', () => {
  it('finds the same requests too', () => {
    const [few, many] = [3, 8].map((instances) =>
      run(farm({ kind: 'random' }, instances), { traces: 10_000 }),
    );
    expect(many!.traces.map(whatCame)).toEqual(few!.traces.map(whatCame));
  });
});

describe('a new node', () => {
  it('leaves the luck of the others as it was', () => {
    const scenario = farm({ kind: 'random' });
    const { users } = scenario.nodes;
    const more = scenarioOf(scenario.durationSeconds, {
      first: { ...users, target: 'other' } as typeof users & object,
      other: { kind: 'service', serviceTime: exponential(0.01) },
      ...scenario.nodes,
    });
    const before = run(scenario).nodes;
    const after = run(more).nodes;
    for (const id of ['users', 'balancer', 'web']) expect(after[id]).toEqual(before[id]);
  });
});

describe('compare', () => {
  it('says the difference more exactly than two runs apart would', () => {
    const [a, b] = [farm({ kind: 'least-connections' }), farm({ kind: 'round-robin' })];
    const options = { replications: 10, seed: 3 };
    const paired = compare(a, b, options);
    const difference = paired.difference('overall.latencySecondsMean')!;
    const apart = paired.a.interval('overall.latencySecondsMean')!.halfWidth;
    const [meanOfA, meanOfB] = [paired.a, paired.b].map(
      (r) => r.interval('overall.latencySecondsMean')!.mean,
    );
    expect(difference.mean).toBeCloseTo(meanOfB! - meanOfA!, 12);
    expect(difference.count).toBe(10);
    expect(difference.halfWidth).toBeLessThan(apart);
  });
});

function farm(policy: BalancingPolicy, instances = 3): Scenario {
  return scenarioOf(12, {
    users: {
      kind: 'users',
      target: 'balancer',
      arrivals: { kind: 'poisson', ratePerSecond: 60 },
      classes: { page: { share: 3 }, search: { share: 1 } },
      clients: { count: 50, skew: 1 },
    },
    balancer: { kind: 'load-balancer', targets: ['web'], policy },
    web: {
      kind: 'service',
      instances,
      queueLimit: 2,
      serviceTime: { kind: 'lognormal', meanSeconds: 0.05, coefficientOfVariation: 1 },
      classes: { search: { serviceTime: exponential(0.1) } },
    },
  });
}

function whatCame({ arriveSeconds, requestClass, client }: RequestTrace): unknown[] {
  return [arriveSeconds, requestClass, client];
}

/** Seconds of service that a request got; null when it was refused or is not done. */
function workOf({ spans }: RequestTrace): number | null {
  const visit = spans.at(-1)!;
  return visit.outcome === 'served' ? visit.leaveSeconds! - visit.startSeconds! : null;
}
