import type { RunEvent, RunResult, Scenario } from '#sim-core';
import { formatCount } from './format.ts';
import { placeOf } from './place.ts';
import { machineName, say, secondsInWords, theNode, type SentencePart } from './sentence.ts';

interface Trouble {
  readonly words: string;
  readonly end: RunEvent['kind'];
  /** What is said of its end, before how much later that was. */
  readonly over: string;
}

/** How a trouble begins, and how it ends. */
const troubles: Partial<Readonly<Record<RunEvent['kind'], Trouble>>> = {
  crash: { words: 'crashed', end: 'restart', over: 'it was back' },
  'slow-down': { words: 'became slow', end: 'recovery', over: 'it was well again' },
  outage: { words: 'had an outage', end: 'recovery', over: 'it was back' },
  partition: { words: 'was cut off', end: 'reconnection', over: 'it was in reach again' },
  'slow-link': { words: 'became hard to reach', end: 'recovery', over: 'it was in easy reach again' },
  'disk-full': { words: 'had filled its disk', end: 'disk-freed', over: 'there was room again' },
};

/** Somebody else's service that answers, but late. */
const lateness: Trouble = { words: 'became slow', end: 'recovery', over: 'it was well again' };

/** Crashes up to which the first is told as the beginning of all. */
const fewCrashes = 2;
/** Share of the failures that may have come before a trouble of which they all are said to come. */
const fewBefore = 0.05;

/**
 * What struck first, where those who failed did not fail of it themselves: 'It began when the cache crashed at second
 * 12; it was back 14 s later, and requests failed until second 31.' Empty where requests failed at the very place,
 * which is told with them, and where they failed before.
 */
export function describeCause(scenario: Scenario, result: RunResult): SentencePart[] {
  const [worst] = result.failures;
  const blow = result.events.find(({ kind }) => troubles[kind] !== undefined);
  if (worst === undefined || blow === undefined) return [];
  const isToldAlready = worst.cause === 'crashed' || worst.cause === 'refused';
  if (isToldAlready && placeOf(scenario, worst.node).node === blow.node) return [];
  const crashes = result.events.filter(({ kind }) => kind === 'crash').length;
  if (crashes > fewCrashes) return say(`Machines crashed ${formatCount(crashes)} times.`);
  const failures = failuresOverTime(scenario, result);
  if (failures.before(blow.atSeconds) > fewBefore * failures.all) return [];
  const isLate = Object.values(scenario.faults ?? {}).some(
    (fault) => fault.kind === 'outage' && fault.mode === 'slow' && fault.node === blow.node,
  );
  const { words, end, over } = blow.kind === 'outage' && isLate ? lateness : troubles[blow.kind]!;
  const who =
    blow.instance > 0 ? machineName(scenario, blow.node, blow.instance) : theNode(scenario, blow.node);
  const ending = result.events.find(
    ({ kind, node, atSeconds }) => kind === end && node === blow.node && atSeconds >= blow.atSeconds,
  );
  return say(
    'It began when ',
    who,
    ` ${words} at second ${formatCount(blow.atSeconds)}`,
    ending === undefined
      ? '.'
      : `; ${over} ${secondsInWords(ending.atSeconds - blow.atSeconds)} later${failures.goOn(ending.atSeconds)}.`,
  );
}

/** When requests failed, as precisely as the series of their users know it. */
function failuresOverTime({ nodes, durationSeconds }: Scenario, { series }: RunResult) {
  const { bucketSeconds } = series;
  const users = Object.keys(nodes).filter((id) => nodes[id]!.kind === 'users');
  const buckets: number[] = [];
  for (const id of users)
    for (const [index, rate] of (series.nodes[id]?.failedPerSecond ?? []).entries())
      buckets[index] = (buckets[index] ?? 0) + rate;
  const sum = (rates: readonly number[]) => rates.reduce((total, rate) => total + rate, 0);
  const last = buckets.findLastIndex((rate) => rate > 0);
  return {
    all: sum(buckets),
    /** What failed in time slots that had ended well before. */
    before: (seconds: number) => sum(buckets.slice(0, Math.max(0, Math.ceil(seconds / bucketSeconds) - 1))),
    /** ', and requests failed until second 31', where they did so for long after. */
    goOn: (seconds: number) => {
      const untilSeconds = (last + 1) * bucketSeconds;
      if (untilSeconds <= seconds + 2 * bucketSeconds) return '';
      const isToTheEnd = untilSeconds >= durationSeconds - bucketSeconds;
      return `, and requests failed until ${isToTheEnd ? 'the end' : `second ${formatCount(Math.round(untilSeconds))}`}`;
    },
  };
}
