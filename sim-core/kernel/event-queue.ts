import { EventHeap } from './event-heap.ts';
import { handlerIn, MAXIMUM_HANDLERS } from './event-key.ts';

/** Up to here a sorted list is faster than a heap: its walk goes through neighbors in memory. */
const MOST_IN_LIST = 24;
/** A heap that has shrunk to this becomes a list again; well below, lest it goes to and fro. */
const FEW = 8;

/**
 * The pending events, earliest first; events of the same time come out in the order
 * in which they were scheduled. A few of them are a sorted list, many are a heap. Both
 * lie in typed arrays: nothing is allocated for an event.
 */
export class EventQueue {
  // The list, latest first: the earliest is taken off its end. In front of it stands Infinity,
  // which is later than any event, so that neither end needs a question of its own.
  private readonly times = new Float64Array(MOST_IN_LIST + 1).fill(Infinity);
  /** Sequence numbers, which rise by MAXIMUM_HANDLERS, plus the number of the handler. */
  private readonly keys = new Float64Array(MOST_IN_LIST + 1);
  private readonly arguments = new Int32Array(MOST_IN_LIST + 1);
  private length = 0;
  /** Holds all events or none. */
  declare private readonly heap: EventHeap;
  private isHeap = false;

  /** Time of the event that `pop` took last, seconds. */
  time = -0;
  /** Handler number of that event. */
  handler = 0;
  /** Its argument. */
  argument = 0;

  /** @param mostNear a heap of more events than this is cut into buckets of time; 62 at least. */
  constructor(mostNear?: number) {
    this.heap = new EventHeap(mostNear);
  }

  /** Who is told the arguments of far events whose time has nearly come. */
  set comeNear(listener: (args: Int32Array, count: number) => void) {
    this.heap.comeNear = listener;
  }

  get size(): number {
    return this.isHeap ? this.heap.size : this.length;
  }

  /** Adds an event. The time must be a finite number. */
  push(time: number, handler: number, argument: number): void {
    const heap = this.heap;
    if (this.isHeap || this.length === MOST_IN_LIST) return this.pushOntoHeap(time, handler, argument);
    const times = this.times;
    const keys = this.keys;
    const args = this.arguments;
    let before = this.length++;
    // A new event has the highest key: at equal times it comes after, which is in front here.
    for (let next = times[before]!; next <= time; next = times[--before]!) {
      times[before + 1] = next;
      keys[before + 1] = keys[before]!;
      args[before + 1] = args[before]!;
    }
    times[before + 1] = time;
    keys[before + 1] = heap.nextKey + handler;
    heap.nextKey += MAXIMUM_HANDLERS;
    args[before + 1] = argument;
  }

  /** Takes the earliest event into `time`, `handler` and `argument`, unless it is later than `limit`. */
  pop(limit: number): boolean {
    if (this.isHeap) return this.popFromHeap(limit);
    const place = this.length;
    const time = this.times[place]!;
    if (time > limit || place === 0) return false;
    this.length = place - 1;
    this.time = time;
    this.handler = handlerIn(this.keys[place]!);
    this.argument = this.arguments[place]!;
    return true;
  }

  /**
   * Rewrites all pending events: `move` returns the new time of an event, or NaN to
   * drop it. Costs as much as there are events, which is why only faults use it.
   */
  rewrite(move: (time: number, handler: number, argument: number) => number): void {
    this.becomeHeap();
    this.heap.rewrite(move);
    if (this.heap.size <= FEW) this.becomeList();
  }

  private pushOntoHeap(time: number, handler: number, argument: number): void {
    if (!this.isHeap) this.becomeHeap();
    this.heap.push(time, handler, argument);
  }

  private popFromHeap(limit: number): boolean {
    const heap = this.heap;
    if (!heap.pop(limit)) return false;
    this.time = heap.time;
    this.handler = handlerIn(heap.key);
    this.argument = heap.argument;
    if (heap.size <= FEW) this.becomeList();
    return true;
  }

  private becomeHeap(): void {
    for (let place = this.length; place > 0; place--)
      this.heap.add(this.times[place]!, this.keys[place]!, this.arguments[place]!);
    this.length = 0;
    this.isHeap = true;
  }

  private becomeList(): void {
    const heap = this.heap;
    let place = (this.length = heap.size);
    for (; heap.pop(Infinity); place--) {
      this.times[place] = heap.time;
      this.keys[place] = heap.key;
      this.arguments[place] = heap.argument;
    }
    this.isHeap = false;
  }
}
