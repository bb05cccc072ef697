import type { Scenario } from '#sim-core';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { ReplayDesk } from '../replay-desk.ts';
import type { ReplayAnswer, ReplayRequest } from '../replay-messages.ts';
import { makeLog } from './make-log.ts';

const scenario: Scenario = {
  version: 1,
  durationSeconds: 600,
  nodes: {
    users: { kind: 'users', target: 'server', arrivals: { kind: 'poisson', ratePerSecond: 10 } },
    server: { kind: 'service', serviceTime: { kind: 'exponential', meanSeconds: 0.05 } },
  },
};
const settings = { window: 'whole', speed: 10, cores: 1, serviceSeconds: 0.05 } as const;

/** A desk whose clock moves on by a second each time it is read. */
function desk(): { take: (request: ReplayRequest) => Promise<void>; answers: ReplayAnswer[] } {
  const answers: ReplayAnswer[] = [];
  let clock = 0;
  const worker = new ReplayDesk({
    answer: (answer) => answers.push(answer),
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    nowMilliseconds: () => (clock += 1000),
  });
  return { take: (request) => worker.take(request), answers };
}

const fileOf = (content: string | Uint8Array<ArrayBuffer>, name = 'access.log') => new File([content], name);
const kinds = (answers: ReplayAnswer[]) => answers.map(({ kind }) => kind);

describe('reading a file', () => {
  test('tells how far it is and then what is in it', async () => {
    const { take, answers } = desk();
    await take({ kind: 'read', ticket: 1, file: fileOf(makeLog(60_000)) });
    expect(new Set(kinds(answers))).toEqual(new Set(['progress', 'log']));
    expect(answers.at(-1)).toMatchObject({
      ticket: 1,
      log: { source: 'file', name: 'access.log', summary: { requests: 60_000 } },
    });
    const ratios = answers.flatMap((answer) => (answer.kind === 'progress' ? [answer.ratio] : []));
    expect(ratios).toEqual([...ratios].sort((a, b) => a - b));
    expect(ratios.at(-1)).toBe(1);
  });

  test('unpacks gzip on the way', async () => {
    const { take, answers } = desk();
    await take({ kind: 'read', ticket: 1, file: fileOf(new Uint8Array(gzipSync(makeLog(500)))) });
    expect(answers.at(-1)).toMatchObject({ log: { summary: { requests: 500 } } });
  });

  test.each([
    ['an empty file', fileOf(''), /empty/],
    ['a file that is no log', fileOf('a\nb\n'), /None of the 2 lines/],
    ['damaged gzip', fileOf(new Uint8Array(gzipSync(makeLog(500))).slice(0, 900)), /could not be unpacked/],
    [
      'a large file',
      Object.defineProperty(fileOf('a'), 'size', { value: 101 * 1024 * 1024 }),
      /101 MB; at most 100 MB/,
    ],
  ])('says what is wrong with %s', async (_name, file, message) => {
    const { take, answers } = desk();
    await take({ kind: 'read', ticket: 1, file });
    expect(answers.at(-1)).toMatchObject({
      kind: 'problem',
      message: expect.stringMatching(message) as unknown,
    });
  });

  test('a newer request silences the older one', async () => {
    const { take, answers } = desk();
    const stale = take({ kind: 'read', ticket: 1, file: fileOf(makeLog(30_000)) });
    await take({ kind: 'cancel', ticket: 2 });
    await stale;
    expect(answers.filter(({ kind }) => kind !== 'progress')).toEqual([]);
  });
});

describe('replaying', () => {
  test('compares the file, or the sample, with chance', async () => {
    const { take, answers } = desk();
    await take({ kind: 'read', ticket: 1, file: fileOf(makeLog(2000)) });
    await take({ kind: 'replay', ticket: 2, source: 'file', scenario, settings });
    expect(answers.at(-1)).toMatchObject({ ticket: 2, comparison: { recorded: { arrived: 2000 } } });
    await take({ kind: 'replay', ticket: 3, source: 'sample', scenario, settings });
    expect(answers.at(-1)).toMatchObject({ kind: 'comparison', ticket: 3 });
  });

  test('a newer position of a knob ends the older run', async () => {
    const { take, answers } = desk();
    await take({ kind: 'read', ticket: 1, file: fileOf(makeLog(50_000)) });
    const stale = take({ kind: 'replay', ticket: 2, source: 'file', scenario, settings });
    await take({ kind: 'replay', ticket: 3, source: 'file', scenario, settings: { ...settings, cores: 2 } });
    await stale;
    const compared = answers.filter(({ kind }) => kind === 'comparison');
    expect(compared).toHaveLength(1);
    expect(compared[0]).toMatchObject({ ticket: 3, comparison: { settings: { cores: 2 } } });
  });

  test('an invalid scenario is a problem, not a crash', async () => {
    const { take, answers } = desk();
    await take({
      kind: 'replay',
      ticket: 1,
      source: 'sample',
      scenario: { ...scenario, nodes: {} },
      settings,
    });
    expect(answers).toEqual([
      { kind: 'problem', ticket: 1, message: expect.stringContaining('0 users') as unknown },
    ]);
  });
});
