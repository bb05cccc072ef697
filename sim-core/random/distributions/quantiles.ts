import type { DistributionKind, Of } from './kind.ts';

type Quantiles = Of<'quantiles'>;

/**
 * As read off a dashboard: half of the requests take less than this, 99 % less than that.
 * Between two points the time is even, so the distribution function goes in straight lines
 * and a draw inverts it (Law, Simulation Modeling and Analysis, 2015, section 8.3.16).
 * What lies in the tail beyond the last known quantile is for the point at share 1 to say.
 * Lesson: Metrics.
 */
export const quantiles: DistributionKind<Quantiles> = {
  samplerOf: ({ points }, stream) => {
    const shares = Float64Array.from(points, ({ share }) => share);
    const seconds = Float64Array.from(points, (point) => point.seconds);
    return {
      drawInto: (target, place) => {
        const share = stream.nextUniform();
        let low = 0;
        let high = shares.length - 1;
        // The share is at or above that of `low`, and below that of `high`.
        while (high - low > 1) {
          const middle = (low + high) >>> 1;
          if (shares[middle]! <= share) low = middle;
          else high = middle;
        }
        const within = (share - shares[low]!) / (shares[high]! - shares[low]!);
        target[place] = seconds[low]! + within * (seconds[high]! - seconds[low]!);
      },
    };
  },
  meanSecondsOf: meanOf,
  coefficientOfVariationOf: (from) => {
    const mean = meanOf(from);
    // Deviations from the mean, for a sum without cancellation: each segment is a uniform.
    const variance = overSegments(from, (width, a, b) => {
      const [low, high] = [a - mean, b - mean];
      return (width * (low * low + low * high + high * high)) / 3;
    });
    return Math.sqrt(variance) / mean;
  },
};

function meanOf(from: Quantiles): number {
  return overSegments(from, (width, a, b) => (width * (a + b)) / 2);
}

function overSegments(
  { points }: Quantiles,
  term: (width: number, fromSeconds: number, toSeconds: number) => number,
): number {
  let sum = 0;
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1]!, points[i]!];
    sum += term(b.share - a.share, a.seconds, b.seconds);
  }
  return sum;
}
