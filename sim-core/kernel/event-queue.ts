import { FarEvents } from './far-events.ts';

/** An argument has the lower 21 bits of a payload, enough for every visit; a handler the 11 above. */
const ARGUMENT_BITS = 21;
const MAXIMUM_ARGUMENT = (1 << ARGUMENT_BITS) - 1;
/** Handlers are numbered 0 to 2047. */
export const MAXIMUM_HANDLERS = 1 << (32 - ARGUMENT_BITS);

/** Up to here a heap is as fast as buckets: it fits into a processor's cache. */
const MOST_NEAR = 1 << 13;

/**
 * The pending events, earliest first; events of the same time come out in the order
 * in which they were scheduled. A binary heap on typed arrays: nothing is allocated
 * for an event.
 *
 * `pop` leaves its place at the root open. A simulation nearly always schedules the
 * next event while it handles the last, and that one drops straight into the gap: one
 * walk down the heap instead of two.
 */
export class EventQueue {
  #times = new Float64Array(64);
  #sequences = new Float64Array(64);
  #payloads = new Int32Array(64);
  #size = 0;
  #rootIsOpen = false;
  #nextSequence = 0;
  readonly #far = new FarEvents();
  /** Events at this time or later may be far ones, seconds. */
  #horizon = Infinity;
  readonly #mostNear: number;

  /** Time of the event that `pop` took last, seconds. */
  time = 0;
  /** Handler number of that event. */
  handler = 0;
  /** Its argument. */
  argument = 0;

  /** @param mostNear a heap of more events than this is cut into buckets of time; 62 at least. */
  constructor(mostNear = MOST_NEAR) {
    this.#mostNear = mostNear;
    this.#times.fill(Infinity);
  }

  get size(): number {
    return (this.#rootIsOpen ? this.#size - 1 : this.#size) + this.#far.size;
  }

  /** Adds an event. The time must be a finite number. */
  push(time: number, handler: number, argument: number): void {
    if (time >= this.#horizon && this.#pushFar(time, (handler << ARGUMENT_BITS) | argument)) return;
    let place = 0;
    if (!this.#rootIsOpen) {
      // One place behind the last stays free: its Infinity spares `sink` a bounds check.
      if (this.#size + 2 > this.#times.length) return this.#pushIntoMore(time, handler, argument);
      place = this.#size++;
    }
    this.#times[place] = time;
    this.#sequences[place] = this.#nextSequence++;
    this.#payloads[place] = (handler << ARGUMENT_BITS) | argument;
    if (this.#rootIsOpen) {
      this.#rootIsOpen = false;
      this.#sink(0);
    } else this.#rise(place);
  }

  /** Takes the earliest event into `time`, `handler` and `argument`, unless it is later than `limit`. */
  pop(limit: number): boolean {
    if (this.#rootIsOpen) this.#closeRoot();
    if (this.#size === 0 && !this.#openBucket()) return false;
    const time = this.#times[0]!;
    if (time > limit) return false;
    const payload = this.#payloads[0]!;
    this.time = time;
    this.handler = payload >>> ARGUMENT_BITS;
    this.argument = payload & MAXIMUM_ARGUMENT;
    this.#rootIsOpen = true;
    return true;
  }

  /**
   * Rewrites all pending events: `move` returns the new time of an event, or NaN to
   * drop it. Costs as much as there are events, which is why only faults use it.
   */
  rewrite(move: (time: number, handler: number, argument: number) => number): void {
    if (this.#rootIsOpen) this.#closeRoot();
    while (this.#far.size > 0) this.#takeBucket();
    this.#horizon = Infinity;
    const times = this.#times;
    const payloads = this.#payloads;
    let kept = 0;
    for (let i = 0; i < this.#size; i++) {
      const payload = payloads[i]!;
      const time = move(times[i]!, payload >>> ARGUMENT_BITS, payload & MAXIMUM_ARGUMENT);
      if (Number.isNaN(time)) continue;
      times[kept] = time;
      this.#sequences[kept] = this.#sequences[i]!;
      payloads[kept] = payload;
      kept++;
    }
    times.fill(Infinity, kept, this.#size);
    this.#size = kept;
    this.#order();
    if (this.#size > 2 * this.#mostNear) this.#cutIntoBuckets();
  }

  /** Makes a heap of events in any order. */
  #order(): void {
    for (let i = (this.#size >>> 1) - 1; i >= 0; i--) this.#sink(i);
  }

  #pushFar(time: number, payload: number): boolean {
    if (!this.#far.add(time, this.#nextSequence, payload)) return false;
    this.#nextSequence++;
    return true;
  }

  /** The heap is empty: fills it with the next bucket of far events, if there is one. */
  #openBucket(): boolean {
    if (this.#far.size === 0) return false;
    this.#takeBucket();
    this.#horizon = this.#far.horizon;
    this.#order();
    return true;
  }

  /** Appends the events of the next bucket, in no order. */
  #takeBucket(): void {
    const far = this.#far;
    for (let slot = far.openNext(); slot >= 0; slot = far.leave(slot)) {
      if (this.#size + 2 > this.#times.length) this.#widen();
      const place = this.#size++;
      this.#times[place] = far.time(slot);
      this.#sequences[place] = far.sequence(slot);
      this.#payloads[place] = far.payload(slot);
    }
  }

  /** The heap has become large: cuts it into buckets of time, and keeps the first. */
  #cutIntoBuckets(): void {
    for (let i = 0; i < this.#size; i++)
      this.#far.store(this.#times[i]!, this.#sequences[i]!, this.#payloads[i]!);
    this.#times.fill(Infinity, 0, this.#size);
    this.#size = 0;
    this.#openBucket();
  }

  #closeRoot(): void {
    this.#rootIsOpen = false;
    const last = --this.#size;
    this.#times[0] = this.#times[last]!;
    this.#sequences[0] = this.#sequences[last]!;
    this.#payloads[0] = this.#payloads[last]!;
    this.#times[last] = Infinity;
    if (last > 1) this.#sink(0);
  }

  // The two walks find their event in the heap rather than get it handed over: an engine
  // must allocate a fractional number that it passes to a function it does not inline.

  #rise(place: number): void {
    const times = this.#times;
    const sequences = this.#sequences;
    const payloads = this.#payloads;
    const time = times[place]!;
    const sequence = sequences[place]!;
    const payload = payloads[place]!;
    // A new event has the highest sequence: at equal times it stays below.
    while (place > 0) {
      const parent = (place - 1) >>> 1;
      const parentTime = times[parent]!;
      if (parentTime <= time) break;
      times[place] = parentTime;
      sequences[place] = sequences[parent]!;
      payloads[place] = payloads[parent]!;
      place = parent;
    }
    times[place] = time;
    sequences[place] = sequence;
    payloads[place] = payload;
  }

  #sink(place: number): void {
    const times = this.#times;
    const sequences = this.#sequences;
    const payloads = this.#payloads;
    const size = this.#size;
    const time = times[place]!;
    const sequence = sequences[place]!;
    const payload = payloads[place]!;
    for (;;) {
      const left = 2 * place + 1;
      if (left >= size) break;
      const leftTime = times[left]!;
      const rightTime = times[left + 1]!;
      // Which child is earlier is a coin toss: arithmetic, because a branch would be guessed wrong.
      let child = left + +(rightTime < leftTime);
      if (rightTime === leftTime && sequences[left + 1]! < sequences[left]!) child = left + 1;
      const childTime = times[child]!;
      if (childTime > time || (childTime === time && sequences[child]! > sequence)) break;
      times[place] = childTime;
      sequences[place] = sequences[child]!;
      payloads[place] = payloads[child]!;
      place = child;
    }
    times[place] = time;
    sequences[place] = sequence;
    payloads[place] = payload;
  }

  /** Makes room for more events first, which may make this one a far one. */
  #pushIntoMore(time: number, handler: number, argument: number): void {
    if (this.#size >= this.#mostNear && this.#far.size === 0) this.#cutIntoBuckets();
    if (this.#size + 2 > this.#times.length) this.#widen();
    this.push(time, handler, argument);
  }

  #widen(): void {
    const capacity = this.#times.length * 2;
    const times = new Float64Array(capacity).fill(Infinity);
    times.set(this.#times);
    this.#times = times;
    const sequences = new Float64Array(capacity);
    sequences.set(this.#sequences);
    this.#sequences = sequences;
    const payloads = new Int32Array(capacity);
    payloads.set(this.#payloads);
    this.#payloads = payloads;
  }
}
