import { requirePositive, requireRatio } from '../theory/range.ts';

/** A service-level objective: the share of requests that should be good over a period. */
export interface ServiceLevelObjective {
  /** From 0 to below 1; 0.999 for 'three nines'. */
  readonly objectiveRatio: number;
  /** Over which it is judged, seconds, above 0; 30 days is usual. */
  readonly periodSeconds: number;
}

/**
 * The share of requests that may fail: 1 − objective.
 * @returns a ratio above 0, up to 1.
 * @throws RangeError when the objective is out of range; one of 1 leaves no budget to speak of.
 */
export function errorBudgetRatio(objectiveRatio: number): number {
  requireRatio('objective', 'objectiveRatio', objectiveRatio);
  requirePositive('objective', 'error budget', 1 - objectiveRatio);
  return 1 - objectiveRatio;
}

/** Refuses an objective that nobody could judge. */
export function requireObjective(objective: ServiceLevelObjective): void {
  errorBudgetRatio(objective.objectiveRatio);
  requirePositive('objective', 'periodSeconds', objective.periodSeconds);
}
