import { requirePositive } from '../theory/range.ts';
import { AlertLifecycle, type AlertDurations, type AlertState } from './alert-lifecycle.ts';
import { errorBudgetRatio } from './objective.ts';
import { SlidingErrorRatio } from './sliding-error-ratio.ts';

/** An alert on how fast an error budget burns. */
export interface BurnRateRuleOptions extends AlertDurations {
  /** The share of requests that should be good, from 0 to below 1. */
  readonly objectiveRatio: number;
  /** It fires above this many times the rate that spends the budget over the period; above 0. */
  readonly burnRate: number;
  /** Seconds, above 0. */
  readonly longWindowSeconds: number;
  /** Over which the rate must be exceeded too, above 0; default: the long window alone counts. */
  readonly shortWindowSeconds?: number;
  /** Time between scrapes, seconds, above 0. */
  readonly sampleSeconds: number;
}

/**
 * Fires while the error budget burns too fast over a long window and over a short one: the
 * long one so that a blip wakes nobody, the short one so that it ends with the incident. Feed
 * it the requests and failures of each scrape; a rule each for the pairs of
 * `burnRateWindows`. Before a window has passed for the first time, the part so far stands
 * for it, as in Prometheus. Lesson: alerts.
 *
 * Source: Beyer et al., The Site Reliability Workbook, 2018, chapter 5, 'Multiwindow,
 * Multi-Burn-Rate Alerts'.
 */
export class BurnRateRule {
  readonly #budgetRatio: number;
  readonly #burnRate: number;
  readonly #long: SlidingErrorRatio;
  readonly #short: SlidingErrorRatio;
  readonly #lifecycle: AlertLifecycle;

  /** @throws RangeError when a number is out of range. */
  constructor(options: BurnRateRuleOptions) {
    requirePositive('burn-rate rule', 'burnRate', options.burnRate);
    const { longWindowSeconds, shortWindowSeconds = longWindowSeconds, sampleSeconds } = options;
    this.#budgetRatio = errorBudgetRatio(options.objectiveRatio);
    this.#burnRate = options.burnRate;
    this.#long = new SlidingErrorRatio(longWindowSeconds, sampleSeconds);
    const isOneWindow = shortWindowSeconds === longWindowSeconds;
    this.#short = isOneWindow ? this.#long : new SlidingErrorRatio(shortWindowSeconds, sampleSeconds);
    this.#lifecycle = new AlertLifecycle(options);
  }

  get state(): AlertState {
    return this.#lifecycle.state;
  }

  /** Time of the sample that led to the present state, seconds; 0 before the first change. */
  get sinceSeconds(): number {
    return this.#lifecycle.sinceSeconds;
  }

  /** Burn rate over the long window, from 0. */
  get longBurnRate(): number {
    return this.#long.errorRatio / this.#budgetRatio;
  }

  /** Burn rate over the short window, from 0. */
  get shortBurnRate(): number {
    return this.#short.errorRatio / this.#budgetRatio;
  }

  /**
   * Takes in one scrape.
   * @param timeSeconds now, not before an earlier one.
   * @param requests since the last scrape, a whole number from 0.
   * @param failures among them, a whole number from 0 to `requests`.
   * @returns true when the state is another one now.
   */
  sample(timeSeconds: number, requests: number, failures: number): boolean {
    this.#long.add(timeSeconds, requests, failures);
    if (this.#short !== this.#long) this.#short.add(timeSeconds, requests, failures);
    const isTooFast = this.longBurnRate > this.#burnRate && this.shortBurnRate > this.#burnRate;
    return this.#lifecycle.evaluate(timeSeconds, isTooFast);
  }
}
