import { requireInteger, requirePositive } from '../theory/range.ts';

/** What the last calls came to. */
export interface FailureWindow {
  readonly calls: number;
  readonly failures: number;
  record(now: number, failed: boolean): void;
  clear(): void;
}

/** The outcomes of the last so many calls. */
export class CountWindow implements FailureWindow {
  readonly #failed: Uint8Array;
  #next = 0;
  calls = 0;
  failures = 0;

  /** @param size calls, an integer from 1 to 1,000,000 */
  constructor(size: number) {
    requireInteger('failure window', 'calls', size, 1, 1_000_000);
    this.#failed = new Uint8Array(size);
  }

  record(_now: number, failed: boolean): void {
    const failure = failed ? 1 : 0;
    // What has not been written yet is 0, so leaving the window takes nothing from the count.
    this.failures += failure - this.#failed[this.#next]!;
    this.#failed[this.#next] = failure;
    this.#next = this.#next + 1 === this.#failed.length ? 0 : this.#next + 1;
    if (this.calls < this.#failed.length) this.calls++;
  }

  clear(): void {
    this.#failed.fill(0);
    this.#next = 0;
    this.calls = 0;
    this.failures = 0;
  }
}

/** Parts of a time window: what is older than the window leaves it a tenth at a time. */
const PARTS = 10;

/**
 * The outcomes of the calls that ended in the last so many seconds, counted in tenths of
 * the window: the present tenth and the nine before it.
 */
export class TimeWindow implements FailureWindow {
  readonly #partSeconds: number;
  readonly #calls = new Int32Array(PARTS);
  readonly #failures = new Int32Array(PARTS);
  /** Number of the present tenth since time 0. */
  #part = 0;
  calls = 0;
  failures = 0;

  /** @param seconds width, above 0 */
  constructor(seconds: number) {
    requirePositive('failure window', 'seconds', seconds);
    this.#partSeconds = seconds / PARTS;
  }

  record(now: number, failed: boolean): void {
    this.#slideTo(Math.floor(now / this.#partSeconds));
    const place = this.#part % PARTS;
    this.#calls[place]!++;
    this.calls++;
    if (!failed) return;
    this.#failures[place]!++;
    this.failures++;
  }

  #slideTo(part: number): void {
    if (part - this.#part >= PARTS) this.clear();
    else {
      for (let passed = this.#part + 1; passed <= part; passed++) {
        const place = passed % PARTS;
        this.calls -= this.#calls[place]!;
        this.failures -= this.#failures[place]!;
        this.#calls[place] = 0;
        this.#failures[place] = 0;
      }
    }
    this.#part = part;
  }

  clear(): void {
    this.#calls.fill(0);
    this.#failures.fill(0);
    this.calls = 0;
    this.failures = 0;
  }
}
