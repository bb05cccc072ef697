import { describe, expect, it } from 'vitest';
import { replicate, run, type DatabaseNode, type Distribution } from '#sim-core';
import { staleReadProbability } from '#theory';
import { deterministic, exponential, poissonUsers, scenarioOf, upTo } from '../small-scenarios.ts';
import { databaseIn, oneKey, writing } from './small-databases.ts';

const asynchronous = (lag: Distribution): Pick<DatabaseNode, 'replication'> => ({
  replication: { kind: 'asynchronous', lag, replay: false },
});

describe('a replica that lags', () => {
  it('answers with what it has, to the instant', () => {
    const scenario = oneKey(
      { writes: [10, 20], reads: [5, 10.5, 11.5, 20.5, 22] },
      { replicas: 1, readFrom: 'replicas', ...asynchronous(deterministic(1)) },
    );
    const metrics = databaseIn(run(scenario));
    expect(metrics).toMatchObject({ reads: 5, writes: 2, staleRatio: 2 / 5 });
    expect(metrics.replicationLagSecondsMean).toBe(1);
  });

  it.each([exponential(0.05), deterministic(0.05)])(
    'misses writes in the share that theory gives, whatever the distribution: %o',
    (lag) => {
      const scenario = scenarioOf(
        1000,
        {
          writers: { ...poissonUsers(10, 'database'), classes: { write: { share: 1 } } },
          readers: { ...poissonUsers(100, 'database'), classes: { read: { share: 1 } } },
          database: {
            kind: 'database',
            readTime: deterministic(0),
            replicas: 2,
            readFrom: 'replicas',
            ...asynchronous(lag),
          },
        },
        writing,
      );
      const interval = replicate(scenario, { replications: 10, seed: 3 }).interval(
        'nodes.database.staleRatio',
      )!;
      const expected = staleReadProbability(10, 0.05);
      expect(interval.low).toBeLessThan(expected + 0.004);
      expect(interval.high).toBeGreaterThan(expected - 0.004);
      expect(interval.halfWidth).toBeLessThan(0.01);
    },
  );

  it.each([0, 0.05, 0.1, 0.5])('is stale %s s after a write with probability e^(−t/d)', (after) => {
    // The ground truth's own case: a lag of 0.1 s on average, exponential; writes far apart.
    const writes = upTo(20_000).map((i) => 10 + 10 * i);
    const scenario = oneKey(
      { writes, reads: writes.map((at) => at + after + 1e-9) },
      { replicas: 1, readFrom: 'replicas', ...asynchronous(exponential(0.1)) },
      {},
      200_100,
    );
    expect(Math.abs(databaseIn(run(scenario)).staleRatio! - Math.exp(-after / 0.1))).toBeLessThan(0.01);
  });

  it('is not asked by who has just written, when they read their own writes', () => {
    const times = { writes: [10], reads: [10.5, 12] };
    const staleBy = (readFrom: DatabaseNode['readFrom']): number =>
      databaseIn(
        run(
          oneKey(times, {
            replicas: 1,
            readFrom: readFrom!,
            readYourWritesSeconds: 1,
            ...asynchronous(deterministic(5)),
          }),
        ),
      ).staleRatio!;
    expect(staleBy('replicas')).toBe(1);
    // The second read comes when the window is over.
    expect(staleBy('read-your-writes')).toBe(1 / 2);
    expect(staleBy('primary')).toBe(0);
  });

  it('works for each write as its primary did, unless told otherwise', () => {
    const work = (replay: boolean): readonly number[] =>
      databaseIn(
        run(
          oneKey(
            { writes: [1, 2, 3, 4], reads: [] },
            {
              replicas: 1,
              writeTime: deterministic(0.5),
              replication: { kind: 'asynchronous', lag: deterministic(0.1), replay },
            },
          ),
        ),
      ).instances.map(({ utilisation }) => Math.round(utilisation * 1e9) / 1e7);
    expect(work(false)).toEqual([2, 0]);
    expect(work(true)).toEqual([2, 2]);
  });
});

describe('a synchronous write', () => {
  const lag: Distribution = { kind: 'sequence', seconds: [1, 3] };
  const latency = (writeQuorum: number): number =>
    run(
      oneKey(
        { writes: [10], reads: [] },
        { replicas: 2, replication: { kind: 'synchronous', lag, writeQuorum } },
      ),
    ).overall.latencySecondsMaximum!;

  it('waits for so many replicas', () => {
    expect(latency(1)).toBe(1);
    expect(latency(2)).toBe(3);
  });

  it('that waits for all makes no read stale, and fails when one is down', () => {
    const scenario = oneKey(
      { writes: [10, 40], reads: [10.5, 11, 12, 13.5] },
      { replicas: 2, readFrom: 'replicas', replication: { kind: 'synchronous', lag } },
      { faults: { down: { kind: 'crash', node: 'database', instance: 3, atSeconds: 30 } } },
    );
    const result = run(scenario);
    expect(databaseIn(result).staleRatio).toBe(0);
    expect(result.failures).toEqual([{ node: 'database', cause: 'no-quorum', count: 1 }]);
  });
});

describe('quorums', () => {
  const stale = (readQuorum: number, writeQuorum: number): number =>
    databaseIn(
      run(
        scenarioOf(
          200,
          {
            writers: { ...poissonUsers(20, 'database'), classes: { write: { share: 1 } } },
            readers: { ...poissonUsers(100, 'database'), classes: { read: { share: 1 } } },
            database: {
              kind: 'database',
              readTime: deterministic(0),
              replicas: 2,
              readQuorum,
              replication: { kind: 'leaderless', writeQuorum, writeDelay: exponential(0.1) },
            },
          },
          writing,
        ),
      ),
    ).staleRatio!;

  it('that overlap never read anything old; others do', () => {
    expect(stale(2, 2)).toBe(0);
    expect(stale(1, 3)).toBe(0);
    expect(stale(3, 1)).toBe(0);
    expect(stale(1, 1)).toBeGreaterThan(stale(2, 1));
    expect(stale(1, 1)).toBeGreaterThan(stale(1, 2));
  });

  it('of reads from replicas of a primary find the primary when they ask all', () => {
    const share = (readQuorum: number): number =>
      databaseIn(
        run(
          oneKey(
            { writes: [10], reads: upTo(3000).map((i) => 11 + i / 1000) },
            { replicas: 2, readFrom: 'any', readQuorum, ...asynchronous(deterministic(50)) },
          ),
        ),
      ).staleRatio!;
    // C(2, R) / C(3, R): the primary is not among those asked.
    expect(Math.abs(share(1) - 2 / 3)).toBeLessThan(0.03);
    expect(Math.abs(share(2) - 1 / 3)).toBeLessThan(0.03);
    expect(share(3)).toBe(0);
  });
});

describe('probabilistically bounded staleness', () => {
  /** A body with a Pareto tail, and now and then a much longer time; milliseconds, as published. */
  const fit = (share: number, minimum: number, shape: number, mean: number): Distribution => ({
    kind: 'mixture',
    parts: [
      {
        probability: share,
        distribution: { kind: 'pareto', minimumSeconds: minimum / 1000, shape },
      },
      { probability: 1 - share, distribution: { kind: 'exponential', meanSeconds: mean / 1000 } },
    ],
  });
  const flash = fit(0.9122, 0.235, 10, 1 / 1.66);
  const writesOfYammer = fit(0.939, 3, 3.35, 1 / 0.0028);
  const othersOfYammer = fit(0.982, 1.5, 3.8, 1 / 0.0217);

  // Bailis et al., VLDB 2012: share of consistent reads right after a write is confirmed, when 99.9 %
  // are, and how long 99.9 % of the writes take at most, milliseconds; all as computed from the printed fits.
  it.each([
    ['flash disks at LinkedIn, R = 1', 1, flash, flash, 0.9736, 1.971, 0.6559],
    ['Yammer, R = 1', 1, writesOfYammer, othersOfYammer, 0.8872, 1457, 11.12],
    ['Yammer, R = 2', 2, writesOfYammer, othersOfYammer, 0.99, 218.7, 11.07],
  ])('is as published for %s', (_, readQuorum, writeDelay, otherDelay, atOnce, visible, writeP999) => {
    const database: Parameters<typeof oneKey>[1] = {
      replicas: 2,
      readQuorum,
      replication: {
        kind: 'leaderless',
        writeDelay,
        confirmDelay: otherDelay,
        readDelay: otherDelay,
        answerDelay: otherDelay,
      },
    };
    // Far enough apart for every message to get there.
    const writes = upTo(10_000).map((i) => 10 * (i + 1));
    // Reads draw from streams of their own, so each write is confirmed when it was without them.
    const alone = run(oneKey({ writes, reads: [] }, database, {}, 100_020), { traces: 10_000 });
    const confirmed = alone.traces.map(({ leaveSeconds }) => leaveSeconds!);
    const consistent = (afterSeconds: number): number => {
      const reads = confirmed.map((at) => at + afterSeconds + 1e-9);
      return 1 - databaseIn(run(oneKey({ writes, reads }, database, {}, 100_020))).staleRatio!;
    };
    expect(Math.abs(consistent(0) - atOnce)).toBeLessThan(0.012);
    expect(Math.abs(consistent(visible / 1000) - 0.999)).toBeLessThan(0.0012);
    expect(Math.abs(alone.overall.latencySecondsP999! / (writeP999 / 1000) - 1)).toBeLessThan(0.12);
  });
});
