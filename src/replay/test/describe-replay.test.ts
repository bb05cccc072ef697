import { describe, expect, test } from 'vitest';
import { plainText } from '../../prose/sentence.ts';
import { parseAccessLog } from '../access-log.ts';
import { describeLog, describeMalformed, describeReplay, formatSpan } from '../describe-replay.ts';
import { logView } from '../replay-desk.ts';
import type { ReplayComparison, ReplayOutcome } from '../replay.ts';
import { bytesOf, GOOD_LINE } from './make-log.ts';

const clean = (text: string) => text.replaceAll('\u00a0', ' ');

test.each([
  [1, '1 second'],
  [90, '90 seconds'],
  [600, '10 minutes'],
  [3600, '60 minutes'],
  [21_600, '6 hours'],
  [298_860, '3.5 days'],
])('%d seconds are %s', (seconds, text) => {
  expect(clean(formatSpan(seconds))).toBe(text);
});

describe('a log in words', () => {
  const view = (lines: string[]) =>
    logView('file', 'access.log', parseAccessLog([bytesOf(lines.join('\n'))]));
  const at = (day: number, hour: number, minute: number) =>
    GOOD_LINE.replace(/\[.*\]/, `[${day}/May/2015:${hour}:${minute}:00 +0000]`);

  test('one request', () => {
    expect(clean(plainText(describeLog(view([GOOD_LINE]))))).toBe(
      'One request in 1 second from one client (17 May 2015, 10:05 to 10:05 UTC).',
    );
  });

  test('what is odd is said', () => {
    const times = Array.from({ length: 300 }, (_, i) => at(10 + (i % 9), 10 + (i % 10), 15));
    const text = clean(plainText(describeLog(view([...times, GOOD_LINE.replace(/"GET.*1"/, '"-"')]))));
    expect(text).toContain('301 requests');
    expect(text).toContain('One of them was no HTTP; it arrived all the same.');
    expect(text).toMatch(/\d+ stood out of order and have been sorted\./);
    expect(text).toContain('Every request carries one of 2 minutes of its hour.');
  });

  test('lines that could not be read', () => {
    expect(describeMalformed(view([GOOD_LINE]).summary)).toBeNull();
    expect(describeMalformed(view([GOOD_LINE, 'x']).summary)).toBe('One line could not be read');
    expect(describeMalformed(view([GOOD_LINE, 'x', 'y']).summary)).toBe('2 lines could not be read');
  });
});

describe('a replay in words', () => {
  const outcome: ReplayOutcome = {
    ...{ arrived: 1000, served: 1000, failed: 0, inFlight: 0, utilisation: 0.7 },
    ...{ latencySecondsP50: 0.1, latencySecondsP99: 0.5, waitingSecondsMean: 0.1, queueLengthMaximum: 9 },
    ...{ arrivedPerSecond: [10], queueLengthMean: [1] },
  };
  const words = (recorded: Partial<ReplayOutcome>, rest: Partial<ReplayComparison> = {}) =>
    clean(
      plainText(
        describeReplay({
          settings: { window: 'whole', speed: 10, cores: 1, serviceSeconds: 0.05 },
          ...{ durationSeconds: 100, sliceSeconds: 1, capacityPerSecond: 20, burstiness: null },
          ...rest,
          recorded: { ...outcome, ...recorded },
          poisson: outcome,
        }),
      ),
    );

  test.each<[string, Partial<ReplayOutcome>, RegExp]>([
    [
      'bursts',
      { latencySecondsP99: 4 },
      /longer than 4\.00 s; if as many .* 500 ms\. Same load, longer wait/,
    ],
    ['chance', { latencySecondsP99: 0.52 }, /behaves like chance/],
    ['calm', { latencySecondsP99: 0.2 }, /more regularly than chance/],
    [
      'overload',
      { utilisation: 1, inFlight: 400 },
      /cannot keep up: 400 requests are still waiting after 100 s/,
    ],
    ['losses', { failed: 12 }, /queue was full for 12 of the recorded requests/],
    ['nothing', { served: 0 }, /^No request was answered/],
  ])('%s', (_name, recorded, expected) => {
    expect(words(recorded)).toMatch(expected);
  });

  test('how bursty, and at what width', () => {
    const of = (sliceSeconds: number) => words({}, { burstiness: { sliceSeconds, dispersion: 13.7 } });
    expect(of(60)).toContain('Counted minute by minute of the log, arrivals have 14 times the variance');
    expect(of(300)).toContain('Counted over every 5 minutes of the log');
    expect(words({}, { burstiness: { sliceSeconds: 60, dispersion: 1.1 } })).not.toContain('variance');
  });
});
