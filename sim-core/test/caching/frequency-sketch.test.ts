import { describe, expect, it } from 'vitest';
import { FrequencySketch } from '../../caching/frequency-sketch.ts';
import { Popularity, RandomStream } from '../../random/index.ts';

describe('the frequency sketch', () => {
  it('counts exactly while keys are few, up to 15', () => {
    const sketch = new FrequencySketch(1000);
    for (let key = 0; key < 20; key++) for (let use = 0; use < key; use++) sketch.increment(key * 100_003);
    for (let key = 0; key < 20; key++) expect(sketch.estimate(key * 100_003)).toBe(Math.min(key, 15));
  });

  it('is never below the true count and seldom above, up to its first halving', () => {
    const capacity = 500;
    const stream = new RandomStream(1, 'uses');
    const popularity = new Popularity(5000, 0.8);
    const sketch = new FrequencySketch(capacity);
    const counts = new Map<number, number>();
    for (let use = 0; use < 10 * capacity - 1; use++) {
      const key = popularity.draw(stream);
      sketch.increment(key);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    let above = 0;
    for (const [key, count] of counts) {
      const estimate = sketch.estimate(key);
      expect(estimate).toBeGreaterThanOrEqual(Math.min(count, 15));
      if (estimate > Math.min(count, 15)) above++;
    }
    // About 1,900 keys on 2,048 counters a row: some 0.6 of a row is taken, 0.6⁴ = 0.13.
    expect(above / counts.size).toBeLessThan(0.2);
    expect(above).toBeGreaterThan(0);
  });

  it('halves every count after ten uses an entry, and from then on after every five', () => {
    const sketch = new FrequencySketch(100);
    for (let use = 0; use < 12; use++) sketch.increment(1);
    for (let use = 0; use < 7; use++) sketch.increment(2);
    for (let use = 0; use < 1000 - 12 - 7 - 1; use++) sketch.increment(3);
    expect([1, 2, 3].map((key) => sketch.estimate(key))).toEqual([12, 7, 15]);
    sketch.increment(3);
    expect([1, 2, 3].map((key) => sketch.estimate(key))).toEqual([6, 3, 7]);
    for (let use = 0; use < 499; use++) sketch.increment(3);
    expect([1, 2, 3].map((key) => sketch.estimate(key))).toEqual([6, 3, 15]);
    sketch.increment(3);
    expect([1, 2, 3].map((key) => sketch.estimate(key))).toEqual([3, 1, 7]);
  });

  it('halves each counter of a crowded sketch on its own', () => {
    const capacity = 50;
    const sketch = new FrequencySketch(capacity);
    const keys = Array.from({ length: 400 }, (_, key) => key);
    for (const key of keys) sketch.increment(key);
    // One key to the full: its last use, which brings on the halving, changes no counter.
    for (let use = 0; use < 10 * capacity - keys.length - 1; use++) sketch.increment(0);
    const before = keys.map((key) => sketch.estimate(key));
    expect(new Set(before).size).toBeGreaterThan(3);
    sketch.increment(0);
    expect(keys.map((key) => sketch.estimate(key))).toEqual(before.map((count) => Math.floor(count / 2)));
  });

  it('forgets all when it is cleared', () => {
    const sketch = new FrequencySketch(1);
    sketch.increment(2_147_483_647);
    expect(sketch.estimate(2_147_483_647)).toBe(1);
    sketch.clear();
    expect(sketch.estimate(2_147_483_647)).toBe(0);
  });
});
