import { oneMinusExp } from './near-zero.ts';
import { requireInteger, requirePositive } from './range.ts';

/* How likely data is lost that is kept in copies, and copied again when a disk fails. */

const MODEL = 'durability';
const SECONDS_A_YEAR = 31_536_000;

/** Copies of an object on disks that fail independently of each other. */
export interface CopiedObject {
  /** n, an integer from 1 to 100. */
  readonly copies: number;
  /** λ of one disk, failures a year, above 0; 0.02 is a common figure. */
  readonly diskFailuresPerYear: number;
  /** Mean time until a lost copy is made again, 1/μ, seconds, above 0; all lost ones at the same time. */
  readonly repairSeconds: number;
}

/**
 * Mean time until the last copy is lost, years, from n copies on: a chain whose state is the
 * copies lost, i, with failures at (n − i) λ and repairs at i μ. The mean time from i to i + 1
 * is h(i) = (1 + i μ h(i − 1)) / ((n − i) λ); their sum is the answer.
 * Lesson: Storage that outlives the server.
 * @throws RangeError when a number is out of range.
 * Source: Patterson, Gibson and Katz, A Case for Redundant Arrays of Inexpensive Disks
 * (SIGMOD 1988), whose λ²-approximation this makes exact; Karlin and Taylor, A First Course in
 * Stochastic Processes, 4.7.
 */
export function meanYearsToLoss({ copies, diskFailuresPerYear, repairSeconds }: CopiedObject): number {
  requireInteger(MODEL, 'copies', copies, 1, 100);
  requirePositive(MODEL, 'diskFailuresPerYear', diskFailuresPerYear);
  requirePositive(MODEL, 'repairSeconds', repairSeconds);
  const repairsPerYear = SECONDS_A_YEAR / repairSeconds;
  let step = 0;
  let sum = 0;
  for (let lost = 0; lost < copies; lost++) {
    // Nothing is repaired while nothing is lost, however quick repairs are.
    const repaired = lost === 0 ? 0 : lost * repairsPerYear * step;
    step = (1 + repaired) / ((copies - lost) * diskFailuresPerYear);
    sum += step;
  }
  return sum;
}

/**
 * Probability that an object is lost within a year: 1 − e^(−1/m), m the mean time to loss,
 * which is close when repairs are quick beside failures. Eleven nines of durability are 10⁻¹¹.
 * @returns a probability from 0 to 1; exact with one copy.
 * @throws RangeError when a number is out of range, as above.
 */
export function annualLossProbability(object: CopiedObject): number {
  return oneMinusExp(1 / meanYearsToLoss(object));
}
