import type { Interval } from '#sim-core';

/** One expected value against what the engine made of it. Plain data, for print and for a page. */
export interface Verdict {
  readonly id: string;
  readonly metric: string;
  readonly expected: number | readonly number[];
  readonly simulated: number | readonly number[] | null;
  /** Half width of the 95 % interval; null for a scenario without chance. */
  readonly halfWidth: number | null;
  /** Largest difference that the case allows; null where it states none. */
  readonly tolerance: number | null;
  /** Whether the 95 % interval, widened by the error of the expected value, holds it; null where it need not. */
  readonly insideInterval: boolean | null;
  readonly passed: boolean;
}

/**
 * An interval of 95 % misses one true value in twenty, and there are some hundred of them;
 * twice its width misses fewer than one in a thousand.
 */
const WIDENED = 2;

export interface Comparison {
  readonly id: string;
  readonly metric: string;
  readonly expected: number;
  readonly expectedError: number;
  readonly onlyInTheLimit: boolean;
  readonly tolerance: number | null;
}

/**
 * A value with chance in it passes when it is off by no more than the case's tolerance and
 * by no more than twice the half width of its own interval. The first keeps an engine with
 * wide intervals from passing, the second one that is precise and wrong.
 */
export function judgeInterval(comparison: Comparison, interval: Interval | null): Verdict {
  const { id, metric, expected, expectedError, onlyInTheLimit, tolerance } = comparison;
  if (interval === null || !Number.isFinite(interval.mean)) {
    return {
      id,
      metric,
      expected,
      simulated: null,
      halfWidth: null,
      tolerance,
      insideInterval: null,
      passed: false,
    };
  }
  const { mean, halfWidth } = interval;
  const off = Math.abs(mean - expected);
  const tolerable = tolerance === null || off <= tolerance;
  const insideInterval = onlyInTheLimit ? null : off <= halfWidth + expectedError;
  const plausible = onlyInTheLimit || off <= WIDENED * halfWidth + expectedError;
  return {
    id,
    metric,
    expected,
    simulated: mean,
    halfWidth,
    tolerance,
    insideInterval,
    passed: tolerable && plausible,
  };
}

/** Numbers of a scenario without chance pass when none is off by more than the tolerance. */
export function judgeExact(
  id: string,
  metric: string,
  expected: number | readonly number[],
  simulated: number | readonly number[],
  tolerance: number,
): Verdict {
  const wanted = [expected].flat();
  const found = [simulated].flat();
  const passed =
    wanted.length === found.length &&
    wanted.every((value, index) => Math.abs(value - found[index]!) <= tolerance);
  return { id, metric, expected, simulated, halfWidth: null, tolerance, insideInterval: null, passed };
}
