import { describe, expect, it } from 'vitest';
import { run, type DatabaseNode, type Scenario } from '#sim-core';
import { fanOutExponentialSecondsMean, movedKeyRatio } from '#theory';
import { deterministic, exponential, poissonUsers, scenarioOf } from '../small-scenarios.ts';
import { databaseIn, writing } from './small-databases.ts';

const readers = (ratePerSecond: number, skew: number, keys = 1000): Scenario['nodes'][string] => ({
  ...poissonUsers(ratePerSecond, 'database'),
  classes: { read: { share: 1 } },
  keys: skew === 0 ? { kind: 'uniform', keys } : { kind: 'zipf', keys, skew },
});

const sharded = (count: number, rest: Partial<DatabaseNode> = {}): DatabaseNode => ({
  kind: 'database',
  readTime: exponential(0.01),
  shards: { count, placement: { kind: 'consistent-hash' } },
  ...rest,
});

describe('shards', () => {
  it('share the load, unless keys are skewed: then the hottest caps the whole', () => {
    const at = (ratePerSecond: number, skew: number) =>
      databaseIn(run(scenarioOf(100, { users: readers(ratePerSecond, skew), database: sharded(8) })));
    expect(at(400, 0).hottestShardRatio).toBeLessThan(0.2);
    expect(at(400, 0).throughputPerSecond).toBeGreaterThan(390);
    const hot = at(400, 1.5);
    expect(hot.hottestShardRatio).toBeGreaterThan(0.35);
    // The hot shard serves 100 a second, all that it can; the others wait for nobody …
    expect(Math.max(...hot.instances.map(({ utilisation }) => utilisation))).toBeGreaterThan(0.99);
    expect(Math.abs(hot.throughputPerSecond - 100 - 400 * (1 - hot.hottestShardRatio!))).toBeLessThan(15);
    // … but whoever asks them all does: its workers end up at the hot shard.
    const behind = databaseIn(
      run(
        scenarioOf(100, {
          users: { ...readers(400, 1.5), target: 'api' } as Scenario['nodes'][string],
          api: { kind: 'service', workers: 50, queueLimit: 50, plan: [{ call: 'database' }] },
          database: sharded(8),
        }),
      ),
    );
    expect(behind.throughputPerSecond * behind.hottestShardRatio!).toBeLessThan(102);
    expect(behind.throughputPerSecond).toBeLessThan(0.7 * 400);
  });

  it.each(['range', 'hash', 'jump', 'maglev', 'consistent-hash'] as const)('may be placed by %s', (kind) => {
    const placement = kind === 'range' ? { kind, keys: 1000 } : { kind };
    const database = sharded(4, { shards: { count: 4, placement } });
    const { instances } = databaseIn(run(scenarioOf(50, { users: readers(200, 0), database })));
    for (const { arrived } of instances) expect(Math.abs(arrived / 10_000 - 0.25)).toBeLessThan(0.06);
  });

  it('may be placed by country, the default shard for those who have none', () => {
    const placement = { kind: 'by-country', shardByRegion: { egypt: 0 }, defaultShard: 1 } as const;
    const database = sharded(2, { shards: { count: 2, placement } });
    const people = { ...readers(100, 0), regions: { egypt: 3, arabia: 1 } } as Scenario['nodes'][string];
    const regions = { arabia: { latitude: 25, longitude: 47 }, egypt: { latitude: 30, longitude: 31 } };
    const { instances } = databaseIn(run(scenarioOf(50, { users: people, database }, { regions })));
    expect(Math.abs(instances[0]!.arrived / 5000 - 0.75)).toBeLessThan(0.04);
    expect(Math.abs(instances[1]!.arrived / 5000 - 0.25)).toBeLessThan(0.04);
  });
});

describe('a query that asks all shards', () => {
  it('pays the slowest: 1 + 1/2 + … + 1/n of a single one', () => {
    for (const count of [1, 4, 16]) {
      const database = sharded(count, { scatter: ['read'] });
      const scenario = scenarioOf(20_000, { users: readers(0.5, 0), database });
      const { latencySecondsMean } = run(scenario).overall;
      expect(latencySecondsMean! / fanOutExponentialSecondsMean(0.01, count)).toBeCloseTo(1, 1);
      expect(Math.abs(latencySecondsMean! / fanOutExponentialSecondsMean(0.01, count) - 1)).toBeLessThan(
        0.04,
      );
    }
  });

  it('fails when one of them does, and works in the queues of all', () => {
    const result = run(
      scenarioOf(
        20,
        { users: readers(20, 0), database: sharded(4, { scatter: ['read'] }) },
        { faults: { crash: { kind: 'crash', node: 'database', instance: 3, atSeconds: 10 } } },
      ),
    );
    expect(result.failures[0]).toMatchObject({ node: 'database', cause: 'refused' });
    const { instances, arrived } = databaseIn(result);
    expect(instances[0]!.arrived).toBe(arrived);
    expect(result.overall.served + result.overall.failed).toBe(arrived);
  });
});

describe('resharding', () => {
  const resharded = (kind: 'consistent-hash' | 'hash' | 'jump', keysPerSecond = 500): Scenario =>
    scenarioOf(
      100,
      {
        users: {
          ...readers(100, 0, 10_000),
          classes: { read: { share: 4 }, write: { share: 1 } },
        } as Scenario['nodes'][string],
        database: sharded(4, {
          readTime: deterministic(0.001),
          shards: { count: 4, placement: { kind } },
          resharding: { atSeconds: 20, count: 5, keysPerSecond },
        }),
      },
      writing,
    );

  it('moves the share of the keys that theory gives', () => {
    const moved = (kind: 'consistent-hash' | 'hash' | 'jump'): number =>
      databaseIn(run(resharded(kind))).movedRatio!;
    expect(Math.abs(moved('jump') - movedKeyRatio(4, 'consistent'))).toBeLessThan(0.015);
    expect(Math.abs(moved('hash') - movedKeyRatio(4, 'modulo'))).toBeLessThan(0.015);
    // 100 points a shard: a tenth of its part more or less.
    expect(Math.abs(moved('consistent-hash') - 0.2)).toBeLessThan(0.06);
  });

  it('loads the shards with reads and writes of its own, and brings the new one its part', () => {
    const result = run(resharded('jump'));
    const { instances, staleRatio, arrived } = databaseIn(result);
    // Some 2,000 keys are read from the four and written to the fifth.
    const visits = instances.reduce((sum, each) => sum + each.arrived, 0);
    expect(visits - arrived).toBe(Math.round(databaseIn(result).movedRatio! * 10_000) * 2);
    expect(instances[4]!.arrived).toBeGreaterThan(2000 + 1000);
    expect(staleRatio).toBe(0);
    expect(result.overall.failed).toBe(0);
  });

  it('is as far as it got when the run ends', () => {
    expect(databaseIn(run(resharded('jump', 10))).movedRatio).toBeCloseTo(0.08, 2);
  });
});
