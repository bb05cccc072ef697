import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '#sim-core';
import { Backoff, type BackoffRule } from '../../resilience/backoff.ts';
import { always } from '../always.ts';

const exponential = { kind: 'exponential', baseSeconds: 0.1, capSeconds: 10 } as const;
const retries = [1, 2, 3, 4, 5, 6, 7, 8, 9, 100];

describe('without jitter', () => {
  it('waits the same each time when fixed', () => {
    const backoff = backoffOf({ kind: 'fixed', waitSeconds: 0.3 });
    expect(retries.map((retry) => backoff.waitSeconds(retry, 0.3))).toEqual(retries.map(() => 0.3));
  });

  it('doubles up to the cap', () => {
    const waits = retries.map((retry) => backoffOf(exponential).waitSeconds(retry, 0));
    expect(waits).toEqual([0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 10, 10, 10]);
  });

  it('grows by another factor', () => {
    const backoff = backoffOf({ kind: 'exponential', baseSeconds: 1, factor: 3, capSeconds: 100 });
    expect([1, 2, 3, 4, 5, 6].map((retry) => backoff.waitSeconds(retry, 0))).toEqual([1, 3, 9, 27, 81, 100]);
    const flat = backoffOf({ kind: 'exponential', baseSeconds: 1, factor: 1, capSeconds: 2 });
    expect(flat.waitSeconds(1_000_000_000, 0)).toBe(1);
  });

  it('draws nothing', () => {
    const stream = new RandomStream(1, 'test');
    backoffOf(exponential, stream).waitSeconds(3, 0);
    expect(stream.nextUint32()).toBe(new RandomStream(1, 'test').nextUint32());
  });
});

// A uniform draw on [a, b] has mean (a + b)/2 and standard deviation (b − a)/√12.
describe.each([
  ['full', 0, 0.8],
  ['equal', 0.4, 0.8],
] as const)('%s jitter', (jitter, from, to) => {
  const count = 20_000;
  const backoff = backoffOf({ ...exponential, jitter });
  const waits = Array.from({ length: count }, () => backoff.waitSeconds(4, 0));

  it(`spreads a wait of 0.8 s evenly from ${from} to ${to}`, () => {
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(from);
    expect(Math.max(...waits)).toBeLessThan(to);
    const quarters = [0, 0, 0, 0];
    for (const wait of waits) quarters[Math.floor((4 * (wait - from)) / (to - from))]!++;
    for (const quarter of quarters) {
      expect(Math.abs(quarter - count / 4)).toBeLessThan(4 * Math.sqrt((count * 3) / 16));
    }
  });
});

describe('decorrelated jitter', () => {
  it('draws between the base and three times the last wait, below the cap', () => {
    const rule = fc.record({
      baseSeconds: fc.double({ min: 0.001, max: 1, noNaN: true }),
      capSeconds: fc.double({ min: 1, max: 20, noNaN: true }),
      seed: fc.nat(),
    });
    always(
      fc.property(rule, ({ baseSeconds, capSeconds, seed }) => {
        const backoff = new Backoff(
          { kind: 'exponential', baseSeconds, capSeconds, jitter: 'decorrelated' },
          new RandomStream(seed, 'test'),
        );
        let previous = 0;
        for (let retry = 1; retry <= 20; retry++) {
          const wait = backoff.waitSeconds(retry, previous);
          expect(wait).toBeGreaterThanOrEqual(baseSeconds);
          expect(wait).toBeLessThanOrEqual(Math.min(capSeconds, 3 * Math.max(baseSeconds, previous)));
          previous = wait;
        }
      }),
    );
  });

  it('has mean 2 · base before the first retry', () => {
    const backoff = backoffOf({ ...exponential, jitter: 'decorrelated' });
    const count = 20_000;
    let sum = 0;
    for (let i = 0; i < count; i++) sum += backoff.waitSeconds(1, 0);
    expect(Math.abs(sum / count - 0.2)).toBeLessThan((4 * (0.2 / Math.sqrt(12))) / Math.sqrt(count));
  });
});

it.each<[BackoffRule, string]>([
  [{ kind: 'fixed', waitSeconds: -1 }, 'backoff: waitSeconds is -1; expected a number from 0'],
  [{ ...exponential, baseSeconds: 0 }, 'backoff: baseSeconds is 0; expected a number above 0'],
  [{ ...exponential, factor: 0.5 }, 'backoff: factor is 0.5; expected a number from 1'],
  [
    { ...exponential, capSeconds: 0.05 },
    'backoff: capSeconds is 0.05; expected a number from baseSeconds, 0.1',
  ],
  [
    { ...exponential, capSeconds: Infinity },
    'backoff: capSeconds is Infinity; expected a number from baseSeconds, 0.1',
  ],
])('refuses %j', (rule, message) => {
  expect(() => backoffOf(rule)).toThrow(new RangeError(message));
});

function backoffOf(rule: BackoffRule, stream = new RandomStream(7, 'test/backoff')): Backoff {
  return new Backoff(rule, stream);
}
