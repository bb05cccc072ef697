import type { CacheMetrics, CdnMetrics, RunResult, Scenario } from '#sim-core';
import { formatCount, formatRatio, formatSeconds } from '../prose/format.ts';
import { say } from '../prose/sentence.ts';
import type { Case } from './diagnose.ts';
import { nameOf, type Diagnosis } from './diagnosis.ts';

/** Why confirmed writes are gone; null where none are. */
export function diagnoseLostWrites({ scenario, result }: Case): Diagnosis | null {
  for (const [node, metrics] of Object.entries(result.nodes)) {
    if (metrics.kind !== 'database' || metrics.writesLost === 0) continue;
    const component = { node, instance: 0 };
    const lost = metrics.writesLost === 1 ? '1 write was' : `${formatCount(metrics.writesLost)} writes were`;
    return {
      component,
      sentence: say(
        `${lost} confirmed and then lost at `,
        nameOf(scenario, component),
        ': its primary died before a replica had them. Who should have them before a writer is told that all is well?',
      ),
    };
  }
  return null;
}

/** Why answers are out of date; null where none are. */
export function diagnoseStaleness({ scenario, result }: Case): Diagnosis | null {
  const [worst] = result.staleness ?? [];
  if (worst === undefined || worst.count === 0) return null;
  const component = { node: worst.node, instance: 0 };
  const name = nameOf(scenario, component);
  switch (worst.cause) {
    case 'stale-replica': {
      const lag = lagOf(result, worst.node);
      return {
        component,
        sentence: say(
          'Most outdated answers came from replicas of ',
          name,
          lag === null ? '' : `, which learn of a write ${formatSeconds(lag)} after the primary on average`,
          '. Which reads can wait for that, and which must not?',
        ),
      };
    }
    default:
      return {
        component,
        sentence: say(
          'Most outdated answers were copies in ',
          name,
          reasonForOldCopies(scenario, worst.node),
        ),
      };
  }
}

/** Why copies answer too little; null where nothing keeps any. */
export function diagnoseHits({ scenario, failed, result }: Case): Diagnosis | null {
  const named = /^nodes\.([^.]+)\./.exec(failed.metric)?.[1];
  const copying = Object.entries(result.nodes).flatMap(
    ([id, metrics]): [string, CacheMetrics | CdnMetrics][] =>
      metrics.kind === 'cache' || metrics.kind === 'cdn' ? [[id, metrics]] : [],
  );
  const [found] = copying.filter(([id]) => id === named).concat(copying);
  if (found === undefined) return null;
  const [node, metrics] = found;
  const component = { node, instance: 0 };
  return {
    component,
    sentence: say(
      nameOf(scenario, component, true),
      ` answered ${formatRatio(metrics.hitRatio, 2)} of what it was asked for from its copies${reasonForMisses(scenario, node, metrics)}`,
    ),
  };
}

function lagOf(result: RunResult, node: string): number | null {
  const metrics = result.nodes[node];
  return metrics?.kind === 'database' ? metrics.replicationLagSecondsMean : null;
}

function reasonForOldCopies(scenario: Scenario, id: string): string {
  const node = scenario.nodes[id];
  const life = node?.kind === 'cache' || node?.kind === 'cdn' ? node.timeToLiveSeconds : undefined;
  if (life === undefined)
    return ', which keeps them until it runs out of room. How long may a copy be believed?';
  return `, which believes a copy for ${formatSeconds(life)}. How old may an answer be, and who could tell it that something has changed?`;
}

function reasonForMisses(scenario: Scenario, id: string, metrics: CacheMetrics | CdnMetrics): string {
  if (metrics.evictions > metrics.misses / 2) {
    return `: ${formatCount(metrics.evictions)} copies had to leave for others before they were wanted again. Is there too little room, or do the wrong ones leave?`;
  }
  if (metrics.expirations > metrics.misses / 2) {
    return `: ${formatCount(metrics.expirations)} copies were still there and no longer valid. How long could they be believed?`;
  }
  const node = scenario.nodes[id];
  if (node?.kind === 'cache' && node.start !== 'warm')
    return ', and most of the rest was asked for the first time. What could be there before anybody asks?';
  return ', and most of the rest was asked for the first time. Who else could share these copies?';
}
