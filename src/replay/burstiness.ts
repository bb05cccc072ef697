import { ROUND_TIMES_SECONDS } from './round-times.ts';

/** How unevenly requests arrive. */
export interface Burstiness {
  /** Width of the slices in which the unevenness is greatest, seconds of the log. */
  readonly sliceSeconds: number;
  /** Variance of the arrivals a slice divided by their mean: about 1 for Poisson arrivals at any width. */
  readonly dispersion: number;
}

/** Fewer slices would leave the variance to luck. */
const SLICES_MINIMUM = 50;

/**
 * Index of dispersion of counts: variance divided by mean. About 1 for Poisson
 * arrivals whatever the width of a slice, above 1 for arrivals in bursts, below for
 * regular ones. Null for fewer than two slices or no arrivals. Source: Cox and
 * Lewis, 'The Statistical Analysis of Series of Events', 1966, section 4.5.
 */
export function dispersionOf(counts: ArrayLike<number>): number | null {
  let sum = 0;
  for (let slice = 0; slice < counts.length; slice++) sum += counts[slice]!;
  const mean = sum / counts.length;
  if (counts.length < 2 || mean === 0) return null;
  let squares = 0;
  for (let slice = 0; slice < counts.length; slice++) squares += (counts[slice]! - mean) ** 2;
  return squares / (counts.length - 1) / mean;
}

/**
 * Traffic may be calm by the hour and wild by the second, so every round width is
 * tried and the one with the greatest dispersion returned. `timesSeconds` ascends;
 * the first `spanSeconds` from `fromSeconds` on count. Null for a stretch too short
 * to tell, or with less than one request in a slice of the widest kind.
 */
export function burstinessOf(
  timesSeconds: Float64Array,
  fromSeconds: number,
  spanSeconds: number,
): Burstiness | null {
  let most: Burstiness | null = null;
  for (const sliceSeconds of ROUND_TIMES_SECONDS) {
    const slices = Math.floor(spanSeconds / sliceSeconds);
    if (slices < SLICES_MINIMUM) break;
    // Counts of mostly 0 and 1 look like chance whatever they are.
    if (timesSeconds.length < slices / 2 || slices > 2_000_000) continue;
    const dispersion = dispersionOf(countsOf(timesSeconds, fromSeconds, sliceSeconds, slices));
    if (dispersion !== null && dispersion > (most?.dispersion ?? -1)) most = { sliceSeconds, dispersion };
  }
  return most;
}

function countsOf(
  timesSeconds: Float64Array,
  fromSeconds: number,
  sliceSeconds: number,
  slices: number,
): Float64Array {
  const counts = new Float64Array(slices);
  for (let index = 0; index < timesSeconds.length; index++) {
    const slice = Math.floor((timesSeconds[index]! - fromSeconds) / sliceSeconds);
    if (slice < slices) counts[slice]!++;
  }
  return counts;
}
