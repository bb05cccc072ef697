/**
 * Index of dispersion of counts: variance divided by mean. About 1 for Poisson
 * arrivals whatever the width of a slice, above 1 for arrivals in bursts, below for
 * regular ones. Null for fewer than two slices or no arrivals. Source: Cox and
 * Lewis, 'The Statistical Analysis of Series of Events', 1966, section 4.5.
 */
export function dispersionOf(counts: readonly number[]): number | null {
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  if (counts.length < 2 || mean === 0) return null;
  const squares = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0);
  return squares / (counts.length - 1) / mean;
}
