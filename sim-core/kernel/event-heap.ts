import { handlerIn, MAXIMUM_HANDLERS } from './event-key.ts';
import { FarEvents } from './far-events.ts';

/** Up to here a heap is as fast as buckets, and the visits that its events are about lie in a processor's cache. */
const MOST_NEAR = 1 << 8;

/** What becomes of an event: its new time, seconds, or NaN to drop it. */
export type Move = (time: number, handler: number, argument: number) => number;

/**
 * Many pending events, earliest first; events of the same time come out in the order
 * in which they were scheduled. A binary heap on typed arrays: nothing is allocated
 * for an event.
 *
 * `pop` leaves its place at the root open. A simulation nearly always schedules the
 * next event while it handles the last, and that one drops straight into the gap: one
 * walk down the heap instead of two.
 */
export class EventHeap {
  private times = new Float64Array(64);
  /** Sequence numbers, which rise by MAXIMUM_HANDLERS, plus the number of the handler. */
  private keys = new Float64Array(64);
  private arguments = new Int32Array(64);
  private length = 0;
  private rootIsOpen = false;
  /** Key of the next event, but for its handler. */
  nextKey = -0;
  private readonly far = new FarEvents();
  /** Events at this time or later may be far ones, seconds. */
  private horizon = Infinity;
  declare private readonly mostNear: number;

  /** Is told the arguments of far events whose time has nearly come. */
  comeNear: ((args: Int32Array, count: number) => void) | null = null;

  /** Time of the event that `pop` took last, seconds. */
  time = -0;
  /** Its key: its sequence number and its handler. */
  key = -0;
  /** Its argument. */
  argument = 0;

  /** @param mostNear a heap of more events than this is cut into buckets of time; 62 at least. */
  constructor(mostNear = MOST_NEAR) {
    this.mostNear = mostNear;
    this.times.fill(Infinity);
  }

  get size(): number {
    return (this.rootIsOpen ? this.length - 1 : this.length) + this.far.size;
  }

  /** Adds an event. The time must be a finite number. */
  push(time: number, handler: number, argument: number): void {
    if (time >= this.horizon && this.pushFar(time, handler, argument)) return;
    let place = 0;
    if (!this.rootIsOpen) {
      // One place behind the last stays free: its Infinity spares `sink` a bounds check.
      if (this.length + 2 > this.times.length) return this.pushIntoMore(time, handler, argument);
      place = this.length++;
    }
    this.times[place] = time;
    this.keys[place] = this.nextKey + handler;
    this.nextKey += MAXIMUM_HANDLERS;
    this.arguments[place] = argument;
    if (this.rootIsOpen) {
      this.rootIsOpen = false;
      this.sink(0);
    } else this.rise(place);
  }

  /** Adds events, earliest first, to an empty heap. */
  add(time: number, handler: number, argument: number): void {
    if (this.length + 2 > this.times.length) this.widen();
    this.horizon = Infinity;
    this.times[this.length] = time;
    this.keys[this.length] = this.nextKey + handler;
    this.nextKey += MAXIMUM_HANDLERS;
    this.arguments[this.length] = argument;
    // What is sorted is a heap.
    this.length++;
  }

  /** Takes the earliest event into `time`, `key` and `argument`, unless it is later than `limit`. */
  pop(limit: number): boolean {
    if (this.rootIsOpen) this.closeRoot();
    if (this.length === 0 && !this.openBucket()) return false;
    const time = this.times[0]!;
    if (time > limit) return false;
    this.time = time;
    this.key = this.keys[0]!;
    this.argument = this.arguments[0]!;
    this.rootIsOpen = true;
    return true;
  }

  /**
   * Moves or drops pending events. Those that move are as if scheduled anew, in the order in which they
   * would have come. Costs as much as there are events, which is why only faults use it.
   */
  rewrite(move: Move): void {
    if (this.rootIsOpen) this.closeRoot();
    while (this.far.size > 0) this.takeBucket();
    this.horizon = Infinity;
    const times = this.times;
    const keys = this.keys;
    const args = this.arguments;
    const moved: { from: number; to: number; key: number; argument: number }[] = [];
    let kept = 0;
    for (let i = 0; i < this.length; i++) {
      const from = times[i]!;
      const key = keys[i]!;
      const argument = args[i]!;
      const to = move(from, handlerIn(key), argument);
      if (to === from) {
        times[kept] = from;
        keys[kept] = key;
        args[kept] = argument;
        kept++;
      } else if (!Number.isNaN(to)) moved.push({ from, to, key, argument });
    }
    times.fill(Infinity, kept, this.length);
    this.length = kept;
    this.order();
    if (this.length > 2 * this.mostNear) this.cutIntoBuckets();
    moved.sort((a, b) => a.from - b.from || a.key - b.key);
    for (const { to, key, argument } of moved) this.push(to, handlerIn(key), argument);
  }

  /** Makes a heap of events in any order. */
  private order(): void {
    for (let i = (this.length >>> 1) - 1; i >= 0; i--) this.sink(i);
  }

  private pushFar(time: number, handler: number, argument: number): boolean {
    if (!this.far.add(time, this.nextKey + handler, argument)) return false;
    this.nextKey += MAXIMUM_HANDLERS;
    return true;
  }

  /** The heap is empty: fills it with the next bucket of far events, if there is one. */
  private openBucket(): boolean {
    if (this.far.size === 0) return false;
    this.takeBucket();
    this.comeNear?.(this.arguments, this.length);
    this.horizon = this.far.horizon;
    this.order();
    return true;
  }

  /** Appends the events of the next bucket, in no order. */
  private takeBucket(): void {
    const far = this.far;
    const { opened } = far;
    far.openNext();
    for (let left = true; left;) {
      left = false;
      for (let list = 0; list < opened.length; list++) {
        const slot = opened[list]!;
        if (slot < 0) continue;
        left = true;
        this.append(slot);
        opened[list] = far.leave(slot);
      }
    }
  }

  private append(slot: number): void {
    if (this.length + 2 > this.times.length) this.widen();
    const place = this.length++;
    this.times[place] = this.far.time(slot);
    this.keys[place] = this.far.key(slot);
    this.arguments[place] = this.far.argument(slot);
  }

  /** The heap has become large: cuts it into buckets of time, and keeps the first. */
  private cutIntoBuckets(): void {
    for (let i = 0; i < this.length; i++) this.far.store(this.times[i]!, this.keys[i]!, this.arguments[i]!);
    this.times.fill(Infinity, 0, this.length);
    this.length = 0;
    this.openBucket();
  }

  private closeRoot(): void {
    this.rootIsOpen = false;
    const last = --this.length;
    this.times[0] = this.times[last]!;
    this.keys[0] = this.keys[last]!;
    this.arguments[0] = this.arguments[last]!;
    this.times[last] = Infinity;
    if (last > 1) this.sink(0);
  }

  // The two walks find their event in the heap rather than get it handed over: an engine
  // must allocate a fractional number that it passes to a function it does not inline.

  private rise(place: number): void {
    const times = this.times;
    const keys = this.keys;
    const args = this.arguments;
    const time = times[place]!;
    const key = keys[place]!;
    const argument = args[place]!;
    // A new event has the highest key: at equal times it stays below.
    while (place > 0) {
      const parent = (place - 1) >>> 1;
      const parentTime = times[parent]!;
      if (parentTime <= time) break;
      times[place] = parentTime;
      keys[place] = keys[parent]!;
      args[place] = args[parent]!;
      place = parent;
    }
    times[place] = time;
    keys[place] = key;
    args[place] = argument;
  }

  private sink(place: number): void {
    const times = this.times;
    const keys = this.keys;
    const args = this.arguments;
    const size = this.length;
    const time = times[place]!;
    const key = keys[place]!;
    const argument = args[place]!;
    for (;;) {
      const left = 2 * place + 1;
      if (left >= size) break;
      const leftTime = times[left]!;
      const rightTime = times[left + 1]!;
      // Which child is earlier is a coin toss: arithmetic, because a branch would be guessed wrong.
      let child = left + +(rightTime < leftTime);
      if (rightTime === leftTime && keys[left + 1]! < keys[left]!) child = left + 1;
      const childTime = times[child]!;
      if (childTime > time || (childTime === time && keys[child]! > key)) break;
      times[place] = childTime;
      keys[place] = keys[child]!;
      args[place] = args[child]!;
      place = child;
    }
    times[place] = time;
    keys[place] = key;
    args[place] = argument;
  }

  /** Makes room for more events first, which may make this one a far one. */
  private pushIntoMore(time: number, handler: number, argument: number): void {
    if (this.length >= this.mostNear && this.far.size === 0) this.cutIntoBuckets();
    if (this.length + 2 > this.times.length) this.widen();
    this.push(time, handler, argument);
  }

  private widen(): void {
    const capacity = this.times.length * 2;
    const times = new Float64Array(capacity).fill(Infinity);
    times.set(this.times);
    this.times = times;
    const keys = new Float64Array(capacity);
    keys.set(this.keys);
    this.keys = keys;
    const args = new Int32Array(capacity);
    args.set(this.arguments);
    this.arguments = args;
  }
}
