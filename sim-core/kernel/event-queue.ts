import { EventHeap, type Move } from './event-heap.ts';
import { handlerIn } from './event-key.ts';

/** Up to here a sorted list is faster than a heap: hardly anything is in front of a new event. */
const MOST_IN_LIST = 24;
/** A heap that has shrunk to this becomes a list again; well below, lest it goes to and fro. */
const FEW = 8;

/** Something that is to happen. */
export class PendingEvent {
  /** When, seconds. No number at either end of a list: such a time is neither later nor earlier than any. */
  time = NaN;
  /** Number of the handler. */
  handler = 0;
  argument = 0;
  /** The one after it in its list; never null, so that an engine knows what it is without looking. */
  next: PendingEvent = this;
}

/**
 * The pending events, earliest first; events of the same time come out in the order
 * in which they were scheduled. A few of them are a sorted list of objects that are used
 * again and again, many are a heap in typed arrays: nothing is allocated for an event.
 */
export class EventQueue {
  /** Stands before the earliest event of the list. */
  private readonly start = new PendingEvent();
  /** Stands behind the last one, and behind the last that is free. */
  private readonly end = new PendingEvent();
  /** Events to be used for what is scheduled next; none where the list is full or there is a heap. */
  private free = this.end;
  /** Holds all events or none. */
  declare private readonly heap: EventHeap;
  private isHeap = false;
  /** The events of the list while there is a heap. */
  private laidAside = this.end;
  /** The event that the heap gave last. */
  private readonly ofHeap = new PendingEvent();

  /** @param mostNear a heap of more events than this is cut into buckets of time; 62 at least. */
  constructor(mostNear?: number) {
    this.heap = new EventHeap(mostNear);
    this.start.next = this.end;
    for (let left = MOST_IN_LIST; left > 0; left--) this.release(new PendingEvent());
  }

  /** Who is told the arguments of far events whose time has nearly come. */
  set comeNear(listener: (args: Int32Array, count: number) => void) {
    this.heap.comeNear = listener;
  }

  /** Events that are pending; counted when asked for. */
  get size(): number {
    let size = this.heap.size;
    for (let event = this.start.next; event !== this.end; event = event.next) size++;
    return size;
  }

  /** Adds an event. The time must be a finite number. */
  push(time: number, handler: number, argument: number): void {
    const event = this.free;
    if (event === this.end) return this.pushOntoHeap(time, handler, argument);
    this.free = event.next;
    event.time = time;
    event.handler = handler;
    event.argument = argument;
    let before = this.start;
    let next = before.next;
    // At equal times a new event comes after. The end stops the walk: no comparison with NaN holds.
    while (next.time <= time) {
      before = next;
      next = next.next;
    }
    event.next = next;
    before.next = event;
  }

  /**
   * Takes the earliest event, unless it is later than `limit`; null where there is none. What it says holds
   * until the next event is added.
   */
  pop(limit: number): PendingEvent | null {
    const event = this.start.next;
    if (event.time <= limit) {
      this.start.next = event.next;
      this.release(event);
      return event;
    }
    return this.isHeap ? this.popFromHeap(limit) : null;
  }

  /**
   * Moves or drops pending events. Those that move are as if scheduled anew, in the order in which they
   * would have come. Costs as much as there are events, which is why only faults use it.
   */
  rewrite(move: Move): void {
    if (this.isHeap) {
      this.heap.rewrite(move);
      if (this.heap.size <= FEW) this.becomeList();
    } else this.rewriteList(move);
  }

  private rewriteList(move: Move): void {
    const moved: { time: number; handler: number; argument: number }[] = [];
    let before = this.start;
    for (let event = before.next; event !== this.end; event = before.next) {
      const { handler, argument } = event;
      const time = move(event.time, handler, argument);
      if (time === event.time) {
        before = event;
        continue;
      }
      before.next = event.next;
      this.release(event);
      if (!Number.isNaN(time)) moved.push({ time, handler, argument });
    }
    for (const { time, handler, argument } of moved) this.push(time, handler, argument);
  }

  private release(event: PendingEvent): void {
    event.next = this.free;
    this.free = event;
  }

  private pushOntoHeap(time: number, handler: number, argument: number): void {
    if (!this.isHeap) this.becomeHeap();
    this.heap.push(time, handler, argument);
  }

  private popFromHeap(limit: number): PendingEvent | null {
    const heap = this.heap;
    if (!heap.pop(limit)) return null;
    const event = this.ofHeap;
    event.time = heap.time;
    event.handler = handlerIn(heap.key);
    event.argument = heap.argument;
    if (heap.size <= FEW) this.becomeList();
    return event;
  }

  private becomeHeap(): void {
    for (let event = this.start.next; event !== this.end; event = event.next)
      this.heap.add(event.time, event.handler, event.argument);
    // All events of the list were in use, so none is free until there is a list again.
    this.laidAside = this.start.next;
    this.start.next = this.end;
    this.isHeap = true;
  }

  private becomeList(): void {
    const heap = this.heap;
    this.free = this.laidAside;
    this.isHeap = false;
    while (heap.pop(Infinity)) this.push(heap.time, handlerIn(heap.key), heap.argument);
  }
}
