/**
 * The shares that Zipf's law gives to groups of ranks: the first thirty alone, then groups
 * that double, so that each is large enough to be counted.
 */
export function zipfShares(
  count: number,
  skew: number,
): { readonly shares: Float64Array; readonly groupOf: (rank: number) => number } {
  const groupOf = (rank: number): number => (rank < 30 ? rank : 25 + Math.floor(Math.log2(rank + 2)));
  const shares = new Float64Array(groupOf(count - 1) + 1);
  let total = 0;
  for (let rank = count - 1; rank >= 0; rank--) {
    const weight = (rank + 1) ** -skew;
    shares[groupOf(rank)]! += weight;
    total += weight;
  }
  return { shares: shares.map((share) => share / total), groupOf };
}

/** Pearson's statistic of counts against shares, those of less than five expected put together. */
export function chiSquare(
  seen: ArrayLike<number>,
  shares: Float64Array,
): { readonly statistic: number; readonly degrees: number } {
  const total = Array.from(seen).reduce((sum, count) => sum + count, 0);
  let statistic = 0;
  let groups = 0;
  const rare = { seen: 0, expected: 0 };
  const add = (count: number, expected: number): void => {
    statistic += ((count - expected) * (count - expected)) / expected;
    groups++;
  };
  shares.forEach((share, i) => {
    if (share * total >= 5) return add(seen[i]!, share * total);
    rare.seen += seen[i]!;
    rare.expected += share * total;
  });
  if (rare.expected >= 1) add(rare.seen, rare.expected);
  return { statistic, degrees: Math.max(1, groups - 1) };
}
