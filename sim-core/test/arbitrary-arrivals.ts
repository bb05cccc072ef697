import fc from 'fast-check';
import type { Arrivals } from '#sim-core';
import { distribution, milliseconds } from './arbitrary-distribution.ts';

const ratePerSecond = fc.integer({ min: 1, max: 60 });
/** Any kind of arrivals. */
export const arrivals: fc.Arbitrary<Arrivals> = fc.oneof<fc.Arbitrary<Arrivals>[]>(
  fc.record({ kind: fc.constant('poisson' as const), ratePerSecond }),
  fc.record({ kind: fc.constant('constant' as const), ratePerSecond }),
  ratePerSecond.map((rate) => ({
    kind: 'renewal',
    intervalSeconds: { kind: 'erlang', meanSeconds: 1 / rate, shape: 2 },
  })),
  fc.tuple(ratePerSecond, fc.constantFrom(0, 5)).map(([rate, calm]) => ({
    kind: 'bursty',
    calmRatePerSecond: calm,
    burstRatePerSecond: rate,
    calmMeanSeconds: 2,
    burstMeanSeconds: 1,
  })),
  fc.tuple(ratePerSecond, fc.constantFrom(1, 1.5, 2)).map(([rate, peakToMean]) => ({
    kind: 'daily-rhythm',
    ratePerSecond: rate,
    peakToMean,
    periodSeconds: 4,
  })),
  fc.tuple(ratePerSecond, fc.constantFrom(0, 3)).map(([rate, base]) => ({
    kind: 'flash-crowd',
    baseRatePerSecond: base,
    peakRatePerSecond: rate,
    startSeconds: 2,
    rampUpSeconds: 1,
    holdSeconds: 3,
  })),
  fc
    .array(fc.tuple(milliseconds(4000), fc.integer({ min: 0, max: 60 })), { minLength: 1, maxLength: 5 })
    .map((steps) => {
      let seconds = 0;
      const points = steps.map(([later, rate]) => ({ seconds: (seconds += later), ratePerSecond: rate }));
      return { kind: 'rate-curve', points };
    }),
  fc.tuple(fc.integer({ min: 1, max: 30 }), distribution(2000)).map(([users, thinkTime]) => ({
    kind: 'closed',
    users: Math.min(users, 10),
    thinkTime,
    leaveProbability: users / 100,
  })),
  fc
    .record({ times: fc.array(milliseconds(12_000), { maxLength: 100 }), speed: fc.constantFrom(0.5, 1, 3) })
    .map(({ times, speed }) => ({ kind: 'recorded', timesSeconds: times.toSorted((a, b) => a - b), speed })),
);
