import { partsFor } from '#sim-core';
import { comparing } from './comparing.ts';
import type { ComparingAnswer, ComparingRequest } from './comparing-messages.ts';

/** What the desk needs of the place where it stands; a test brings its own. */
export interface ComparingSurroundings {
  readonly answer: (answer: ComparingAnswer) => void;
  /** Lets messages in that have arrived meanwhile. */
  readonly pause: () => Promise<void>;
  readonly nowMilliseconds: () => number;
}

/** Work between two pauses: short enough for a message not to wait. */
const sliceMilliseconds = 8;

/** Compares in a worker; a newer question about the same comparison drops the older one. Errors are answers. */
export class ComparingDesk {
  readonly #here: ComparingSurroundings;
  readonly #newest = new Map<string, number>();

  constructor(here: ComparingSurroundings) {
    this.#here = here;
  }

  /** Resolves when all pairs are run, or nobody wants them any more. */
  async take({ labId, ticket, ...work }: ComparingRequest): Promise<void> {
    this.#newest.set(labId, ticket);
    try {
      await partsFor(work.scenarios);
      let paused = this.#here.nowMilliseconds();
      for (const picture of comparing(work)) {
        if (picture !== undefined) {
          const complete = picture.pairs === work.replications;
          this.#here.answer({ kind: 'compared', labId, ticket, picture, complete });
        }
        if (this.#here.nowMilliseconds() - paused < sliceMilliseconds) continue;
        await this.#here.pause();
        if (this.#newest.get(labId) !== ticket) return;
        paused = this.#here.nowMilliseconds();
      }
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.#here.answer({ kind: 'error', labId, ticket, message });
    }
  }
}
