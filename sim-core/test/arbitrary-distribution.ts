import fc from 'fast-check';
import type { Distribution } from '#sim-core';

/** Seconds from 0, in whole milliseconds. */
export const milliseconds = (most: number): fc.Arbitrary<number> =>
  fc.oneof(fc.constant(0), fc.integer({ min: 1, max: most })).map((value) => value / 1000);

/** A distribution of a mean of at most so many milliseconds. */
export /** Any distribution but the extreme ones. */
const distribution = (mostMilliseconds: number): fc.Arbitrary<Distribution> => {
  const meanSeconds = milliseconds(mostMilliseconds);
  return fc.oneof<fc.Arbitrary<Distribution>[]>(
    meanSeconds.map((seconds) => ({ kind: 'deterministic', seconds })),
    meanSeconds.map((mean) => ({ kind: 'exponential', meanSeconds: mean })),
    fc.tuple(meanSeconds, meanSeconds).map(([a, b]) => ({
      kind: 'uniform',
      minimumSeconds: Math.min(a, b),
      maximumSeconds: Math.max(a, b),
    })),
    fc.record({
      kind: fc.constant('lognormal' as const),
      meanSeconds: meanSeconds.map((mean) => mean + 0.001),
      coefficientOfVariation: fc.double({ min: 0, max: 3, noNaN: true }),
    }),
    fc.record({ kind: fc.constant('erlang' as const), meanSeconds, shape: fc.integer({ min: 1, max: 5 }) }),
    fc.record({
      kind: fc.constant('hyperexponential' as const),
      meanSeconds: meanSeconds.map((mean) => mean + 0.001),
      coefficientOfVariation: fc.double({ min: 1, max: 4, noNaN: true }),
    }),
    fc.record({
      kind: fc.constant('pareto' as const),
      minimumSeconds: meanSeconds.map((mean) => mean / 2 + 0.0005),
      shape: fc.constantFrom(1.1, 2.5, 20),
    }),
    fc.record({
      kind: fc.constant('weibull' as const),
      meanSeconds,
      shape: fc.constantFrom(0.3, 1, 5),
    }),
    fc.tuple(meanSeconds, meanSeconds).map(([seconds, more]) => ({
      kind: 'quantiles',
      points: [
        { share: 0, seconds: 0 },
        { share: 0.9, seconds },
        { share: 1, seconds: seconds + more },
      ],
    })),
    fc.tuple(meanSeconds, meanSeconds).map(([seconds, mean]) => ({
      kind: 'mixture',
      parts: [
        { probability: 0.25, distribution: { kind: 'deterministic', seconds } },
        { probability: 0.75, distribution: { kind: 'exponential', meanSeconds: mean } },
      ],
    })),
    fc.record({
      kind: fc.constantFrom('sequence' as const, 'empirical' as const),
      seconds: fc.array(meanSeconds, { minLength: 1, maxLength: 5 }),
    }),
  );
};
