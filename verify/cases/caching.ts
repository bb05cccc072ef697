import type { CacheNode, KeyPopularity, RunResult, Scenario } from '#sim-core';
import { expectedNumber, parameter, type GroundTruth } from '../ground-truth.ts';
import type { CaseGroup, ExactTrial, RandomTrial } from '../trial.ts';
import { recordedTrace, tracesAreThere } from './recorded-traces.ts';

/** The approximation by a characteristic time is off by up to this much from a hundred entries on. */
const CHARACTERISTIC_TIME_ERROR = 0.0005;

type Eviction = NonNullable<CacheNode['eviction']>;

/** Policies as the published miss counts name them. */
const policies: Readonly<Record<string, Eviction>> = {
  LRU: 'lru',
  FIFO: 'fifo',
  CLOCK: 'clock',
  LFU: 'lfu',
  SIEVE: 'sieve',
  S3FIFO: 's3-fifo',
};

/** A cache before a target that takes no time: hit ratios under independent references, misses on traces. */
export const caching: CaseGroup = {
  name: 'caches',
  takes: ({ id }) => /^(irm|che)-/.test(id) || (id.startsWith('cache-') && tracesAreThere),
  leavesOut: {
    miss_ratio_libcachesim:
      'ARC and LIRS are no policies here, and W-TinyLFU has another sketch and other ageing there',
  },
  trials: (truth) => {
    if (truth.id.startsWith('cache-')) return onTrace(truth);
    return truth.id.startsWith('che-') ? approximated(truth) : exact(truth);
  },
};

/** A run a policy: the misses must be the published ones to the last. */
function onTrace(truth: GroundTruth): ExactTrial[] {
  const keys = recordedTrace(truth.params.trace as string);
  const misses = truth.expected.misses as Readonly<Record<string, number>>;
  return Object.entries(misses).map(([name, expected]) => ({
    kind: 'exact',
    scenario: cachedTarget(
      { eviction: policies[name]!, capacity: parameter(truth, 'capacity') },
      { kind: 'recorded', keys },
      { requests: keys.length, warmUpRequests: 0 },
    ),
    checks: [{ metric: `misses[${name}]`, expected, read: (result) => cacheIn(result).misses }],
  }));
}

function exact(truth: GroundTruth): RandomTrial[] {
  const eviction = truth.id.includes('fifo') ? 'fifo' : 'lru';
  return [hitRatio(truth, 'hit', { eviction }, { requests: 55_000, warmUpRequests: 5000 }, 20)];
}

function approximated(truth: GroundTruth): RandomTrial[] {
  const length = { requests: 400_000, warmUpRequests: 100_000 };
  const untouched = { requests: 300_000, warmUpRequests: 0 };
  return [
    hitRatio(truth, 'lru', { eviction: 'lru' }, length, 10, CHARACTERISTIC_TIME_ERROR),
    hitRatio(truth, 'fifo_or_random', { eviction: 'fifo' }, length, 10, CHARACTERISTIC_TIME_ERROR),
    // With its target down a warm cache stores nothing: it keeps the most popular keys for good.
    withTargetDown(hitRatio(truth, 'lfu_static', { start: 'warm' }, untouched, 10)),
  ];
}

function hitRatio(
  truth: GroundTruth,
  metric: string,
  cache: Partial<CacheNode>,
  length: Length,
  replications: number,
  expectedError = 0,
): RandomTrial {
  const [keys, skew, capacity] = ['n', 'alpha', 'C'].map((name) => parameter(truth, name));
  return {
    kind: 'random',
    scenario: cachedTarget(
      { ...cache, capacity: capacity! },
      { kind: 'zipf', keys: keys!, skew: skew! },
      length,
    ),
    replications,
    checks: [
      {
        metric,
        expected: expectedNumber(truth, metric),
        expectedError,
        read: (result) => cacheIn(result).hitRatio,
      },
    ],
  };
}

function withTargetDown(trial: RandomTrial): RandomTrial {
  const faults = { down: { kind: 'crash', node: 'target', atSeconds: 0 } } as const;
  return { ...trial, scenario: { ...trial.scenario, faults } };
}

interface Length {
  readonly requests: number;
  readonly warmUpRequests: number;
}

/** One request a second, the first after a second. */
function cachedTarget(
  cache: Omit<CacheNode, 'kind' | 'target'>,
  keys: KeyPopularity,
  { requests, warmUpRequests }: Length,
): Scenario {
  return {
    version: 1,
    durationSeconds: requests + 0.5,
    warmUpSeconds: warmUpRequests,
    nodes: {
      users: { kind: 'users', target: 'cache', arrivals: { kind: 'constant', ratePerSecond: 1 }, keys },
      cache: { kind: 'cache', target: 'target', ...cache },
      target: { kind: 'service', serviceTime: { kind: 'deterministic', seconds: 0 } },
    },
  };
}

function cacheIn(result: RunResult) {
  const metrics = result.nodes.cache;
  if (metrics?.kind !== 'cache') throw new RangeError('result: node "cache" is no cache');
  return metrics;
}
