import { describe, expect, it } from 'vitest';
import { type Deployment, run, type RunResult, type Scenario } from '#sim-core';
import {
  deterministic,
  exponential,
  poissonUsers,
  scenarioOf,
  serviceIn,
  upTo,
  usersAt,
} from '../small-scenarios.ts';

/** Ten requests a second that take half a second each, over four machines. */
const deployed = (deployment: Omit<Deployment, 'atSeconds'>, rest = {}): Scenario =>
  scenarioOf(100, {
    users: usersAt(
      upTo(900).map((i) => i / 10 + 0.05),
      'balancer',
    ),
    balancer: { kind: 'load-balancer', targets: ['api'], policy: { kind: 'round-robin' } },
    api: {
      kind: 'service',
      instances: 4,
      cores: 4,
      serviceTime: deterministic(0.5),
      deployments: { release: { atSeconds: 20, ...deployment } },
      ...rest,
    },
  });
const causes = ({ failures }: RunResult): object =>
  Object.fromEntries(failures.map(({ cause, count }) => [cause, count]));
const steps = ({ events }: RunResult): [number, string, number][] =>
  events.map(({ atSeconds, kind, instance }) => [atSeconds, kind, instance]);

describe('a deployment', () => {
  it('with a big bang loses what is under way and all that comes while the machines start', () => {
    const result = run(deployed({ strategy: 'big-bang', startUpSeconds: 5 }));
    // Half a second of requests is under way; 50 come in the five seconds.
    expect(causes(result)).toEqual({ crashed: 5, 'no-healthy-target': 50 });
    expect(steps(result)).toEqual([
      [20, 'deploy-start', 0],
      ...upTo(4).map((i) => [25, 'deploy-step', i + 1]),
      [25, 'deploy-end', 0],
    ]);
    const drained = run(deployed({ strategy: 'big-bang', startUpSeconds: 5, drainSeconds: 2 }));
    expect(Object.keys(causes(drained))).toEqual(['no-healthy-target']);
  });

  it('that rolls loses what each machine has when it stops, and nothing if it may finish', () => {
    const hard = run(deployed({ strategy: 'rolling', startUpSeconds: 2 }));
    expect(Object.keys(causes(hard))).toEqual(['crashed']);
    expect(hard.overall.failed).toBeGreaterThanOrEqual(4);
    expect(hard.overall.failed).toBeLessThanOrEqual(8);
    expect(steps(hard).at(-1)).toEqual([28, 'deploy-end', 0]);
    const soft = run(deployed({ strategy: 'rolling', startUpSeconds: 2, drainSeconds: 1 }));
    expect(soft.overall.failed).toBe(0);
    expect(run(deployed({ strategy: 'rolling', startUpSeconds: 2, batch: 2 })).events.at(-1)!.atSeconds).toBe(
      24,
    );
  });

  it('beside the old machines loses nothing and costs twice the machines for a while', () => {
    const result = run(
      deployed({ strategy: 'blue-green', startUpSeconds: 5, bakeSeconds: 10, drainSeconds: 2 }),
    );
    expect(result.overall.failed).toBe(0);
    expect(steps(result)).toEqual([
      [20, 'deploy-start', 0],
      ...upTo(4).map((i) => [25, 'deploy-step', i + 5]),
      [35, 'deploy-end', 0],
    ]);
    const api = serviceIn(result, 'api');
    expect(api.instancesMean).toBeCloseTo(4 + (4 * 15) / 100, 9);
    expect(api.instances[7]!.served).toBeGreaterThan(100);
  });

  it('waits for the one before it', () => {
    const slow = { atSeconds: 20, strategy: 'rolling', startUpSeconds: 5 } as const;
    const result = run(
      deployed({ strategy: 'rolling' }, { deployments: { one: slow, two: { ...slow, atSeconds: 22 } } }),
    );
    const starts = steps(result).filter(([, kind]) => kind === 'deploy-start');
    expect(starts.map(([at]) => at)).toEqual([20, 40]);
  });

  it('that is switched off changes no number', () => {
    const off = run(deployed({ strategy: 'big-bang', enabled: false }));
    expect(off.overall.failed).toBe(0);
    expect(off.events).toEqual([]);
  });
});

describe('a bad build', () => {
  const badBuild = { failureProbability: 1 };
  const hurt = (deployment: Omit<Deployment, 'atSeconds'>): RunResult =>
    run(deployed({ drainSeconds: 2, ...deployment, badBuild }));

  it('hurts everybody who comes after a big bang, and a share of the machines’ in the canary', () => {
    const all = hurt({ strategy: 'big-bang' });
    // What comes from the 20th second on, when the machines are empty again.
    expect((causes(all) as { 'bad-build': number })['bad-build']).toBeGreaterThan(680);
    const canary = hurt({ strategy: 'canary', canaryShare: 0.25, bakeSeconds: 1000 });
    expect((causes(canary) as { 'bad-build': number })['bad-build'] / 700).toBeCloseTo(0.25, 1);
    const half = hurt({ strategy: 'canary', canaryShare: 0.5, bakeSeconds: 1000 });
    expect((causes(half) as { 'bad-build': number })['bad-build'] / 700).toBeCloseTo(0.5, 1);
  });

  it('is rolled back at the end of a window with too many failures, and harms nobody from then on', () => {
    const rollback = { failureRatio: 0.05, windowSeconds: 5 };
    for (const strategy of ['big-bang', 'rolling', 'blue-green', 'canary'] as const) {
      const deployment = { strategy, rollback, bakeSeconds: 60, canaryShare: 0.25, startUpSeconds: 1 };
      const result = hurt(deployment);
      const at = result.events.find(({ kind }) => kind === 'rollback')!.atSeconds;
      const { bucketSeconds, nodes } = result.series;
      const later = nodes.users!.failedPerSecond.filter((_, i) => i * bucketSeconds > at + 4);
      expect(
        later.every((failed) => failed === 0),
        strategy,
      ).toBe(true);
      expect(result.events.at(-1)!.kind).toBe('deploy-end');
      expect(result.overall.failed).toBeLessThan(
        hurt({ ...deployment, rollback: undefined! }).overall.failed,
      );
    }
  });

  it('stays where more than all of its requests would have to fail', () => {
    const rollback = { failureRatio: 1, windowSeconds: 5 };
    const kept = hurt({ strategy: 'canary', rollback, bakeSeconds: 60, canaryShare: 0.25 });
    expect(kept.events.some(({ kind }) => kind === 'rollback')).toBe(false);
    const nearly = hurt({
      strategy: 'canary',
      rollback: { ...rollback, failureRatio: 0.999 },
      bakeSeconds: 60,
    });
    expect(nearly.events.some(({ kind }) => kind === 'rollback')).toBe(true);
  });

  it('may only be slower', () => {
    const slow = run(deployed({ strategy: 'big-bang', drainSeconds: 2, badBuild: { speed: 0.5 } }));
    expect(slow.overall.latencySecondsMaximum).toBeGreaterThanOrEqual(0.999);
    expect((causes(slow) as Record<string, number>)['bad-build']).toBeUndefined();
  });

  it('that works is kept', () => {
    const rollback = { failureRatio: 0.05, windowSeconds: 5 };
    const result = run(deployed({ strategy: 'canary', rollback, bakeSeconds: 20, drainSeconds: 2 }));
    expect(result.events.some(({ kind }) => kind === 'rollback')).toBe(false);
    expect(result.overall.failed).toBe(0);
  });
});

it('an autoscaler rests during a deployment, and goes on after it with the new build', () => {
  const result = run(
    scenarioOf(400, {
      users: poissonUsers(30, 'api'),
      api: {
        kind: 'service',
        instances: 3,
        serviceTime: exponential(0.1),
        autoscaling: { minimum: 1, maximum: 10, targetUtilisation: 0.5, intervalSeconds: 10 },
        deployments: {
          release: { atSeconds: 1, strategy: 'rolling', startUpSeconds: 20, badBuild: { speed: 0.5 } },
        },
      },
    }),
  );
  const end = result.events.find(({ kind }) => kind === 'deploy-end')!.atSeconds;
  expect(end).toBeCloseTo(61, 9);
  expect(
    result.events.filter(({ kind }) => kind === 'scale-out').every(({ atSeconds }) => atSeconds >= end),
  ).toBe(true);
  expect(serviceIn(result, 'api').instancesMean).toBeGreaterThan(7);
});
