/** No more visits than this at once: some 100 MB. Requests and calls beyond it fail where they start. */
export const MAXIMUM_FRAMES = 1 << 21;

const NONE = -1;

/**
 * A call frame is one visit of a request to a node: who called, where it stands in the
 * node's plan, when it came. Frames live in typed arrays and are used again, so that
 * memory is bounded by what is in flight and not by the length of the run.
 */
export class CallFrames {
  #capacity = 0;
  #free = NONE;
  /** Frames in use. */
  live = 0;

  /** Frame that waits for this one's answer; −1 when nobody does (any more). */
  caller = new Int32Array(0);
  /** Index of the node visited; −1 while the frame is free. */
  node = new Int32Array(0);
  /** Machine within the node, from 0; −1 where the node is to choose. */
  machine = new Int32Array(0);
  /** Where the visit stands: index into its plan, or the balancer's choice. */
  step = new Int32Array(0);
  /** Index of the request class. */
  requestClass = new Int32Array(0);
  /** Rank of the client who asked. */
  client = new Int32Array(0);
  /** Row in the recorder; −1 for requests that are not recorded. */
  row = new Int32Array(0);
  /** Next frame in the queue that this one stands in, or in the list of free ones. */
  next = new Int32Array(0);
  /** When the visit began, seconds. */
  arrivedAt = new Float64Array(0);
  /** Work of the current step, seconds at speed 1. */
  work = new Float64Array(0);

  get capacity(): number {
    return this.#capacity;
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
    const frame = this.#free;
    this.#free = this.next[frame]!;
    this.live++;
    this.caller[frame] = NONE;
    this.node[frame] = node;
    this.machine[frame] = NONE;
    this.requestClass[frame] = requestClass;
    this.client[frame] = client;
    this.row[frame] = NONE;
    return frame;
  }

  /** A frame for a call that another frame makes, for the same request. */
  call(caller: number, node: number): number {
    const frame = this.open(node, this.requestClass[caller]!, this.client[caller]!);
    this.caller[frame] = caller;
    return frame;
  }

  /** Gives a frame back. */
  release(frame: number): void {
    this.node[frame] = NONE;
    this.next[frame] = this.#free;
    this.#free = frame;
    this.live--;
  }

  #grow(): void {
    const before = this.#capacity;
    const capacity = before === 0 ? 1024 : before * 2;
    const wider = (old: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
      const column = new Int32Array(capacity);
      column.set(old);
      return column;
    };
    this.caller = wider(this.caller);
    this.node = wider(this.node).fill(NONE, before);
    this.machine = wider(this.machine);
    this.step = wider(this.step);
    this.requestClass = wider(this.requestClass);
    this.client = wider(this.client);
    this.row = wider(this.row);
    this.next = wider(this.next);
    const arrivedAt = new Float64Array(capacity);
    arrivedAt.set(this.arrivedAt);
    this.arrivedAt = arrivedAt;
    const work = new Float64Array(capacity);
    work.set(this.work);
    this.work = work;
    for (let frame = capacity - 1; frame >= before; frame--) {
      this.next[frame] = this.#free;
      this.#free = frame;
    }
    this.#capacity = capacity;
  }
}
