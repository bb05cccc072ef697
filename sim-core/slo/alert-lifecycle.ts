import { requireNotNegative } from '../theory/range.ts';

/**
 * `pending`: the condition holds, but not for long enough yet. `firing`: it did, and
 * somebody has been told. `resolved`: it fired and the condition has gone since.
 */
export type AlertState = 'inactive' | 'pending' | 'firing' | 'resolved';

/** How long a condition must hold, or be gone, before anybody hears of it. */
export interface AlertDurations {
  /** `for`: the condition must hold this long before the alert fires, from 0; default 0. */
  readonly forSeconds?: number;
  /** `keep_firing_for`: how long it goes on when the condition is gone, from 0; default 0. */
  readonly keepFiringForSeconds?: number;
  /** How long it is remembered as resolved, from 0; default 900, as in Prometheus. */
  readonly resolvedForSeconds?: number;
}

/** Two durations of so many seconds are the same but for rounding. */
const ROUNDING_SECONDS = 1e-9;

/**
 * The life of an alert, moved on by one evaluation of its condition after another: between
 * two of them nothing is seen. One evaluation without the condition sends a pending alert
 * back to the start. Lesson: alerts.
 *
 * Source: Prometheus, 'Alerting rules' in its documentation.
 */
export class AlertLifecycle {
  readonly #forSeconds: number;
  readonly #keepFiringForSeconds: number;
  readonly #resolvedForSeconds: number;
  #state: AlertState = 'inactive';
  #sinceSeconds = 0;
  /** When the condition was first missing from a firing alert; −1 while it holds. */
  #goneSeconds = -1;

  /** @throws RangeError when a duration is out of range. */
  constructor({ forSeconds = 0, keepFiringForSeconds = 0, resolvedForSeconds = 900 }: AlertDurations = {}) {
    requireNotNegative('alert', 'forSeconds', forSeconds);
    requireNotNegative('alert', 'keepFiringForSeconds', keepFiringForSeconds);
    requireNotNegative('alert', 'resolvedForSeconds', resolvedForSeconds);
    this.#forSeconds = forSeconds;
    this.#keepFiringForSeconds = keepFiringForSeconds;
    this.#resolvedForSeconds = resolvedForSeconds;
  }

  get state(): AlertState {
    return this.#state;
  }

  /** Time of the evaluation that led to the present state, seconds; 0 before the first change. */
  get sinceSeconds(): number {
    return this.#sinceSeconds;
  }

  /**
   * Takes in one evaluation.
   * @param timeSeconds now, not before an earlier one.
   * @param holds whether the condition holds.
   * @returns true when the state is another one now.
   */
  evaluate(timeSeconds: number, holds: boolean): boolean {
    const before = this.#state;
    const after = holds ? this.#stateWhenHolding(timeSeconds) : this.#stateWhenGone(timeSeconds);
    if (after === before) return false;
    this.#state = after;
    this.#sinceSeconds = timeSeconds;
    return true;
  }

  #stateWhenHolding(timeSeconds: number): AlertState {
    this.#goneSeconds = -1;
    if (this.#state === 'firing') return 'firing';
    const heldSeconds = this.#state === 'pending' ? timeSeconds - this.#sinceSeconds : 0;
    return isAtLeast(heldSeconds, this.#forSeconds) ? 'firing' : 'pending';
  }

  #stateWhenGone(timeSeconds: number): AlertState {
    if (this.#state === 'firing') {
      if (this.#goneSeconds < 0) this.#goneSeconds = timeSeconds;
      return isAtLeast(timeSeconds - this.#goneSeconds, this.#keepFiringForSeconds) ? 'resolved' : 'firing';
    }
    if (this.#state !== 'resolved') return 'inactive';
    return timeSeconds - this.#sinceSeconds > this.#resolvedForSeconds + ROUNDING_SECONDS
      ? 'inactive'
      : 'resolved';
  }
}

function isAtLeast(seconds: number, wanted: number): boolean {
  return seconds >= wanted - ROUNDING_SECONDS;
}
