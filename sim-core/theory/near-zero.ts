import { portableExp, portableLog } from '../random/index.ts';

/*
 * Differences that would lose their digits where the result is close to 0. The two
 * roundings, of the exponential and of its logarithm, cancel: W. Kahan's device, printed in
 * Higham, Accuracy and Stability of Numerical Algorithms, 2002, section 1.14.1.
 */

/** 1 − e^(−x) for x from 0, right to the last digits however small x is. */
export function oneMinusExp(x: number): number {
  const rest = portableExp(-x);
  if (rest === 1) return x;
  const difference = 1 - rest;
  return difference === 1 ? 1 : (difference * x) / -portableLog(rest);
}

/** ln (1 − p) for p from 0 to 1, likewise; −Infinity at 1. */
export function logOneMinus(p: number): number {
  const rest = 1 - p;
  if (rest === 1) return -p;
  return rest === 0 ? -Infinity : (portableLog(rest) * p) / (1 - rest);
}

/** 1 − (1 − p)ⁿ: the probability that at least one of n independent events of probability p happens. */
export function atLeastOneOf(p: number, count: number): number {
  return count === 0 ? 0 : oneMinusExp(-count * logOneMinus(p));
}
