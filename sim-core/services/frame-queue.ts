import { NEXT, type CallFrames } from '../kernel/call-frames.ts';

const NONE = -1;

/**
 * First-come-first-served queues, one a machine, as lists linked through the frames
 * themselves: no allocation, and no limit but the frames.
 */
export class FrameQueues {
  readonly #frames: CallFrames;
  readonly #first: Int32Array;
  readonly #last: Int32Array;

  constructor(frames: CallFrames, queues: number) {
    this.#frames = frames;
    this.#first = new Int32Array(queues).fill(NONE);
    this.#last = new Int32Array(queues).fill(NONE);
  }

  push(queue: number, frame: number): void {
    const last = this.#last[queue]!;
    this.#frames.slots[frame + NEXT] = NONE;
    if (last === NONE) this.#first[queue] = frame;
    else this.#frames.slots[last + NEXT] = frame;
    this.#last[queue] = frame;
  }

  /** The first frame, left in its place; −1 when the queue is empty. */
  first(queue: number): number {
    return this.#first[queue]!;
  }

  /** The first frame, taken off; −1 when the queue is empty. */
  shift(queue: number): number {
    const frame = this.#first[queue]!;
    if (frame === NONE) return NONE;
    const next = this.#frames.slots[frame + NEXT]!;
    this.#first[queue] = next;
    if (next === NONE) this.#last[queue] = NONE;
    return frame;
  }

  clear(queue: number): void {
    this.#first[queue] = this.#last[queue] = NONE;
  }
}
