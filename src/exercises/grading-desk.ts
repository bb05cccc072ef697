import { partsFor } from '#sim-core';
import { gradeInSteps, scenarioOf } from './grade.ts';
import type { GradingAnswer, GradingRequest } from './grading-messages.ts';

/** What the desk needs of the place where it stands; a test brings its own. */
export interface GradingSurroundings {
  readonly answer: (answer: GradingAnswer) => void;
  /** Lets messages in that have arrived meanwhile. */
  readonly pause: () => Promise<void>;
  readonly nowMilliseconds: () => number;
}

/** Work between two pauses: short enough for a message not to wait. */
const sliceMilliseconds = 12;

/** Grades in a worker; a newer answer to the same exercise drops the older one. Errors are answers, never exceptions. */
export class GradingDesk {
  readonly #here: GradingSurroundings;
  readonly #newest = new Map<string, number>();

  constructor(here: GradingSurroundings) {
    this.#here = here;
  }

  /** Resolves when the answer is graded, or nobody wants it any more. */
  async take({ labId, ticket, exercise, values }: GradingRequest): Promise<void> {
    this.#newest.set(labId, ticket);
    try {
      await partsFor(scenarioOf(exercise, values));
      const steps = gradeInSteps(exercise, values);
      let paused = this.#here.nowMilliseconds();
      for (let step = steps.next(); ; step = steps.next()) {
        if (step.done === true) {
          this.#here.answer({ kind: 'graded', labId, ticket, grade: step.value });
          return;
        }
        if (this.#here.nowMilliseconds() - paused < sliceMilliseconds) continue;
        this.#here.answer({ kind: 'grading', labId, ticket, ratio: step.value });
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
