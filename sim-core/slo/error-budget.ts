import { errorBudgetRatio, requireObjective, type ServiceLevelObjective } from './objective.ts';
import { SlidingErrorRatio } from './sliding-error-ratio.ts';

/**
 * How much of an objective's error budget is gone, over the last period. Before a whole
 * period has passed, the rest of it is taken to bring as many requests as the part so far:
 * an hour of total failure is as bad on the first day as on any other. Lesson: alerts.
 *
 * Source: Beyer et al., The Site Reliability Workbook, 2018, chapter 5.
 */
export class ErrorBudget {
  readonly objective: ServiceLevelObjective;
  readonly #window: SlidingErrorRatio;
  readonly #startSeconds: number;
  #nowSeconds: number;

  /**
   * @param sampleSeconds time between scrapes, above 0.
   * @param startSeconds when counting begins, from 0; default 0.
   * @throws RangeError when a number is out of range.
   */
  constructor(objective: ServiceLevelObjective, sampleSeconds: number, startSeconds = 0) {
    requireObjective(objective);
    this.objective = objective;
    this.#window = new SlidingErrorRatio(objective.periodSeconds, sampleSeconds);
    this.#startSeconds = startSeconds;
    this.#nowSeconds = startSeconds;
  }

  /**
   * Counts what happened since the last sample.
   * @param timeSeconds now, not before an earlier one.
   * @param requests a whole number from 0.
   * @param failures a whole number from 0 to `requests`.
   */
  sample(timeSeconds: number, requests: number, failures: number): void {
    this.#nowSeconds = timeSeconds;
    this.#window.add(timeSeconds, requests, failures);
  }

  /** Share of the period's budget that is spent, from 0; above 1 the objective is missed. */
  get spentRatio(): number {
    const { objectiveRatio, periodSeconds } = this.objective;
    const elapsed = Math.min(1, (this.#nowSeconds - this.#startSeconds) / periodSeconds);
    return (elapsed * this.#window.errorRatio) / errorBudgetRatio(objectiveRatio);
  }

  /** Share of the period's budget that is left, up to 1; below 0 the objective is missed. */
  get leftRatio(): number {
    return 1 - this.spentRatio;
  }
}
