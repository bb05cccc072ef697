import { requireInteger, requireNotNegative, requireRatio } from '../theory/range.ts';
import { CountWindow, type FailureWindow, TimeWindow } from './failure-window.ts';

/** When a caller stops calling, and when it tries again. */
export interface CircuitBreakerRule {
  /** Opens when so large a share of the window failed, or a larger one. Above 0 to 1; 0.5 unless given. */
  readonly failureRatio?: number;
  /** The outcomes that count: of the last calls, or of the last seconds. The last 100 calls unless given. */
  readonly window?:
    { readonly kind: 'count'; readonly calls: number } | { readonly kind: 'time'; readonly seconds: number };
  /** With fewer outcomes in the window it stays closed; a window of fewer calls has to be full. 100 unless given. */
  readonly minimumCalls?: number;
  /** How long it refuses everything. From 0; 60 unless given. */
  readonly openSeconds?: number;
  /** Calls let through to find out whether the callee is back. 10 unless given. */
  readonly probes?: number;
}

export type CircuitBreakerState = 'closed' | 'open' | 'half-open';

/**
 * Stands in front of one callee and fails calls at once while it seems broken, which
 * spares the caller the wait and the callee the load.
 *
 * Closed, it lets calls through and counts outcomes. When enough of the window failed it
 * opens and refuses. After `openSeconds` the next call finds it half-open: so many probes
 * go through, the rest is refused; when all have ended, the failed share decides whether
 * it closes, with an empty window, or opens again. Outcomes of calls that were let through
 * in an earlier state are ignored: a timeout from before the opening says nothing about
 * now. A probe that never ends keeps it half-open, so callers need a timeout, too.
 * Lesson: Other people’s services. Source: Nygard, Release It! (2007), chapter 5;
 * parameters and defaults of resilience4j (its rule on slow calls is left out); calls
 * know their state as in sony/gobreaker.
 */
export class CircuitBreaker {
  readonly #failureRatio: number;
  readonly #window: FailureWindow;
  readonly #minimumCalls: number;
  readonly #openSeconds: number;
  readonly #probes: number;
  #state: CircuitBreakerState = 'closed';
  /** Number of the present state, from 1: a new one with each change. */
  #period = 1;
  #triesAgainAt = 0;
  #probesLeft = 0;
  #probesEnded = 0;
  #probesFailed = 0;

  constructor(rule: CircuitBreakerRule) {
    const { failureRatio = 0.5, minimumCalls = 100, openSeconds = 60, probes = 10 } = rule;
    const window = rule.window ?? { kind: 'count', calls: 100 };
    requireRatio('circuit breaker', 'failureRatio', failureRatio);
    if (failureRatio === 0) {
      throw new RangeError('circuit breaker: failureRatio is 0; expected a number above 0 to 1');
    }
    requireInteger('circuit breaker', 'minimumCalls', minimumCalls, 1, 1_000_000);
    requireNotNegative('circuit breaker', 'openSeconds', openSeconds);
    requireInteger('circuit breaker', 'probes', probes, 1, 1_000_000);
    this.#failureRatio = failureRatio;
    this.#window = window.kind === 'count' ? new CountWindow(window.calls) : new TimeWindow(window.seconds);
    this.#minimumCalls = window.kind === 'count' ? Math.min(minimumCalls, window.calls) : minimumCalls;
    this.#openSeconds = openSeconds;
    this.#probes = probes;
  }

  /** What a call would find now; an open breaker turns half-open by the clock. */
  stateAt(now: number): CircuitBreakerState {
    return this.#state === 'open' && now >= this.#triesAgainAt ? 'half-open' : this.#state;
  }

  /**
   * Asks to make a call: 0 when it is refused, else a permit, which is to be handed back
   * to `report` or `giveBack` once.
   * @param now seconds, never earlier than in the call before
   */
  permit(now: number): number {
    if (this.#state === 'open') {
      if (now < this.#triesAgainAt) return 0;
      this.#enter('half-open');
      this.#probesLeft = this.#probes;
      this.#probesEnded = 0;
      this.#probesFailed = 0;
    }
    if (this.#state === 'half-open') {
      if (this.#probesLeft === 0) return 0;
      this.#probesLeft--;
    }
    return this.#period;
  }

  /** How a permitted call ended. A caller's timeout is a failure. */
  report(permit: number, now: number, failed: boolean): void {
    if (permit !== this.#period) return;
    if (this.#state === 'half-open') this.#reportProbe(now, failed);
    else {
      this.#window.record(now, failed);
      const { calls, failures } = this.#window;
      if (calls >= this.#minimumCalls && failures / calls >= this.#failureRatio) this.#open(now);
    }
  }

  /** A permitted call was not made after all, or ended without telling anything. */
  giveBack(permit: number): void {
    if (permit === this.#period && this.#state === 'half-open') this.#probesLeft++;
  }

  #reportProbe(now: number, failed: boolean): void {
    this.#probesEnded++;
    if (failed) this.#probesFailed++;
    if (this.#probesEnded < this.#probes) return;
    if (this.#probesFailed / this.#probes >= this.#failureRatio) this.#open(now);
    else this.#enter('closed');
  }

  #open(now: number): void {
    this.#enter('open');
    this.#triesAgainAt = now + this.#openSeconds;
  }

  #enter(state: CircuitBreakerState): void {
    this.#state = state;
    this.#period++;
    this.#window.clear();
  }
}
