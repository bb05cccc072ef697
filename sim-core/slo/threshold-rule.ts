import { AlertLifecycle, type AlertDurations, type AlertState } from './alert-lifecycle.ts';

/** An alert on a metric past a threshold. */
export interface ThresholdRuleOptions extends AlertDurations {
  /** Whether the metric is wrong above the threshold or below it; on it, it is right. */
  readonly comparison: 'above' | 'below';
  /** In the metric's unit. */
  readonly threshold: number;
}

/**
 * Fires when a metric has been past a threshold for long enough, such as a success rate
 * below 95 % for a minute. Feed it each scraped value. Lesson: alerts.
 *
 * Source: Prometheus, 'Alerting rules' in its documentation.
 */
export class ThresholdRule {
  readonly #isAbove: boolean;
  readonly #threshold: number;
  readonly #lifecycle: AlertLifecycle;

  /** @throws RangeError when the threshold is not a number or a duration is out of range. */
  constructor(options: ThresholdRuleOptions) {
    if (Number.isNaN(options.threshold)) {
      throw new RangeError(`threshold rule: threshold is NaN; expected a number`);
    }
    this.#isAbove = options.comparison === 'above';
    this.#threshold = options.threshold;
    this.#lifecycle = new AlertLifecycle(options);
  }

  get state(): AlertState {
    return this.#lifecycle.state;
  }

  /** Time of the sample that led to the present state, seconds; 0 before the first change. */
  get sinceSeconds(): number {
    return this.#lifecycle.sinceSeconds;
  }

  /**
   * Takes in one sample.
   * @param timeSeconds now, not before an earlier one.
   * @param value of the metric; null or NaN when there is none, which is past no threshold: an
   * alert on a metric that a dead machine no longer reports stays silent.
   * @returns true when the state is another one now.
   */
  sample(timeSeconds: number, value: number | null): boolean {
    const isPast = value !== null && (this.#isAbove ? value > this.#threshold : value < this.#threshold);
    return this.#lifecycle.evaluate(timeSeconds, isPast);
  }
}
