import type { CacheNode, Scenario } from '#sim-core';
import { fifoHitRatio, lruHitRatio, zipfShares } from '#theory';

/** The formulas go over all keys several times; of more than these a page would have to wait. */
const keysMaximum = 100_000;

const formulas: Readonly<Partial<Record<NonNullable<CacheNode['eviction']>, typeof lruHitRatio>>> = {
  lru: lruHitRatio,
  fifo: fifoHitRatio,
  // Which entry leaves does not matter as long as its uses do not: random is as good as FIFO.
  random: fifoHitRatio,
};

const known = new Map<string, number>();

/**
 * The hit ratio of a cache by Che's approximation, and by Martina's for FIFO and random eviction: for one
 * warm machine whose keys are asked for independently of each other and are neither written nor
 * expire. Null where that does not hold.
 */
export function theoryHitRatio(scenario: Scenario, node: string): number | null {
  const cache = scenario.nodes[node];
  const users = Object.values(scenario.nodes).filter(({ kind }) => kind === 'users');
  const [only] = users;
  if (cache?.kind !== 'cache' || users.length !== 1 || only?.kind !== 'users') return null;
  const formula = formulas[cache.eviction ?? 'lru'];
  const { keys } = only;
  const isPlain = (cache.instances ?? 1) === 1 && cache.timeToLiveSeconds === undefined;
  const isStruck = Object.values(scenario.faults ?? {}).some((fault) => fault.enabled !== false);
  if (!formula || !isPlain || isStruck || writes(scenario)) return null;
  if ((keys?.kind !== 'zipf' && keys?.kind !== 'uniform') || keys.keys > keysMaximum) return null;
  const skew = keys.kind === 'zipf' ? keys.skew : 0;
  const question = `${cache.eviction ?? 'lru'} ${keys.keys} ${skew} ${cache.capacity}`;
  const answer = known.get(question) ?? formula(zipfShares(keys.keys, skew), cache.capacity);
  known.set(question, answer);
  return answer;
}

function writes(scenario: Scenario): boolean {
  return Object.values(scenario.requestClasses ?? {}).some((each) => each.writes === true);
}
