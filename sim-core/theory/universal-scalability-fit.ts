import { requireInteger, requireNotNegative, requirePositive } from './range.ts';
import type { ScalabilityLaw } from './universal-scalability.ts';

/** A measurement: so many workers got so much done. */
export interface ScalabilityPoint {
  /** n, from 1. */
  readonly workers: number;
  /** A second, from 0. */
  readonly throughputPerSecond: number;
}

/** A law and how well it fits. */
export interface ScalabilityFit extends ScalabilityLaw {
  /** Sum of the squared differences of throughput. */
  readonly squaredError: number;
}

/**
 * The Universal Scalability Law with the least squared error of throughput, all three
 * coefficients free within their ranges. Lesson: vertical scaling.
 * @param points from 3 to 10,000 measurements of at least three numbers of workers.
 * @throws RangeError when a point is out of range or there are too few.
 * Source: Gunther, Guerrilla Capacity Planning, 2007, chapter 5; the method is that of
 * Levenberg 1944 and Marquardt 1963.
 */
export function uslFit(points: readonly ScalabilityPoint[]): ScalabilityFit {
  requirePoints(points);
  // A bound that the best fit would cross is kept exactly, and the rest fitted again.
  const fits = [fit(points, [1, 2]), fit(points, [1]), fit(points, [2]), fit(points, [])];
  const allowed = fits.filter(([one, contention, coherency]) => {
    return one > 0 && contention >= 0 && contention <= one && coherency >= 0;
  });
  const best = allowed.reduce((a, b) => (squaredError(points, b) < squaredError(points, a) ? b : a));
  const [one, contention, coherency] = best;
  return {
    throughputPerSecondOfOne: 1 / one,
    contentionRatio: contention / one,
    coherencyRatio: coherency / one,
    squaredError: squaredError(points, best),
  };
}

/** 1/γ, α/γ and β/γ: X(n) = n / (their sum, weighted by 1, n − 1 and n (n − 1)), linear below the line. */
type Costs = [one: number, contention: number, coherency: number];

function weightsOf(workers: number): Costs {
  return [1, workers - 1, workers * (workers - 1)];
}

/** The best costs, of which the first and the `free` ones may differ from 0. */
function fit(points: readonly ScalabilityPoint[], free: readonly number[]): Costs {
  const parameters = [0, ...free];
  let costs = start(points);
  for (const index of [1, 2]) if (!free.includes(index)) costs[index] = 0;
  let error = squaredError(points, costs);
  let damping = 1e-3;
  for (let round = 0; round < 500 && damping < 1e12; round++) {
    const step = stepFrom(points, costs, parameters, damping);
    const next = costs.map((cost, index) => cost + step[index]!) as Costs;
    const nextError = next[0] > 0 ? squaredError(points, next) : Infinity;
    if (nextError < error) {
      [costs, error] = [next, nextError];
      damping = Math.max(damping / 10, 1e-12);
    } else damping *= 10;
  }
  return costs;
}

/** No contention at all, at the rate of each worker in the smallest measurement. */
function start(points: readonly ScalabilityPoint[]): Costs {
  const least = points
    .filter((point) => point.throughputPerSecond > 0)
    .reduce((a, b) => (b.workers < a.workers ? b : a));
  return [least.workers / least.throughputPerSecond, 0, 0];
}

/** Solves (JᵀJ + damping · its diagonal) step = Jᵀ residuals for the parameters named. */
function stepFrom(
  points: readonly ScalabilityPoint[],
  costs: Costs,
  parameters: readonly number[],
  damping: number,
): Costs {
  const rows = parameters.map(() => new Float64Array(parameters.length + 1));
  for (const { workers, throughputPerSecond } of points) {
    const weights = weightsOf(workers);
    const below = sumOf(costs, weights);
    const residual = throughputPerSecond - workers / below;
    const slopes = parameters.map((parameter) => (-workers * weights[parameter]!) / (below * below));
    rows.forEach((row, index) => {
      slopes.forEach((slope, other) => (row[other]! += slopes[index]! * slope));
      row[parameters.length]! += slopes[index]! * residual;
    });
  }
  rows.forEach((row, index) => (row[index]! *= 1 + damping));
  const step: Costs = [0, 0, 0];
  solve(rows).forEach((value, index) => (step[parameters[index]!] = value));
  return step;
}

/** Gaussian elimination; the matrix is positive definite, so it needs no change of rows. */
function solve(rows: Float64Array[]): number[] {
  const size = rows.length;
  rows.forEach((row, index) => {
    for (let below = index + 1; below < size; below++) {
      const factor = rows[below]![index]! / row[index]!;
      for (let column = index; column <= size; column++) rows[below]![column]! -= factor * row[column]!;
    }
  });
  const solution = new Array<number>(size).fill(0);
  for (let index = size - 1; index >= 0; index--) {
    let rest = rows[index]![size]!;
    for (let other = index + 1; other < size; other++) rest -= rows[index]![other]! * solution[other]!;
    solution[index] = rest / rows[index]![index]!;
  }
  return solution;
}

function squaredError(points: readonly ScalabilityPoint[], costs: Costs): number {
  let sum = 0;
  for (const { workers, throughputPerSecond } of points) {
    const below = sumOf(costs, weightsOf(workers));
    if (!(below > 0)) return Infinity;
    const residual = throughputPerSecond - workers / below;
    sum += residual * residual;
  }
  return sum;
}

function sumOf(costs: Costs, weights: Costs): number {
  return costs[0] * weights[0] + costs[1] * weights[1] + costs[2] * weights[2];
}

function requirePoints(points: readonly ScalabilityPoint[]): void {
  const model = 'fit of the Universal Scalability Law';
  requireInteger(model, 'number of points', points.length, 3, 10_000);
  for (const { workers, throughputPerSecond } of points) {
    requireNotNegative(model, 'workers beyond the first', workers - 1);
    requireNotNegative(model, 'throughputPerSecond', throughputPerSecond);
  }
  const different = new Set(points.map((point) => point.workers)).size;
  requireInteger(model, 'different numbers of workers', different, 3, 10_000);
  const most = points.reduce((largest, point) => Math.max(largest, point.throughputPerSecond), 0);
  requirePositive(model, 'largest throughputPerSecond', most);
}
