import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Arrivals } from '#sim-core';
import { RandomStream, standardExponential } from '../../random/index.ts';
import { arrivalProcessOf, expectedArrivals } from '../../workload/arrival-process.ts';
import { always } from '../always.ts';
import { upTo } from '../small-scenarios.ts';

type Kind<K extends Arrivals['kind']> = Extract<Arrivals, { kind: K }>;

const bursty: Kind<'bursty'> = {
  kind: 'bursty',
  calmRatePerSecond: 2,
  burstRatePerSecond: 30,
  calmMeanSeconds: 3,
  burstMeanSeconds: 1,
};
const daily: Kind<'daily-rhythm'> = {
  kind: 'daily-rhythm',
  ratePerSecond: 20,
  peakToMean: 1.9,
  periodSeconds: 10,
  peakAtSeconds: 7,
};
const flash: Kind<'flash-crowd'> = {
  kind: 'flash-crowd',
  baseRatePerSecond: 5,
  peakRatePerSecond: 80,
  startSeconds: 4,
  rampUpSeconds: 2,
  holdSeconds: 3,
  decaySeconds: 6,
};
const curve: Kind<'rate-curve'> = {
  kind: 'rate-curve',
  points: [
    { seconds: 2, ratePerSecond: 10 },
    { seconds: 5, ratePerSecond: 40 },
    { seconds: 5, ratePerSecond: 0 },
    { seconds: 8, ratePerSecond: 0 },
    { seconds: 12, ratePerSecond: 25 },
    { seconds: 14, ratePerSecond: 5 },
  ],
};

/** The rate as its definition says, at a time. */
const rates: Readonly<Record<string, (seconds: number) => number>> = {
  'daily-rhythm': (t) => 20 * (1 + 0.9 * Math.cos((2 * Math.PI * (t - 7)) / 10)),
  'flash-crowd': (t) =>
    t < 4 ? 5 : t < 6 ? 5 + 37.5 * (t - 4) : t < 9 ? 80 : t < 15 ? 80 - 12.5 * (t - 9) : 5,
  'rate-curve': (t) =>
    t < 2 ? 10 : t < 5 ? 10 * (t - 1) : t < 8 ? 0 : t < 12 ? 6.25 * (t - 8) : t < 14 ? 145 - 10 * t : 5,
};

const varying = [daily, flash, curve] as const;

describe.each(varying)('$kind', (arrivals) => {
  const rateAt = rates[arrivals.kind]!;

  it('is expected to bring the integral of its rate', () => {
    always(
      fc.property(fc.double({ min: 0, max: 40, noNaN: true }), (seconds) => {
        const steps = 40_000;
        const width = seconds / steps;
        const integral = upTo(steps).reduce((sum, i) => sum + rateAt((i + 0.5) * width) * width, 0);
        // The midpoint rule is half a step's jump off at a jump.
        expect(Math.abs(expectedArrivals(arrivals, seconds) - integral)).toBeLessThan(0.05);
      }),
      25,
    );
  });

  it('brings as many to each half second as its rate says, as evenly as Poisson', () => {
    const runs = 1500;
    const windows = upTo(40).map(() => ({ sum: 0, squares: 0 }));
    for (const seed of upTo(runs)) {
      const counts = new Float64Array(40);
      for (const time of timesOf(arrivals, 20, seed)) counts[Math.floor(time * 2)]!++;
      counts.forEach((count, i) => {
        windows[i]!.sum += count;
        windows[i]!.squares += count * count;
      });
    }
    windows.forEach(({ sum, squares }, i) => {
      const expected = runs * (expectedArrivals(arrivals, (i + 1) / 2) - expectedArrivals(arrivals, i / 2));
      expect(Math.abs(sum - expected), `window ${i}`).toBeLessThanOrEqual(4.5 * Math.sqrt(expected) + 1e-6);
      if (expected < 0.5 * runs) return;
      const mean = sum / runs;
      const dispersion = (squares / runs - mean * mean) / mean;
      // The deviation of an index of dispersion is √(2/n), and some more at small means.
      expect(Math.abs(dispersion - 1), `window ${i}`).toBeLessThan(5 * Math.sqrt((2 + 1 / mean) / runs));
    });
  });
});

describe('a rate curve', () => {
  const streamOf = (): RandomStream => new RandomStream(5, 'curve');

  it('is inverted exactly: between arrivals the integral of the rate is the exponential drawn', () => {
    const point = fc.record({
      seconds: fc.double({ min: 0, max: 5, noNaN: true }),
      ratePerSecond: fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 100, noNaN: true })),
    });
    always(
      fc.property(fc.array(point, { minLength: 1, maxLength: 8 }), (steps) => {
        let seconds = 0;
        const points = steps.map((step) => ({ ...step, seconds: (seconds += step.seconds) }));
        const arrivals: Arrivals = { kind: 'rate-curve', points };
        const process = arrivalProcessOf(arrivals, streamOf());
        const draws = streamOf();
        let area = 0;
        for (let i = 0; i < 300; i++) {
          process.advance();
          area += standardExponential(draws);
          if (process.time === Infinity) {
            expect(points.at(-1)!.ratePerSecond).toBe(0);
            expect(area).toBeGreaterThan(expectedArrivals(arrivals, seconds) - 1e-6);
            return;
          }
          expect(expectedArrivals(arrivals, process.time)).toBeCloseTo(area, 6);
        }
      }),
      300,
    );
  });

  it('of one point is a steady rate', () => {
    const level: Arrivals = { kind: 'rate-curve', points: [{ seconds: 3, ratePerSecond: 8 }] };
    const steady: Arrivals = { kind: 'poisson', ratePerSecond: 8 };
    const times = timesOf(steady, 100, 3);
    timesOf(level, 100, 3).forEach((time, i) => expect(time).toBeCloseTo(times[i]!, 9));
    expect(expectedArrivals(level, 100)).toBe(800);
  });

  it('that ends at 0 brings nobody any more', () => {
    const process = arrivalProcessOf(
      { kind: 'rate-curve', points: [{ seconds: 0, ratePerSecond: 0 }] },
      streamOf(),
    );
    for (let i = 0; i < 3; i++) {
      process.advance();
      expect(process.time).toBe(Infinity);
    }
  });
});

describe('a flash crowd', () => {
  it('comes and goes at once unless said otherwise', () => {
    const { rampUpSeconds: _, decaySeconds: __, ...sudden } = flash;
    expect(expectedArrivals(sudden, 10)).toBeCloseTo(5 * 7 + 80 * 3, 9);
    expect(timesOf({ ...sudden, baseRatePerSecond: 0 }, 100, 1).every((t) => t >= 4 && t <= 7)).toBe(true);
  });
});

describe('a daily rhythm', () => {
  it('of no swing is a steady rate, and peaks at midday unless said otherwise', () => {
    expect(expectedArrivals({ ...daily, peakToMean: 1 }, 33)).toBeCloseTo(660, 9);
    const day: Arrivals = { kind: 'daily-rhythm', ratePerSecond: 1, peakToMean: 2 };
    const quarters = upTo(5).map((i) => expectedArrivals(day, i * 21_600));
    expect(quarters[4]).toBeCloseTo(86_400, 6);
    // A cosine has 1/(2π) of the period more than its share between the quarters about the peak.
    expect(quarters[3]! - quarters[1]!).toBeCloseTo(86_400 * (1 / 2 + 1 / Math.PI), 6);
  });
});

describe('a rate that is nearly nothing', () => {
  const rate = Number.MIN_VALUE;
  it.each<Arrivals>([
    { kind: 'poisson', ratePerSecond: rate },
    { kind: 'constant', ratePerSecond: rate },
    { ...daily, ratePerSecond: rate },
    { ...flash, baseRatePerSecond: 0, peakRatePerSecond: rate },
    { kind: 'rate-curve', points: [{ seconds: 0, ratePerSecond: rate }] },
  ])('of $kind brings nobody', (arrivals) => {
    expect(timesOf(arrivals, 1e7, 1)).toEqual([]);
  });
});

describe('bursty arrivals', () => {
  /** Fischer and Meier-Hellstern 1993: variance over mean of the counts of windows of this length. */
  function dispersionOf(of: typeof bursty, seconds: number): number {
    const [r1, r2] = [1 / of.calmMeanSeconds, 1 / of.burstMeanSeconds];
    const difference = of.burstRatePerSecond - of.calmRatePerSecond;
    const r = r1 + r2;
    const weighted = of.calmRatePerSecond * r2 + of.burstRatePerSecond * r1;
    const atInfinity = (2 * difference ** 2 * r1 * r2) / (r * r * weighted);
    return 1 + atInfinity * (1 - (1 - Math.exp(-r * seconds)) / (r * seconds));
  }

  it('have the index of dispersion that the cookbook gives, at infinity too', () => {
    expect(dispersionOf(bursty, 1e9)).toBeCloseTo(1 + (2 * 28 ** 2 * (1 / 3)) / ((16 / 9) * 12), 6);
  });

  it.each([
    [bursty, 0.2],
    [bursty, 2],
    [bursty, 60],
    [{ ...bursty, calmRatePerSecond: 0 }, 20],
    [{ ...bursty, calmRatePerSecond: 30, burstRatePerSecond: 30 }, 10],
  ] as const)('%j in windows of %d seconds have the mean and the variance of theory', (arrivals, seconds) => {
    const runs = 6000;
    const counts = upTo(runs).map((seed) => timesOf(arrivals, seconds, seed).length);
    const mean = expectedArrivals(arrivals, seconds);
    const variance = mean * dispersionOf(arrivals, seconds);
    expect(Math.abs(meanOf(counts) - mean)).toBeLessThan(4.5 * Math.sqrt(variance / runs));
    const squares = counts.map((count) => (count - mean) ** 2);
    const spread = Math.sqrt(meanOf(squares.map((square) => (square - variance) ** 2)) / runs);
    expect(Math.abs(meanOf(squares) - variance)).toBeLessThan(4.5 * spread);
    expect(spread / variance).toBeLessThan(0.06);
  });

  it('end with the longest run, however rarely somebody comes', () => {
    const rare = { ...bursty, calmRatePerSecond: 0, calmMeanSeconds: 31_536_000, burstMeanSeconds: 1e-9 };
    const process = arrivalProcessOf(rare, new RandomStream(1, 'arrivals'));
    process.advance();
    expect(process.time).toBe(Infinity);
    process.advance();
    expect(process.time).toBe(Infinity);
  });

  it('burst when they did, at whatever rate', () => {
    const silent = { ...bursty, calmRatePerSecond: 0 };
    const many = timesOf({ ...silent, burstRatePerSecond: 2000 }, 100, 9);
    for (const time of timesOf(silent, 100, 9)) {
      expect(Math.min(...many.map((other) => Math.abs(other - time)))).toBeLessThan(0.01);
    }
  });
});

describe('every kind', () => {
  const kinds: readonly Arrivals[] = [...varying, bursty, { kind: 'poisson', ratePerSecond: 9 }];

  it.each(kinds)('$kind never goes back, and is the same again from the same stream', (arrivals) => {
    const times = timesOf(arrivals, 200, 4);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times).toEqual(timesOf(arrivals, 200, 4));
    expect(times).not.toEqual(timesOf(arrivals, 200, 5));
  });
});

function timesOf(arrivals: Arrivals, durationSeconds: number, seed: number): number[] {
  const process = arrivalProcessOf(arrivals, new RandomStream(seed, 'arrivals'));
  const times: number[] = [];
  for (process.advance(); process.time < durationSeconds; process.advance()) times.push(process.time);
  return times;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
