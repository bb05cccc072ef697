import { describe, expect, it } from 'vitest';
import { run, type DatabaseNode, type Fault, type RunResult } from '#sim-core';
import { deterministic, exponential, upTo } from '../small-scenarios.ts';
import { databaseIn, oneKey } from './small-databases.ts';

const crash = (instance: number, atSeconds: number, forSeconds?: number): Fault => ({
  kind: 'crash',
  node: 'database',
  instance,
  atSeconds,
  ...(forSeconds === undefined ? {} : { forSeconds }),
});

const everySecond = upTo(90).map((i) => i + 1.5);

function failover(
  database: Partial<DatabaseNode>,
  faults: Readonly<Record<string, Fault>> = { crash: crash(1, 20, 40) },
  reads: readonly number[] = [],
): RunResult {
  return run(
    oneKey(
      { writes: everySecond, reads },
      {
        replicas: 2,
        replication: { kind: 'asynchronous', lag: deterministic(2.6) },
        failoverSeconds: 10,
        ...database,
      },
      { faults },
    ),
  );
}

describe('the crash of a primary', () => {
  it('fails writes until a replica takes over, and loses just those that it had not got', () => {
    const result = failover({});
    // Written at 17.5, 18.5 and 19.5, on their way for 2.6 s.
    expect(databaseIn(result)).toMatchObject({
      writesLost: 3,
      failovers: 1,
      writes: 90,
      served: 80,
      failed: 10,
    });
    expect(result.failures).toEqual([{ node: 'database', cause: 'no-primary', count: 10 }]);
    expect(result.events).toEqual([
      { atSeconds: 20, kind: 'crash', node: 'database', instance: 1 },
      { atSeconds: 30, kind: 'failover', node: 'database', instance: 2 },
      { atSeconds: 60, kind: 'restart', node: 'database', instance: 1 },
    ]);
  });

  it('loses nothing when all replicas confirm each write', () => {
    const result = failover({
      replication: { kind: 'synchronous', lag: deterministic(2.6), writeQuorum: 2 },
    });
    expect(databaseIn(result)).toMatchObject({ writesLost: 0, failovers: 1 });
    // Three were waiting for their replicas; nobody was told that they are kept. While one copy is
    // down two confirmations are not to be had.
    expect(result.failures).toEqual([
      { node: 'database', cause: 'no-quorum', count: 27 },
      { node: 'database', cause: 'no-primary', count: 10 },
      { node: 'database', cause: 'crashed', count: 3 },
    ]);
  });

  it('that ends before a replica takes over loses nothing', () => {
    const result = failover({}, { crash: crash(1, 20, 5) }, [40.4]);
    expect(databaseIn(result)).toMatchObject({ writesLost: 0, failovers: 0, failed: 5 });
    expect(result.events.map(({ kind }) => kind)).toEqual(['crash', 'restart']);
  });

  it('lets the replica take over that has most, and not one that was down itself', () => {
    const result = failover({}, { replica: crash(2, 15, 7), crash: crash(1, 20) });
    expect(result.events.find(({ kind }) => kind === 'failover')).toMatchObject({ instance: 3 });
    expect(databaseIn(result).writesLost).toBe(3);
  });

  it('without replicas lasts until it is back', () => {
    const result = run(
      oneKey({ writes: everySecond, reads: [25] }, {}, { faults: { crash: crash(1, 20, 40) } }),
    );
    expect(result.failures).toEqual([
      { node: 'database', cause: 'no-primary', count: 40 },
      { node: 'database', cause: 'refused', count: 1 },
    ]);
    expect(result.events.map(({ kind }) => kind)).toEqual(['crash', 'restart']);
  });

  it('makes it a replica of the one that took over, which a second crash brings down in turn', () => {
    const result = failover({}, { one: crash(1, 20, 15), two: crash(2, 50) });
    expect(result.events.filter(({ kind }) => kind === 'failover')).toEqual([
      { atSeconds: 30, kind: 'failover', node: 'database', instance: 2 },
      { atSeconds: 60, kind: 'failover', node: 'database', instance: 1 },
    ]);
    expect(databaseIn(result)).toMatchObject({ writesLost: 6, failed: 20 });
  });

  it('leaves reads from replicas alone, and what is lost is no longer missed', () => {
    const reads = [21, 31, 40, 45];
    const result = failover(
      { readFrom: 'replicas', replication: { kind: 'asynchronous', lag: deterministic(0.1) } },
      undefined,
      reads,
    );
    expect(databaseIn(result)).toMatchObject({ writesLost: 0, staleRatio: 0, reads: 4 });
    expect(result.overall.failed).toBe(10);
  });

  it('fails what the server held, its disk included', () => {
    const result = run(
      oneKey(
        { writes: [10, 11], reads: [10.5, 30] },
        { disk: { readTime: deterministic(5) }, connections: 2, bufferPool: { keys: 10 } },
        { faults: { crash: crash(1, 12, 10) } },
      ),
    );
    // The first write brought its key into memory, where a read found it at once; a restart begins with nothing there.
    expect(result.failures).toEqual([{ node: 'database', cause: 'crashed', count: 2 }]);
    expect(databaseIn(result)).toMatchObject({
      served: 2,
      bufferPoolHitRatio: 0.5,
      latencySecondsMean: 2.5,
      diskUtilisation: 0.07,
    });
  });
});

describe('a synchronous write', () => {
  it('is lost at a failover only when the wrong replica had confirmed it', () => {
    const lost = (writeQuorum: number): number =>
      databaseIn(
        failover({ replication: { kind: 'synchronous', lag: exponential(3), writeQuorum, replay: false } }),
      ).writesLost;
    expect(lost(2)).toBe(0);
    expect(lost(1)).toBeLessThanOrEqual(4);
  });
});
