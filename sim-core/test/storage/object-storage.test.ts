import { describe, expect, it } from 'vitest';
import { run, type ObjectStorageMetrics, type ObjectStorageNode, type RunResult } from '#sim-core';
import { annualLossProbability } from '#theory';
import { deterministic, poissonUsers, scenarioOf, usersAt } from '../small-scenarios.ts';

const inStorage = (result: RunResult): ObjectStorageMetrics => result.nodes.storage as ObjectStorageMetrics;

function stored(node: Partial<ObjectStorageNode>, writes = false): RunResult {
  return run(
    scenarioOf(
      100,
      {
        users: { ...usersAt([1, 1, 1, 1.5, 3], 'storage'), classes: { object: { share: 1 } } },
        storage: { kind: 'object-storage', firstByteTime: deterministic(0.1), ...node },
      },
      { requestClasses: { object: { writes, requestBytes: 5_000_000, responseBytes: 20_000_000 } } },
    ),
  );
}

describe('object storage', () => {
  it('takes the time to the first byte, and then the bytes', () => {
    expect(stored({}).overall.latencySecondsMean).toBeCloseTo(0.1 + 0.2, 12);
    expect(stored({ bytesPerSecond: 1e6 }).overall.latencySecondsMean).toBeCloseTo(20.1, 12);
    expect(stored({ bytesPerSecond: 1e6 }, true).overall.latencySecondsMean).toBeCloseTo(5.1, 12);
    expect(inStorage(stored({}))).toMatchObject({ bytesRead: 1e8, bytesWritten: 0, limitedRatio: 0 });
    expect(inStorage(stored({}, true))).toMatchObject({ bytesRead: 0, bytesWritten: 2.5e7 });
  });

  it('limits how many requests a second a prefix takes', () => {
    const result = stored({ requestsPerSecond: 2 });
    // Two at once, one more after half a second.
    expect(result.failures).toEqual([{ node: 'storage', cause: 'rate-limited', count: 1 }]);
    expect(inStorage(result).limitedRatio).toBe(0.2);
    const limited = (prefixes: number): number =>
      run(
        scenarioOf(50, {
          users: { ...poissonUsers(100, 'storage'), keys: { kind: 'uniform', keys: 10_000 } },
          storage: {
            kind: 'object-storage',
            firstByteTime: deterministic(0.1),
            requestsPerSecond: 20,
            prefixes,
          },
        }),
      ).overall.throughputPerSecond;
    expect(limited(1)).toBeCloseTo(20, -0.5);
    expect(limited(4)).toBeGreaterThan(70);
    expect(limited(20)).toBeGreaterThan(95);
  });

  it('fails some requests', () => {
    const result = run(
      scenarioOf(1000, {
        users: poissonUsers(20, 'storage'),
        storage: { kind: 'object-storage', firstByteTime: deterministic(0.1), errorRatio: 0.1 },
      }),
    );
    expect(Math.abs(result.overall.failureRatio! - 0.1)).toBeLessThan(0.01);
    expect(result.failures[0]).toMatchObject({ node: 'storage', cause: 'error' });
  });

  it('says how likely it loses what is in it', () => {
    expect(inStorage(stored({ copies: 2, repairSeconds: 60 })).annualLossProbability).toBe(
      annualLossProbability({ copies: 2, diskFailuresPerYear: 0.02, repairSeconds: 60 }),
    );
  });
});
