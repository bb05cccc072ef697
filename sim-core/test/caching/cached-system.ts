import {
  run,
  type CacheMetrics,
  type CacheNode,
  type CdnMetrics,
  type KeyPopularity,
  type RunResult,
  type Scenario,
  type UsersNode,
} from '#sim-core';
import { deterministic, scenarioOf } from '../small-scenarios.ts';

/** Users who ask for these keys in turn, at 1 s, 2 s … */
export function readersOf(keys: readonly number[], target = 'cache'): UsersNode {
  return asking({ kind: 'recorded', keys }, 1, target);
}

/** Users who ask at regular times. */
export function asking(keys: KeyPopularity, ratePerSecond: number, target = 'cache'): UsersNode {
  return { kind: 'users', target, arrivals: { kind: 'constant', ratePerSecond }, keys };
}

/** Everything before a cache, and a database behind it that takes this long. */
export function cachedSystem(
  users: Readonly<Record<string, UsersNode>>,
  cache: Omit<CacheNode, 'kind' | 'target'>,
  durationSeconds: number,
  databaseSeconds = 0,
  rest: Partial<Scenario> = {},
): Scenario {
  return scenarioOf(
    durationSeconds,
    {
      ...users,
      cache: { kind: 'cache', target: 'database', ...cache },
      database: { kind: 'service', cores: 1000, serviceTime: deterministic(databaseSeconds) },
    },
    rest,
  );
}

/** The numbers of a cache. */
export function cacheIn(result: RunResult, id = 'cache'): CacheMetrics {
  const metrics = result.nodes[id];
  if (metrics?.kind !== 'cache') throw new Error(`node "${id}" is no cache`);
  return metrics;
}

/** The numbers of a content delivery network. */
export function cdnIn(result: RunResult, id = 'cdn'): CdnMetrics {
  const metrics = result.nodes[id];
  if (metrics?.kind !== 'cdn') throw new Error(`node "${id}" is no cdn`);
  return metrics;
}

/** Latency of each request, in order of arrival; null where it was not served. */
export function latencies(scenario: Scenario): (number | null)[] {
  return run(scenario, { traces: 10_000 }).traces.map(({ outcome, arriveSeconds, leaveSeconds }) =>
    outcome === 'served' ? Math.round((leaveSeconds! - arriveSeconds) * 1e6) / 1e6 : null,
  );
}
