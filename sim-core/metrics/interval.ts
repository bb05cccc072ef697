/** A mean and the range that holds the true one in 95 of 100 such experiments. */
export interface Interval {
  readonly mean: number;
  /** Infinity for a single value, which says nothing of the spread. */
  readonly halfWidth: number;
  readonly low: number;
  readonly high: number;
  readonly count: number;
}

/** 97.5 % quantiles of Student's t for 1 to 30 degrees of freedom (any statistics table). */
const T_QUANTILES = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
  2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
];

/** The 95 % interval of the mean of independent values, by Student's t. At least one value. */
export function intervalOf(values: readonly number[]): Interval {
  const count = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  const halfWidth = count < 2 ? Infinity : tQuantile(count - 1) * Math.sqrt(squares / (count - 1) / count);
  return { mean, halfWidth, low: mean - halfWidth, high: mean + halfWidth, count };
}

/** Beyond the table, the first correction to the normal quantile (Cornish–Fisher). */
function tQuantile(degrees: number): number {
  return T_QUANTILES[degrees - 1] ?? 1.959964 * (1 + (1.959964 * 1.959964 + 1) / (4 * degrees));
}
