/** A mean over independent replications with the half width of its 95 % confidence interval. */
export interface Interval {
  readonly mean: number;
  readonly halfWidth: number;
  readonly count: number;
}

/** Quantile 0.975 of Student's t by degrees of freedom, from 1; any table of it. */
const STUDENT_975 = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
  2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
];

/**
 * The 95 % interval of the mean of 2 to 31 independent values.
 * @throws RangeError for fewer or more of them.
 */
export function intervalOf(values: readonly number[]): Interval {
  const quantile = STUDENT_975[values.length - 2];
  if (quantile === undefined) {
    throw new RangeError(`interval: count of values is ${values.length}; expected an integer from 2 to 31`);
  }
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  const standardError = Math.sqrt(squares / (values.length - 1) / values.length);
  return { mean, halfWidth: quantile * standardError, count: values.length };
}
