import type { RunResult, Scenario } from '#sim-core';
import { describeFalseAlarms } from './describe-checks.ts';
import { describeFailures } from './describe-failures.ts';
import { describeLoad } from './describe-load.ts';
import { say, secondsInWords, type Sentence, type SentencePart } from './sentence.ts';

/**
 * What a run says, in words: what failed and why, who is the bottleneck, and what
 * users feel. Works for any scenario; needs `events`, `failures` and the queue
 * series of the result, so it is written where the whole result is.
 */
export function describe(scenario: Scenario, result: RunResult): Sentence {
  if (result.overall.arrived === 0) return say('No request arrived.');
  // Beside a dead machine it says little how busy the others were on average.
  const worst = result.failures[0]?.cause ?? 'queue-full';
  const failures = describeFailures(scenario, result);
  const load = worst === 'queue-full' ? describeLoad(scenario, result) : [];
  // A few that found a queue full are a sign of the trouble, not the trouble.
  const few = load.length > 0 && (result.overall.failureRatio ?? 0) < fewFailures;
  const first = few ? [load, failures.map((part) => ({ ...part, strong: false }))] : [failures, load];
  return [...first, describeFalseAlarms(scenario, result), describeUsers(result)]
    .filter((parts) => parts.length > 0)
    .flatMap((parts, i) => (i === 0 ? parts : [...say(' '), ...parts]));
}

/** Share of requests up to which failures are told after what holds up the others. */
const fewFailures = 0.01;

/** What those feel who are answered at all. */
function describeUsers({ overall }: RunResult): SentencePart[] {
  if (overall.latencySecondsP50 === null || overall.latencySecondsP99 === null) return [];
  const half = secondsInWords(overall.latencySecondsP50);
  const most = secondsInWords(overall.latencySecondsP99);
  if (half === most) return [...say('Nearly every answer takes '), { text: most, strong: true }, ...say('.')];
  const answered = overall.failed > 0 ? 'Of the answered requests half are' : 'Half of the requests are';
  return [
    ...say(`${answered} done within ${half}; one in a hundred takes longer than `),
    { text: most, strong: true },
    ...say('.'),
  ];
}
