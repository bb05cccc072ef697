import type { CacheMetrics, CdnMetrics, RunResult, Scenario } from '#sim-core';
import { formatCount, formatRatio } from './format.ts';
import { say, strong, theNode, type SentencePart } from './sentence.ts';

/** What copies save those behind them, and what they get wrong. Empty where nothing is copied. */
export function describeCopies(scenario: Scenario, result: RunResult): SentencePart[] {
  const sentences = [hits(scenario, result), staleness(scenario, result), lostWrites(scenario, result)];
  return sentences
    .filter((parts) => parts.length > 0)
    .flatMap((parts, i) => (i === 0 ? parts : [...say(' '), ...parts]));
}

/** 'The CDN finds 58 % of what it may keep, the cache 68 %.' */
function hits(scenario: Scenario, result: RunResult): SentencePart[] {
  const copying = Object.entries(result.nodes).flatMap(
    ([id, metrics]): [string, CacheMetrics | CdnMetrics][] =>
      (metrics.kind === 'cache' || metrics.kind === 'cdn') && metrics.hitRatio !== null
        ? [[id, metrics]]
        : [],
  );
  if (copying.length === 0) return [];
  const parts = copying.flatMap(([id, { hitRatio }], i) => [
    ...say(i === 0 ? '' : i === copying.length - 1 ? ' and ' : ', '),
    ...say(theNode(scenario, id, i === 0)),
    ...say(i === 0 ? ' answers ' : ' '),
    ...strong(formatRatio(hitRatio, 2)),
    ...say(i === 0 ? ' of what it is asked for from its copies' : ''),
  ]);
  return [...parts, ...say('.')];
}

/** Answers that were right once. */
function staleness(scenario: Scenario, result: RunResult): SentencePart[] {
  const wrong = (result.staleness ?? []).filter(({ cause, count }) => cause !== 'write-lost' && count > 0);
  const [most] = wrong;
  if (most === undefined) return [];
  const count = wrong.reduce((sum, each) => sum + each.count, 0);
  const share = formatRatio(count / Math.max(1, result.overall.served), 2);
  return [
    ...strong(`${share} of the answers were out of date`),
    ...say(', most of them from ', theNode(scenario, most.node), '.'),
  ];
}

/** Writes that a failover took back after somebody had been told that they were safe. */
function lostWrites(scenario: Scenario, result: RunResult): SentencePart[] {
  for (const [id, metrics] of Object.entries(result.nodes)) {
    if (metrics.kind !== 'database' || metrics.writesLost === 0) continue;
    const lost =
      metrics.writesLost === 1 ? '1 confirmed write' : `${formatCount(metrics.writesLost)} confirmed writes`;
    return [
      ...strong(`${lost} ${metrics.writesLost === 1 ? 'was' : 'were'} lost`),
      ...say(' when a replica of ', theNode(scenario, id), ' took over.'),
    ];
  }
  return [];
}
