import { failed } from './journeys.ts';
import type { Journeys } from './journeys.ts';
import { workersShown } from './placement.ts';

/** What a visit is doing at the moment that is shown. */
export const Stage = { travelling: 0, waiting: 1, working: 2, answered: 3, refused: 4, gone: 5 } as const;

/**
 * Everyone who is on the way, waiting or being served at one moment of the run.
 *
 * In the model a hop takes no time; on the screen it takes `travelSeconds`. So
 * that a dot reaches a queue exactly when the queue grows by one, each column
 * shows the system as it was `travelSeconds` earlier than the column before it.
 *
 * Moving forward costs the visits that are under way, not those of the whole
 * run, and allocates nothing; moving back starts again from the beginning.
 */
export class Crowd {
  /** Rows of the visits under way, in order of arrival; the first `size` are valid. */
  readonly members: Int32Array;
  size = 0;
  /** Of each member: one of `Stage`. */
  readonly stages: Uint8Array;
  /** Of each row: its place among the workers that are shown; -1 for none. */
  readonly worker: Int8Array;
  /** Of each box: dots that wait, and dots that are worked on. */
  readonly waiting: Int32Array;
  readonly working: Int32Array;
  seconds = -Infinity;

  readonly #journeys: Journeys;
  readonly #cursors: Int32Array;
  /** Of each box: which of its places are taken, a bit each. */
  readonly #taken: Int32Array;
  #travelSeconds = 0;
  #fadeSeconds = 0;

  constructor(journeys: Journeys) {
    this.#journeys = journeys;
    this.members = new Int32Array(journeys.rows);
    this.stages = new Uint8Array(journeys.rows);
    this.worker = new Int8Array(journeys.rows);
    this.waiting = new Int32Array(journeys.boxes);
    this.working = new Int32Array(journeys.boxes);
    this.#taken = new Int32Array(journeys.boxes);
    this.#cursors = new Int32Array(journeys.rowsByColumn.length);
  }

  /** Shows the run at this time. An answer stays in sight for `fadeSeconds`. */
  moveTo(seconds: number, travelSeconds: number, fadeSeconds: number): void {
    if (seconds < this.seconds || travelSeconds !== this.#travelSeconds) this.#startAgain();
    this.seconds = seconds;
    this.#travelSeconds = travelSeconds;
    this.#fadeSeconds = fadeSeconds;
    this.#admit();
    this.waiting.fill(0);
    this.working.fill(0);
    let kept = 0;
    for (let index = 0; index < this.size; index++) {
      const row = this.members[index]!;
      const stage = this.#stageOf(row);
      this.#seat(row, stage);
      if (stage === Stage.gone) continue;
      const box = this.#journeys.box[row]!;
      if (stage === Stage.waiting) this.waiting[box]! += 1;
      if (stage === Stage.working) this.working[box]! += 1;
      this.members[kept] = row;
      this.stages[kept] = stage;
      kept += 1;
    }
    this.size = kept;
  }

  /** When something happens next, seconds; Infinity when nothing does any more. */
  nextChange(): number {
    const { rowsByColumn, leaveSeconds, arriveSeconds, startSeconds, answerSeconds, columnTo, holds } =
      this.#journeys;
    let next = Infinity;
    const consider = (time: number): void => {
      if (time > this.seconds && time < next) next = time;
    };
    rowsByColumn.forEach((rows, column) => {
      const row = rows[this.#cursors[column]!];
      if (row !== undefined) consider(leaveSeconds[row]! + column * this.#travelSeconds);
    });
    for (let index = 0; index < this.size; index++) {
      const row = this.members[index]!;
      const lag = columnTo[row]! * this.#travelSeconds;
      consider(arriveSeconds[row]! + lag);
      if (holds[row] === 0) continue;
      if (startSeconds[row]! >= 0) consider(startSeconds[row]! + lag);
      if (answerSeconds[row]! >= 0) consider(answerSeconds[row]! + lag);
    }
    return next;
  }

  #startAgain(): void {
    this.size = 0;
    this.#cursors.fill(0);
    this.#taken.fill(0);
  }

  #admit(): void {
    const { rowsByColumn, leaveSeconds } = this.#journeys;
    for (let column = 0; column < rowsByColumn.length; column++) {
      const rows = rowsByColumn[column]!;
      const lag = column * this.#travelSeconds;
      let cursor = this.#cursors[column]!;
      for (; cursor < rows.length && leaveSeconds[rows[cursor]!]! + lag <= this.seconds; cursor++) {
        const row = rows[cursor]!;
        this.worker[row] = -1;
        if (this.#stageOf(row) !== Stage.gone) this.members[this.size++] = row;
      }
      this.#cursors[column] = cursor;
    }
  }

  #stageOf(row: number): number {
    const { arriveSeconds, startSeconds, answerSeconds, columnTo, holds, strands } = this.#journeys;
    const here = this.seconds - columnTo[row]! * this.#travelSeconds;
    const arrive = arriveSeconds[row]!;
    if (here < arrive) return Stage.travelling;
    if (holds[row] === 0) {
      return strands[row] === 1 && here < arrive + this.#fadeSeconds ? Stage.refused : Stage.gone;
    }
    const start = startSeconds[row]!;
    // From there on it is another dot.
    if (holds[row] === 2 && start >= 0) return here < start ? Stage.waiting : Stage.gone;
    const answer = answerSeconds[row]!;
    if (answer >= 0 && here >= answer) {
      if (here >= answer + this.#fadeSeconds) return Stage.gone;
      return start < 0 && this.#journeys.outcome[row] === failed ? Stage.refused : Stage.answered;
    }
    return start >= 0 && here >= start ? Stage.working : Stage.waiting;
  }

  /** Gives a place to whoever begins to be worked on, and frees the place of whoever is done. */
  #seat(row: number, stage: number): void {
    const box = this.#journeys.box[row]!;
    if (stage === Stage.working && this.worker[row] === -1) {
      const taken = this.#taken[box]!;
      for (let place = 0; place < workersShown; place++) {
        if ((taken & (1 << place)) !== 0) continue;
        this.#taken[box] = taken | (1 << place);
        this.worker[row] = place;
        return;
      }
    }
    // A place that was given back is remembered as -2 - place: the answer rises from there.
    if (stage >= Stage.answered && this.worker[row]! >= 0) {
      const place = this.worker[row]!;
      this.#taken[box]! &= ~(1 << place);
      this.worker[row] = -2 - place;
    }
  }
}
