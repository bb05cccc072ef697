import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../random/index.ts';
import type { Distribution } from '../../scenario/scenario.ts';
import { arrivalProcessOf, expectedArrivals, mostExpectedArrivals } from '../../workload/arrival-process.ts';
import { upTo } from '../small-scenarios.ts';

describe('the bound of expected renewals', () => {
  const mixture = (probability: number, seconds: number, shape: number): Distribution => ({
    kind: 'mixture',
    parts: [
      { probability, distribution: { kind: 'exponential', meanSeconds: seconds } },
      { probability: 1 - probability, distribution: { kind: 'pareto', minimumSeconds: 2, shape } },
    ],
  });

  it.each<Distribution>([
    { kind: 'exponential', meanSeconds: 0.5 },
    { kind: 'deterministic', seconds: 3 },
    { kind: 'lognormal', meanSeconds: 1, coefficientOfVariation: 5 },
    { kind: 'pareto', minimumSeconds: 0.7, shape: 1.2 },
    { kind: 'weibull', meanSeconds: 5, shape: 0.3 },
    { kind: 'hyperexponential', meanSeconds: 20, coefficientOfVariation: 6 },
    { kind: 'empirical', seconds: [0, 0, 0, 0, 40] },
    { kind: 'sequence', seconds: [0, 0, 0, 0, 40] },
    mixture(0.99, 0, 1.5),
    mixture(0.9, 0.01, 3),
  ])('of %j holds, and is no further off than that of the long run', (intervalSeconds) => {
    const arrivals = { kind: 'renewal', intervalSeconds } as const;
    for (const seconds of [0, 1, 10, 100]) {
      const runs = 1000;
      const counts = upTo(runs).map((seed) => {
        const process = arrivalProcessOf(arrivals, new RandomStream(seed, 'renewals'));
        let count = 0;
        for (process.advance(); process.time <= seconds; process.advance()) count++;
        return count;
      });
      const mean = counts.reduce((sum, count) => sum + count, 0) / runs;
      const spread = Math.sqrt(counts.reduce((sum, count) => sum + (count - mean) ** 2, 0)) / runs;
      const bound = mostExpectedArrivals(arrivals, seconds);
      expect(mean).toBeLessThanOrEqual(bound + 4.5 * spread);
      expect(bound).toBeGreaterThanOrEqual(expectedArrivals(arrivals, seconds));
      expect(bound).toBeLessThan(Infinity);
    }
  });
});
