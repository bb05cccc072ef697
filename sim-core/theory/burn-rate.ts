import { requireNotNegative, requirePositive, requireRatio } from './range.ts';

/*
 * The arithmetic of error budgets. A burn rate of 1 spends the budget exactly over the
 * period. Lesson: alerts. Source: Beyer et al., The Site Reliability Workbook, 2018,
 * chapter 5, 'Alerting on SLOs'.
 */

/** An alert on how fast the budget burns, as far as its timing goes. */
export interface BurnRateAlert {
  /** The share of requests that should succeed, from 0 to below 1; 0.999 for 'three nines'. */
  readonly objectiveRatio: number;
  /** It fires above this many times the rate that spends the budget over the period; above 0. */
  readonly burnRate: number;
  /** Over which the error ratio is taken, above 0. */
  readonly longWindowSeconds: number;
  /** Over which it must be exceeded too, so that the alert ends soon; default: no such window. */
  readonly shortWindowSeconds?: number;
}

const MODEL = 'burn rate';

/**
 * How many times faster than the objective allows failures happen: e / (1 − objective).
 * @param errorRatio e, share of requests that fail, from 0 to 1.
 * @throws RangeError when a number is out of range.
 */
export function burnRateOf(objectiveRatio: number, errorRatio: number): number {
  requireRatio(MODEL, 'errorRatio', errorRatio);
  return errorRatio / budgetOf(objectiveRatio);
}

/**
 * The share of failing requests that burns at a rate: burn · (1 − objective); above 1, none does.
 * @throws RangeError when a number is out of range.
 */
export function burnRateErrorRatio(objectiveRatio: number, burnRate: number): number {
  requireNotNegative(MODEL, 'burnRate', burnRate);
  return burnRate * budgetOf(objectiveRatio);
}

/**
 * Share of the period's budget that is gone after burning at a rate for a time.
 * @param windowSeconds from 0.
 * @param periodSeconds of the objective, above 0; 30 days is usual.
 * @throws RangeError when a number is out of range.
 */
export function budgetSpentRatio(burnRate: number, windowSeconds: number, periodSeconds: number): number {
  requireNotNegative(MODEL, 'burnRate', burnRate);
  requireNotNegative(MODEL, 'windowSeconds', windowSeconds);
  requirePositive(MODEL, 'periodSeconds', periodSeconds);
  return (burnRate * windowSeconds) / periodSeconds;
}

/**
 * Time until nothing of the budget is left, seconds; Infinity at a burn rate of 0.
 * @throws RangeError when a number is out of range.
 */
export function budgetExhaustionSeconds(burnRate: number, periodSeconds: number): number {
  requireNotNegative(MODEL, 'burnRate', burnRate);
  requirePositive(MODEL, 'periodSeconds', periodSeconds);
  return periodSeconds / burnRate;
}

/**
 * Time from the start of an incident to the alert, seconds: (1 − objective) / e · window ·
 * burn, when nothing failed before and traffic is steady. The longer window decides.
 * @param errorRatio e during the incident, from 0 to 1.
 * @returns Infinity when it is not above what the alert tolerates.
 * @throws RangeError when a number is out of range.
 */
export function burnRateDetectionSeconds(alert: BurnRateAlert, errorRatio: number): number {
  const tolerated = toleratedRatio(alert, errorRatio);
  if (tolerated >= 1) return Infinity;
  return tolerated * Math.max(alert.longWindowSeconds, alert.shortWindowSeconds ?? 0);
}

/**
 * Time from the end of an incident to that of its alert, seconds: the first window to have
 * let go enough of it decides, window · (1 − burn (1 − objective) / e).
 * @param errorRatio e during the incident, from 0 to 1; steady for as long as the windows look back.
 * @returns 0 when there was no alert.
 * @throws RangeError when a number is out of range.
 */
export function burnRateResetSeconds(alert: BurnRateAlert, errorRatio: number): number {
  const tolerated = toleratedRatio(alert, errorRatio);
  if (tolerated >= 1) return 0;
  return (1 - tolerated) * Math.min(alert.longWindowSeconds, alert.shortWindowSeconds ?? Infinity);
}

/** What share of an error ratio the alert puts up with; Infinity of none. */
function toleratedRatio(alert: BurnRateAlert, errorRatio: number): number {
  requirePositive(MODEL, 'burnRate', alert.burnRate);
  requirePositive(MODEL, 'longWindowSeconds', alert.longWindowSeconds);
  if (alert.shortWindowSeconds !== undefined) {
    requirePositive(MODEL, 'shortWindowSeconds', alert.shortWindowSeconds);
  }
  return alert.burnRate / burnRateOf(alert.objectiveRatio, errorRatio);
}

function budgetOf(objectiveRatio: number): number {
  requireRatio(MODEL, 'objectiveRatio', objectiveRatio);
  requirePositive(MODEL, 'error budget', 1 - objectiveRatio);
  return 1 - objectiveRatio;
}
