import { describe, expect, it } from 'vitest';
import { Expiry } from '../../caching/index.ts';
import { RandomStream } from '../../random/index.ts';

describe('expiry', () => {
  it('comes at the very moment, without jitter', () => {
    const expiry = expiryOf(60, 0);
    expiry.start(2, 10);
    expect(expiry.expiresAtSeconds(2)).toBe(70);
    expect([69.999, 70, 71].map((now) => expiry.hasExpired(2, now))).toEqual([false, true, true]);
    expiry.start(2, 65);
    expect(expiry.hasExpired(2, 124)).toBe(false);
  });

  it('is spread evenly around its time by jitter, and on average on time', () => {
    const expiry = expiryOf(60, 0.1);
    const draws = 100_000;
    let sum = 0;
    let early = 0;
    for (let draw = 0; draw < draws; draw++) {
      expiry.start(0, 1000);
      const lives = expiry.expiresAtSeconds(0) - 1000;
      if (!(lives >= 54 - 1e-9 && lives <= 66)) expect(lives).toBe('between 54 and 66');
      sum += lives;
      if (lives < 57) early++;
    }
    expect(Math.abs(sum / draws - 60)).toBeLessThan((5 * 12) / Math.sqrt(12 * draws));
    expect(Math.abs(early / draws - 0.25)).toBeLessThan(5 * Math.sqrt(0.1875 / draws));
  });

  it('never comes when entries stay valid', () => {
    for (const jitterRatio of [0, 0.5, 1]) {
      const expiry = expiryOf(Infinity, jitterRatio);
      expiry.start(1, 5);
      expect(expiry.hasExpired(1, 1e300)).toBe(false);
    }
  });

  it('names what is out of range', () => {
    expect(() => expiryOf(0, 0)).toThrow(
      new RangeError('expiry: timeToLiveSeconds is 0; expected a number above 0'),
    );
    expect(() => expiryOf(NaN, 0)).toThrow(/timeToLiveSeconds is NaN/);
    expect(() => expiryOf(1, 1.1)).toThrow(
      new RangeError('expiry: jitterRatio is 1.1; expected a number from 0 to 1'),
    );
  });
});

function expiryOf(timeToLiveSeconds: number, jitterRatio: number): Expiry {
  return new Expiry(4, timeToLiveSeconds, jitterRatio, new RandomStream(1, 'cache/expiry'));
}
