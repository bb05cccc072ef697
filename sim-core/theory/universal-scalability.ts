import { requireNotNegative, requirePositive, requireRatio } from './range.ts';

/** How throughput follows from the number of workers, processors or users n. */
export interface ScalabilityLaw {
  /** γ: throughput of one worker, a second, above 0. */
  readonly throughputPerSecondOfOne: number;
  /** α: share of the work that waits for a shared thing, from 0 to 1. */
  readonly contentionRatio: number;
  /** β: cost of each pair of workers agreeing with one another, relative to the work, from 0. */
  readonly coherencyRatio: number;
}

/**
 * Universal Scalability Law: X(n) = γ n / (1 + α (n − 1) + β n (n − 1)). Amdahl's law when
 * β is 0; else throughput has a peak, and more workers past it make things worse. Lesson:
 * vertical scaling.
 * @param workers n, above 0, not necessarily whole.
 * @returns throughput a second.
 * @throws RangeError when a number is out of range.
 * Source: Gunther, Guerrilla Capacity Planning, 2007, chapter 4.
 */
export function uslThroughputPerSecond(law: ScalabilityLaw, workers: number): number {
  requireLaw(law);
  requirePositive(MODEL, 'workers', workers);
  const { throughputPerSecondOfOne, contentionRatio, coherencyRatio } = law;
  const others = workers - 1;
  return (
    (throughputPerSecondOfOne * workers) / (1 + contentionRatio * others + coherencyRatio * workers * others)
  );
}

/**
 * The number of workers with the highest throughput, √((1 − α) / β), as a real number;
 * Infinity where there is no peak.
 * @throws RangeError when a number is out of range.
 */
export function uslPeakWorkers(law: ScalabilityLaw): number {
  requireLaw(law);
  return law.coherencyRatio === 0 ? Infinity : Math.sqrt((1 - law.contentionRatio) / law.coherencyRatio);
}

/**
 * What contention alone would allow, γ / α a second: the ceiling by Amdahl's law, above any
 * peak; Infinity without contention.
 * @throws RangeError when a number is out of range.
 */
export function uslThroughputPerSecondCeiling(law: ScalabilityLaw): number {
  requireLaw(law);
  return law.throughputPerSecondOfOne / law.contentionRatio;
}

const MODEL = 'Universal Scalability Law';

function requireLaw(law: ScalabilityLaw): void {
  requirePositive(MODEL, 'throughputPerSecondOfOne', law.throughputPerSecondOfOne);
  requireRatio(MODEL, 'contentionRatio', law.contentionRatio);
  requireNotNegative(MODEL, 'coherencyRatio', law.coherencyRatio);
}
