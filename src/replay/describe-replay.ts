import { formatCount, formatNumber, formatRatio, formatSeconds } from '../prose/format.ts';
import { say, strong, type Sentence } from '../prose/sentence.ts';
import type { AccessLogSummary } from './access-log.ts';
import type { Burstiness } from './burstiness.ts';
import type { LogView } from './replay-messages.ts';
import type { ReplayWindow } from './replay-window.ts';
import type { ReplayComparison, ReplayOutcome } from './replay.ts';

const noBreakSpace = '\u00a0';
const UNITS = [
  { name: 'day', seconds: 86_400 },
  { name: 'hour', seconds: 3_600 },
  { name: 'minute', seconds: 60 },
  { name: 'second', seconds: 1 },
];

/** A stretch of a log in the largest unit of which there are two: '3.5 days', '6 hours', '90 seconds'. */
export function formatSpan(seconds: number): string {
  const unit = UNITS.find((candidate) => seconds >= 1.95 * candidate.seconds) ?? UNITS.at(-1)!;
  const text = formatNumber(Number((seconds / unit.seconds).toPrecision(2)));
  return `${text}${noBreakSpace}${unit.name}${text === '1' ? '' : 's'}`;
}

/** '10,000 requests in 3.5 days from 1,753 clients.', and what is odd about them. */
export function describeLog({ summary }: LogView): Sentence {
  const { requests, clients, clientsCapped } = summary;
  const from =
    clients === 1 && !clientsCapped
      ? 'one client'
      : `${clientsCapped ? 'more than ' : ''}${formatCount(clients)} clients`;
  const span = summary.lastEpochSeconds - summary.firstEpochSeconds + 1;
  return [
    ...strong(requests === 1 ? 'One request' : `${formatCount(requests)} requests`),
    ...say(` in ${formatSpan(span)} from ${from}`),
    ...say(` (${formatPeriod(summary.firstEpochSeconds, summary.lastEpochSeconds)} UTC).`),
    ...describeOddities(summary, span).flatMap((oddity) => say(` ${oddity}`)),
  ];
}

function describeOddities(summary: AccessLogSummary, spanSeconds: number): string[] {
  const oddities: string[] = [];
  if (summary.isTruncated)
    oddities.push(`Only the first ${formatCount(summary.requests)} requests were read.`);
  const { unreadableRequests, outOfOrder } = summary;
  if (unreadableRequests === 1) oddities.push('One of them was no HTTP; it arrived all the same.');
  if (unreadableRequests > 1)
    oddities.push(`${formatCount(unreadableRequests)} of them were no HTTP; they arrived all the same.`);
  if (outOfOrder === 1) oddities.push('One stood out of order and has been sorted.');
  if (outOfOrder > 1) oddities.push(`${formatCount(outOfOrder)} stood out of order and have been sorted.`);
  if (spanSeconds > 2 * 3600 && summary.requests >= 200 && summary.minutesOfHour <= 3) {
    const minutes =
      summary.minutesOfHour === 1 ? 'the same minute' : `one of ${summary.minutesOfHour} minutes`;
    oddities.push(
      `Every request carries ${minutes} of its hour. People do not come like that: these times were altered, or a ` +
        'timer sent the requests. Take the bursts below with a grain of salt.',
    );
  }
  return oddities;
}

/** '3 lines could not be read', or null. */
export function describeMalformed({ malformed }: AccessLogSummary): string | null {
  if (malformed === 0) return null;
  return malformed === 1 ? 'One line could not be read' : `${formatCount(malformed)} lines could not be read`;
}

const WINDOW_LABELS = {
  whole: 'whole log',
  day: 'busiest day',
  hour: 'busiest hour',
  minute: 'busiest minute',
} as const;

/** What a window is called in a list of choices. */
export function windowLabel({ name }: ReplayWindow): string {
  return WINDOW_LABELS[name];
}

/** What the replay shows, in words. */
export function describeReplay({
  recorded,
  poisson,
  durationSeconds,
  burstiness,
}: ReplayComparison): Sentence {
  if (recorded.served === 0) return say('No request was answered within the replay.');
  return [
    ...describeLatency(recorded, poisson, durationSeconds),
    ...describeFailures(recorded, poisson),
    ...describeBursts(burstiness),
  ];
}

function describeLatency(recorded: ReplayOutcome, poisson: ReplayOutcome, durationSeconds: number): Sentence {
  const logged = recorded.latencySecondsP99 ?? 0;
  const chance = poisson.latencySecondsP99 ?? 0;
  if (recorded.inFlight > Math.max(20, recorded.arrived * 0.03) && recorded.utilisation > 0.9) {
    return [
      ...strong('At this speed the server cannot keep up'),
      ...say(
        `: ${formatCount(recorded.inFlight)} requests are still waiting after ${formatSeconds(durationSeconds)}, `,
      ),
      ...say(`with Poisson arrivals ${formatCount(poisson.inFlight)}.`),
    ];
  }
  const busy = say(`The server is busy ${formatRatio(recorded.utilisation, 2)} of the time either way. `);
  const times = chance > 0 ? logged / chance : 1;
  if (times > 0.8 && times < 1.25) {
    return [
      ...busy,
      ...say('One request in a hundred takes longer than '),
      ...strong(formatSeconds(logged)),
      ...say(
        ', and about as long with Poisson arrivals at the same mean rate: this traffic behaves like chance.',
      ),
    ];
  }
  return [
    ...busy,
    ...say('One request in a hundred takes longer than '),
    ...strong(formatSeconds(logged)),
    ...say('; if as many arrived by pure chance (as a Poisson process), '),
    ...strong(formatSeconds(chance)),
    ...say(
      times > 1
        ? '. Same load, longer wait: these requests come in bursts.'
        : '. These requests come more regularly than chance.',
    ),
  ];
}

function describeBursts(burstiness: Burstiness | null): Sentence {
  if (burstiness === null || burstiness.dispersion < 1.5) return [];
  const times = formatNumber(Number(burstiness.dispersion.toPrecision(2)));
  return say(
    ` Counted ${inSlices(burstiness.sliceSeconds)} of the log, arrivals have ${times} times the variance that chance would give them.`,
  );
}

/** 'second by second', 'over every 5 minutes'. */
function inSlices(seconds: number): string {
  const unit = UNITS.find((candidate) => candidate.seconds === seconds);
  return unit ? `${unit.name} by ${unit.name}` : `over every ${formatSpan(seconds)}`;
}

function describeFailures(recorded: ReplayOutcome, poisson: ReplayOutcome): Sentence {
  if (recorded.failed === 0 && poisson.failed === 0) return [];
  return say(
    ` The queue was full for ${formatCount(recorded.failed)} of the recorded requests and ${formatCount(poisson.failed)} of the others.`,
  );
}

/** '17 May 2015, 10:05 to 14:20', in UTC: the same in every browser and time zone. */
function formatPeriod(firstEpochSeconds: number, lastEpochSeconds: number): string {
  const first = dateAndTime(firstEpochSeconds);
  const last = dateAndTime(lastEpochSeconds);
  return `${first.date}, ${first.time} to ${first.date === last.date ? '' : `${last.date}, `}${last.time}`;
}

function dateAndTime(epochSeconds: number): { date: string; time: string } {
  const [day = '', time = ''] = new Date(epochSeconds * 1000).toISOString().split('T');
  const [year, month, dayOfMonth] = day.split('-').map(Number);
  return { date: [dayOfMonth, MONTHS[month! - 1], year].join(noBreakSpace), time: time.slice(0, 5) };
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
