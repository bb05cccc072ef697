import { describe, expect, it } from 'vitest';
import { type Contention, run, type ScenarioNode, type ServiceMetrics } from '#sim-core';
import { amdahlSpeedup, uslThroughputPerSecond } from '../../theory/index.ts';
import {
  deterministic,
  exponential,
  poissonUsers,
  scenarioOf,
  serviceIn,
  usersAt,
  visitsTo,
} from '../small-scenarios.ts';

describe('a disk', () => {
  it('works beside the cores, one piece of work a channel', () => {
    const api = (disks?: number): ScenarioNode => ({
      kind: 'service',
      workers: 10,
      ...(disks === undefined ? {} : { disks }),
      plan: [{ work: deterministic(1) }, { work: deterministic(2), on: 'disk' }],
    });
    const leaves = (disks?: number) =>
      visitsTo(scenarioOf(20, { users: usersAt([0, 0, 0], 'api'), api: api(disks) }), 'api').map(
        ({ leaveSeconds }) => leaveSeconds,
      );
    expect(leaves()).toEqual([3, 5, 7]);
    expect(leaves(2)).toEqual([3, 4, 5]);
    expect(run(scenarioOf(20, { users: usersAt([0, 0, 0], 'api'), api: api() })).nodes.api).toMatchObject({
      diskUtilisation: 6 / 20,
      // From 2 to 3 one waits, from 3 to 5 one.
      diskQueueLengthMean: 3 / 20,
    });
  });

  it('is seen over time', () => {
    const api: ScenarioNode = {
      kind: 'service',
      workers: 10,
      plan: [{ work: deterministic(2), on: 'disk' }],
    };
    const nodes = { users: usersAt([0, 0, 5], 'api'), api };
    const options = { details: true, seriesBuckets: 4 };
    expect(run(scenarioOf(12, nodes), options).series.nodes.api?.diskUtilisation).toEqual([
      1,
      2 / 3,
      1 / 3,
      0,
    ]);
    expect(run(scenarioOf(12, nodes)).series.nodes.api).not.toHaveProperty('diskUtilisation');
  });

  it('forgets what it did when its machine goes down', () => {
    const api: ScenarioNode = {
      kind: 'service',
      workers: 10,
      diskSpeed: 2,
      plan: [{ work: deterministic(2), on: 'disk' }],
    };
    const result = run(
      scenarioOf(
        20,
        { users: usersAt([0, 0, 5], 'api'), api },
        { faults: { crash: { kind: 'crash', node: 'api', atSeconds: 0.5, forSeconds: 1 } } },
      ),
      { traces: 10 },
    );
    expect(result.traces.map(({ leaveSeconds }) => leaveSeconds)).toEqual([0.5, 0.5, 6]);
    expect(result.nodes.api).toMatchObject({ diskUtilisation: 1.5 / 20 });
  });
});

describe('the bottleneck', () => {
  const metrics = (rest: object): ServiceMetrics & { failed: number } =>
    serviceIn(
      run(
        scenarioOf(
          400,
          {
            users: poissonUsers(50, 'api'),
            api: {
              kind: 'service',
              workers: 60,
              queueLimit: 50,
              plan: [{ work: exponential(0.03) }, { work: exponential(0.025), on: 'disk' }],
              memoryMegabytes: 2000,
              memoryMegabytesPerRequest: 20,
              ...rest,
            },
          },
          { warmUpSeconds: 40 },
        ),
      ),
      'api',
    );

  it('moves from the cores to the disk to the memory as each is upgraded', () => {
    const small = metrics({});
    expect(small.utilisation).toBeGreaterThan(0.98);
    expect(small.diskUtilisation).toBeLessThan(0.9);
    const moreCores = metrics({ cores: 4 });
    expect(moreCores.diskUtilisation).toBeGreaterThan(0.98);
    expect(moreCores.utilisation).toBeLessThan(0.5);
    const moreDisks = metrics({ cores: 4, disks: 4 });
    expect(moreDisks.diskUtilisation).toBeLessThan(0.4);
    expect(moreDisks.failed).toBe(0);
    const lessMemory = metrics({ cores: 4, disks: 4, memoryMegabytes: 60 });
    expect(lessMemory.failed / lessMemory.arrived).toBeGreaterThan(0.1);
    expect(lessMemory.memoryUtilisation).toBeGreaterThan(0.6);
    // What is not the bottleneck changes nothing: the memory was enough.
    expect(metrics({ cores: 4, disks: 4, memoryMegabytes: 4000 }).latencySecondsMean).toBe(
      moreDisks.latencySecondsMean,
    );
  });
});

describe('contention', () => {
  /** With so many who ask, and nobody who waits, a core that is free is busy again within a millisecond. */
  const saturated = (cores: number, contention: Contention): number =>
    run(
      scenarioOf(
        40,
        {
          users: { kind: 'users', target: 'api', arrivals: { kind: 'constant', ratePerSecond: 2000 } },
          api: { kind: 'service', cores, queueLimit: 0, contention, serviceTime: deterministic(0.1) },
        },
        { warmUpSeconds: 10 },
      ),
    ).overall.throughputPerSecond;

  it.each([1, 2, 4, 6, 8, 10])('makes %d busy cores do what the Universal Scalability Law says', (cores) => {
    const law = { contentionRatio: 0.02, coherencyRatio: 0.02 };
    const expected = uslThroughputPerSecond({ ...law, throughputPerSecondOfOne: 10 }, cores);
    expect(Math.abs(saturated(cores, law) / expected - 1)).toBeLessThan(0.02);
  });

  it.each([1, 8])('without a coherency cost is Amdahl’s law: %d cores', (cores) => {
    const throughput = saturated(cores, { contentionRatio: 0.05 });
    expect(Math.abs(throughput / (10 * amdahlSpeedup(0.05, cores)) - 1)).toBeLessThan(0.02);
  });
});
