/** No more visits than this at once: some 100 MB. Requests and calls beyond it fail where they start. */
export const MAXIMUM_FRAMES = 1 << 21;

const NONE = -1;

/*
 * A frame is eight neighboring integers, and its number is the place of the first: the
 * machine of a frame stands at `slots[frame + MACHINE]`. One array instead of one a
 * column, because each array that a function touches has to be found and checked anew.
 */
export const SLOT_BITS = 3;
/** Distance from one frame to the next. */
export const FRAME_SLOTS = 1 << SLOT_BITS;
/** Frame that waits for this one's answer; −1 when nobody does (any more). */
export const CALLER = 0;
/** Index of the node visited; −1 while the frame is free. */
export const NODE = 1;
/** Machine within the node, from 0; −1 where the node is to choose. */
export const MACHINE = 2;
/** Where the visit stands: index into its plan, or the balancer's choice. */
export const STEP = 3;
/** Index of the request class. */
export const REQUEST_CLASS = 4;
/** Rank of the client who asked. */
export const CLIENT = 5;
/** Row in the recorder; −1 for requests that are not recorded. */
export const ROW = 6;
/** Next frame in the queue that this one stands in, or in the list of free ones. */
export const NEXT = 7;

/**
 * A call frame is one visit of a request to a node: who called, where it stands in the
 * node's plan, when it came. Frames live in typed arrays and are used again, so that
 * memory is bounded by what is in flight and not by the length of the run.
 */
export class CallFrames {
  #free = NONE;
  /** Frames in use. */
  live = 0;
  /** The integers of all frames. */
  slots = new Int32Array(0);
  /** When the visit of a frame began, seconds, at `frame >> SLOT_BITS`. */
  arrivedAt = new Float64Array(0);
  /** Work of the current step of a frame, seconds at speed 1, at `frame >> SLOT_BITS`. */
  work = new Float64Array(0);

  /** Frames that there is memory for at present. */
  get capacity(): number {
    return this.arrivedAt.length;
  }

  /** True when there is room for a request with a usual number of calls. */
  get hasRoom(): boolean {
    return this.live < MAXIMUM_FRAMES - 1024;
  }

  /** True when not even a call finds room; one frame is left for a request, so that it can fail. */
  get isFull(): boolean {
    return this.live >= MAXIMUM_FRAMES - 1;
  }

  /** A frame for the first visit of a request; the caller notes when it began. */
  open(node: number, requestClass: number, client: number): number {
    if (this.#free === NONE) this.#grow();
    const { slots } = this;
    const frame = this.#free;
    this.#free = slots[frame + NEXT]!;
    this.live++;
    slots[frame + CALLER] = NONE;
    slots[frame + NODE] = node;
    slots[frame + MACHINE] = NONE;
    slots[frame + REQUEST_CLASS] = requestClass;
    slots[frame + CLIENT] = client;
    slots[frame + ROW] = NONE;
    return frame;
  }

  /** A frame for a call that another frame makes, for the same request. */
  call(caller: number, node: number): number {
    const frame = this.open(node, this.slots[caller + REQUEST_CLASS]!, this.slots[caller + CLIENT]!);
    this.slots[frame + CALLER] = caller;
    return frame;
  }

  /** Gives a frame back. */
  release(frame: number): void {
    this.slots[frame + NODE] = NONE;
    this.slots[frame + NEXT] = this.#free;
    this.#free = frame;
    this.live--;
  }

  #grow(): void {
    const before = this.capacity;
    const capacity = before === 0 ? 1024 : before * 2;
    const slots = new Int32Array(capacity * FRAME_SLOTS).fill(NONE);
    slots.set(this.slots);
    this.slots = slots;
    const wider = (old: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> => {
      const column = new Float64Array(capacity);
      column.set(old);
      return column;
    };
    this.arrivedAt = wider(this.arrivedAt);
    this.work = wider(this.work);
    for (let frame = (capacity - 1) * FRAME_SLOTS; frame >= before * FRAME_SLOTS; frame -= FRAME_SLOTS) {
      slots[frame + NEXT] = this.#free;
      this.#free = frame;
    }
  }
}
