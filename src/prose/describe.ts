import type { FailureCause, FailureCount, RunResult, Scenario } from '#sim-core';
import { describeFalseAlarms } from './describe-checks.ts';
import { describeBacklog } from './describe-backlog.ts';
import { describeCause } from './describe-cause.ts';
import { describeCopies } from './describe-copies.ts';
import { describeFailures } from './describe-failures.ts';
import { describeLoad } from './describe-load.ts';
import { placeOf } from './place.ts';
import { say, secondsInWords, type Sentence, type SentencePart } from './sentence.ts';
import { slowestBehind } from './stations.ts';

/**
 * What a run says, in words: what failed and why, who is the bottleneck, and what
 * users feel. Works for any scenario; needs `events`, `failures` and the queue
 * series of the result, so it is written where the whole result is.
 */
export function describe(scenario: Scenario, result: RunResult): Sentence {
  if (result.overall.arrived === 0) return say('No request arrived.');
  // Beside a dead machine it says little how busy the others were on average.
  const [worst] = result.failures;
  const failures = describeFailures(scenario, result);
  const cause = describeCause(scenario, result);
  const load = describeLoadBehind(scenario, result, worst);
  // A few that found a queue full are a sign of the trouble, not the trouble.
  const few = load.length > 0 && (result.overall.failureRatio ?? 0) < fewFailures;
  const first = few ? [load, calmly(failures), cause] : [failures, cause, load];
  return [
    ...first,
    describeBacklog(scenario, result),
    describeFalseAlarms(scenario, result),
    describeCopies(scenario, result),
    describeUsers(scenario, result),
  ]
    .filter((parts) => parts.length > 0)
    .flatMap((parts, i) => (i === 0 ? parts : [...say(' '), ...parts]));
}

/** Who fails of these came to a place where too many were. */
const signsOfLoad: readonly FailureCause[] = ['queue-full', 'no-memory', 'gave-up', 'shed', 'bulkhead-full'];

/** Who is busy, where that has to do with what failed: those who waited in vain waited for somebody. */
function describeLoadBehind(scenario: Scenario, result: RunResult, worst?: FailureCount): SentencePart[] {
  if (worst === undefined || signsOfLoad.includes(worst.cause)) return describeLoad(scenario, result);
  if (worst.cause !== 'timed-out') return [];
  return describeLoad(scenario, result, slowestBehind(scenario, result, placeOf(scenario, worst.node).node));
}

function calmly(parts: readonly SentencePart[]): SentencePart[] {
  return parts.map((part) => ({ ...part, strong: false }));
}

/** Share of requests up to which failures are told after what holds up the others. */
const fewFailures = 0.01;

/** Share of requests that are still under way at the end of a run in which nothing is wrong. */
const fewUnanswered = 0.02;

/** What those feel who are answered at all. */
function describeUsers(scenario: Scenario, result: RunResult): SentencePart[] {
  const { overall } = result;
  if (overall.latencySecondsP50 === null || overall.latencySecondsP99 === null) return [];
  const half = secondsInWords(overall.latencySecondsP50);
  const most = secondsInWords(overall.latencySecondsP99);
  if (half === most) return [...say('Nearly every answer takes '), { text: most, strong: true }, ...say('.')];
  const regions = describeRegions(scenario, result);
  if (regions.length > 0)
    return [
      ...regions,
      ...say(' One in a hundred of all takes longer than '),
      { text: most, strong: true },
      ...say('.'),
    ];
  const unanswered = overall.arrived - overall.served - overall.failed;
  const isOfSome = overall.failed > 0 || unanswered > fewUnanswered * overall.arrived;
  const answered = isOfSome ? 'Of the answered requests half are' : 'Half of the requests are';
  return [
    ...say(`${answered} done within ${half}; one in a hundred takes longer than `),
    { text: most, strong: true },
    ...say('.'),
  ];
}

/** The nearest and the farthest of those who ask from several regions; empty where distance hardly matters. */
function describeRegions({ regions = {} }: Scenario, { nodes }: RunResult): SentencePart[] {
  const medians = Object.values(nodes).flatMap((metrics) =>
    metrics.kind !== 'users' || metrics.regions === undefined
      ? []
      : Object.entries(metrics.regions).flatMap(([region, { latencySecondsP50 }]) =>
          latencySecondsP50 === null ? [] : [{ region, seconds: latencySecondsP50 }],
        ),
  );
  const sorted = medians.toSorted((a, b) => a.seconds - b.seconds);
  const [near] = sorted;
  const far = sorted.at(-1);
  if (near === undefined || far === undefined || near.region === far.region) return [];
  if (far.seconds < 1.5 * near.seconds) return [];
  const nameOf = (region: string): string => regions[region]?.label ?? regionInWords(region);
  return [
    ...say(
      `In ${nameOf(near.region)} half of the requests are done within ${secondsInWords(near.seconds)}, in `,
    ),
    { text: `${nameOf(far.region)} within ${secondsInWords(far.seconds)}`, strong: true },
    ...say('.'),
  ];
}

/** 'new-york' is 'New York'. */
function regionInWords(id: string): string {
  return id.replaceAll(
    /(^|-)(\w)/g,
    (_, joint: string, letter: string) => (joint ? ' ' : '') + letter.toUpperCase(),
  );
}
