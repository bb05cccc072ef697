/**
 * A quantile of values that were only counted in fixed buckets, as a metrics system stores
 * them: the values in a bucket are taken to lie evenly in it, so the answer is as good as the
 * bounds. Counts of several machines may be added up first; their quantiles may not.
 *
 * By the rules of Prometheus's `histogram_quantile`: the first bucket begins at 0 when its
 * bound is above 0, else its bound is the answer; in the last bucket the highest finite bound
 * is; below share 0 −Infinity and above 1 Infinity; a count below an earlier one is raised to
 * it. Where Prometheus says NaN the answer is null, and in an empty first bucket, for share 0,
 * where it begins. Lesson: metrics.
 * @param upperBounds ascending, the last Infinity; at least two for there to be an answer.
 * @param cumulativeCounts values up to each bound, from 0.
 * @param share 0.95 for the 95th percentile.
 * @returns a value in the unit of the bounds; null when nothing was counted.
 * @throws RangeError when the bounds do not ascend to Infinity or the counts are not as many.
 * Source: Prometheus, `histogram_quantile` in its documentation and promql/quantile.go.
 */
export function bucketQuantile(
  upperBounds: ArrayLike<number>,
  cumulativeCounts: ArrayLike<number>,
  share: number,
): number | null {
  requireBuckets(upperBounds, cumulativeCounts);
  if (Number.isNaN(share)) return null;
  if (share < 0) return -Infinity;
  if (share > 1) return Infinity;
  const last = upperBounds.length - 1;
  let total = 0;
  for (let bucket = 0; bucket <= last; bucket++) total = Math.max(total, cumulativeCounts[bucket]!);
  if (last < 1 || total === 0) return null;

  const rank = share * total;
  let below = 0;
  for (let bucket = 0; bucket < last; bucket++) {
    const reached = Math.max(below, cumulativeCounts[bucket]!);
    if (reached >= rank) {
      const end = upperBounds[bucket]!;
      if (bucket === 0 && end <= 0) return end;
      const start = bucket === 0 ? 0 : upperBounds[bucket - 1]!;
      return reached === below ? start : start + (end - start) * ((rank - below) / (reached - below));
    }
    below = reached;
  }
  return upperBounds[last - 1]!;
}

function requireBuckets(upperBounds: ArrayLike<number>, cumulativeCounts: ArrayLike<number>): void {
  const { length } = upperBounds;
  if (cumulativeCounts.length !== length) {
    throw new RangeError(
      `buckets: number of cumulativeCounts is ${cumulativeCounts.length}; expected ${length}, one a bound`,
    );
  }
  for (let bucket = 1; bucket < length; bucket++) {
    if (!(upperBounds[bucket]! > upperBounds[bucket - 1]!)) {
      throw new RangeError(
        `buckets: upperBounds[${bucket}] is ${upperBounds[bucket]}; expected more than the one before`,
      );
    }
  }
  if (length === 0 || upperBounds[length - 1] !== Infinity) {
    throw new RangeError(`buckets: last upperBounds is ${upperBounds[length - 1]}; expected Infinity`);
  }
}
