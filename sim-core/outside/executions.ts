import { IdempotencyKeys } from '../resilience/idempotency-keys.ts';

/** Stripe keeps keys for a day; the number bounds memory, and takes longer than anyone retries. */
const REMEMBERED = 100_000;
const REMEMBERED_SECONDS = 86_400;

/**
 * Which writes were carried out, so that it shows when one is carried out again: a caller
 * who gave up does not know whether his call came to anything, and asks once more.
 * Lesson: Other people’s services.
 */
export class Executions {
  /** Of the calls that count. */
  doubles = 0;
  repeatsRecognized = 0;
  readonly #recognizesRepeats: boolean;
  readonly #done = new IdempotencyKeys(REMEMBERED, REMEMBERED_SECONDS);

  constructor(recognizesRepeats: boolean) {
    this.#recognizesRepeats = recognizesRepeats;
  }

  /** A write for this request would be carried out now. */
  carryOut(request: number, now: number, counts: boolean): void {
    if (this.#done.claim(request, now) || !counts) return;
    if (this.#recognizesRepeats) this.repeatsRecognized++;
    else this.doubles++;
  }
}
