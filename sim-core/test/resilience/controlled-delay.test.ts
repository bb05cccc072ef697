import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ControlledDelay } from '../../resilience/controlled-delay.ts';
import { always } from '../always.ts';

const TARGET = 0.005;
const INTERVAL = 0.1;

describe('ControlledDelay', () => {
  it('refuses nobody before a whole interval in which everybody waited longer than the target', () => {
    const waits = fc.array(
      fc.record({
        gap: fc.double({ min: 0, max: 0.05, noNaN: true }),
        waited: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 0.05, noNaN: true })),
      }),
      { maxLength: 200, size: 'max' },
    );
    always(
      fc.property(waits, (all) => {
        const control = new ControlledDelay(TARGET, INTERVAL);
        let now = 0;
        let lastShortAt = 0;
        for (const { gap, waited } of all) {
          now += gap;
          if (waited <= TARGET) lastShortAt = now;
          // A verdict holds for an interval and the gap to the request that ends it.
          if (control.refuses(now, waited)) {
            expect(waited).toBeGreaterThan(2 * TARGET);
            expect(now - lastShortAt).toBeGreaterThan(0);
          } else if (now - lastShortAt > 2 * (INTERVAL + 0.05)) {
            expect(waited).toBeLessThanOrEqual(2 * TARGET);
          }
        }
      }),
      300,
    );
  });

  it('lets a burst drain that is gone within an interval', () => {
    const { refused } = oneServer({ arrivals: bursts(50, 20), serviceSeconds: 0.001 });
    expect(refused).toBe(0);
  });

  it.each([1.1, 2, 10])('at %f times what it can do, it serves at capacity and nobody late', (load) => {
    const serviceSeconds = 0.001;
    const arrivals = Array.from({ length: 20_000 * load }, (_, i) => (i * serviceSeconds) / load);
    const { waits, served } = oneServer({ arrivals, serviceSeconds });
    // After the first two intervals, in which the queue is found to stand.
    const late = waits.filter(({ at, waited }) => at > 3 * INTERVAL && waited > 2 * TARGET);
    expect(late).toEqual([]);
    expect(served * serviceSeconds).toBeGreaterThan(0.98 * 20);
  });

  it('finds a standing queue also where one request takes longer than the interval', () => {
    const arrivals = Array.from({ length: 200 }, (_, i) => i * 0.25);
    const { refused } = oneServer({ arrivals, serviceSeconds: 0.5 });
    expect(refused).toBeGreaterThan(90);
  });

  it('is sorry for nobody after a pause: an old verdict is dropped at the first short wait', () => {
    const control = new ControlledDelay(TARGET, INTERVAL);
    for (let i = 0; i < 50; i++) control.refuses(i * 0.01, 0.05);
    expect(control.refuses(0.5, 0.05)).toBe(true);
    expect(control.refuses(100, 0)).toBe(false);
    expect(control.refuses(100.02, 0.02)).toBe(false);
  });

  it('names what it refuses', () => {
    expect(() => new ControlledDelay(0, 1)).toThrow(
      new RangeError('controlled delay: targetSeconds is 0; expected a number above 0'),
    );
    expect(() => new ControlledDelay(1, 0)).toThrow(
      new RangeError('controlled delay: intervalSeconds is 0; expected a number above 0'),
    );
  });
});

interface Served {
  readonly waits: readonly { at: number; waited: number }[];
  readonly served: number;
  readonly refused: number;
}

/** One server and one queue, first come first served, until the last arrival. */
function oneServer({
  arrivals,
  serviceSeconds,
}: {
  arrivals: readonly number[];
  serviceSeconds: number;
}): Served {
  const control = new ControlledDelay(TARGET, INTERVAL);
  const waits: { at: number; waited: number }[] = [];
  let free = 0;
  let refused = 0;
  for (const arrival of arrivals) {
    const starts = Math.max(free, arrival);
    if (starts > arrivals.at(-1)!) break;
    if (control.refuses(starts, starts - arrival)) refused++;
    else {
      waits.push({ at: starts, waited: starts - arrival });
      free = starts + serviceSeconds;
    }
  }
  return { waits, served: waits.length, refused };
}

/** So many requests at once, every fifth of a second. */
function bursts(size: number, count: number): number[] {
  return Array.from({ length: size * count }, (_, i) => Math.floor(i / size) * 0.2);
}
