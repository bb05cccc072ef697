const NONE = -1;

/** Numbers of an event: time, key, argument, next event in the same list. */
const TIME = 0;
const KEY = 1;
const ARGUMENT = 2;
const NEXT = 3;
const STRIDE = 4;

/** Events that a bucket should hold: few enough for a heap that stays in the processor's cache. */
const EVENTS_PER_BUCKET = 32;
/**
 * A bucket is several lists at once. The next event of a list lies anywhere in memory, and a
 * processor waits for one after the other; of several lists it fetches the next events together.
 */
const LISTS = 4;
/** Buckets reach this many times as far ahead as the mean event. */
const REACH = 4;

/**
 * Events of the farther future, unsorted but for the buckets of time that they fall into;
 * a heap need only hold those of the nearest bucket. With a million pending events that
 * spares most of the walk through memory that a heap of a million would take. Where many
 * times are equal a bucket is large, and the heap does the work, as without buckets.
 * The idea is that of the ladder queue (Tang, Goh, Thng, 2005), with a single rung.
 */
export class FarEvents {
  private slots = new Float64Array(0);
  private free = NONE;
  private buckets = 0;
  /** First events of the lists of each bucket. */
  private first = new Int32Array(0);
  /** The same of the bucket that `openNext` opened last; who takes an event goes on to the next here. */
  readonly opened = new Int32Array(LISTS);
  /** Events beyond the last bucket. */
  private beyond = NONE;
  private start = -0;
  private bucketsPerSecond = -0;
  /** The bucket opened last. */
  private open = NONE;
  /** Most events at once since the buckets were cut: as many may be expected again. */
  private mostEvents = 0;
  size = 0;

  /** No event before this time is taken, seconds: where the open bucket begins. Infinity without events. */
  get horizon(): number {
    return this.size === 0 ? Infinity : this.start + this.open / this.bucketsPerSecond;
  }

  time(slot: number): number {
    return this.slots[slot + TIME]!;
  }

  key(slot: number): number {
    return this.slots[slot + KEY]!;
  }

  argument(slot: number): number {
    return this.slots[slot + ARGUMENT]!;
  }

  /** Takes an event, unless it falls into a bucket that is open already; says whether it did. */
  add(time: number, key: number, argument: number): boolean {
    const bucket = Math.floor((time - this.start) * this.bucketsPerSecond);
    if (bucket <= this.open) return false;
    const slot = this.put(time, key, argument);
    if (bucket < this.buckets) this.putIntoBucket(bucket, slot);
    else {
      this.slots[slot + NEXT] = this.beyond;
      this.beyond = slot;
    }
    return true;
  }

  /** Takes an event, to be put into a bucket by `openNext`. Only while no bucket is open. */
  store(time: number, key: number, argument: number): void {
    const slot = this.put(time, key, argument);
    this.slots[slot + NEXT] = this.beyond;
    this.beyond = slot;
  }

  /** Opens the next bucket that holds events, into `opened`; there must be events left. */
  openNext(): void {
    for (;;) {
      while (++this.open < this.buckets) {
        let last = NONE;
        for (let list = 0; list < LISTS; list++) {
          const place = this.open * LISTS + list;
          this.opened[list] = this.first[place]!;
          last &= this.first[place]!;
          this.first[place] = NONE;
        }
        if (last !== NONE) return;
      }
      if (this.cutBuckets()) return;
    }
  }

  /** Forgets an event of an open bucket, and returns the next of its list; −1 after the last. */
  leave(slot: number): number {
    const next = this.slots[slot + NEXT]!;
    this.slots[slot + NEXT] = this.free;
    this.free = slot;
    this.size--;
    return next;
  }

  /** Puts the events beyond the buckets into new ones; opens them all, and says so, where they cannot be told apart. */
  private cutBuckets(): boolean {
    const slots = this.slots;
    let earliest = Infinity;
    let sum = 0;
    let count = 0;
    for (let slot = this.beyond; slot !== NONE; slot = slots[slot + NEXT]!) {
      const time = slots[slot + TIME]!;
      if (time < earliest) earliest = time;
      sum += time;
      count++;
    }
    // Those beyond are few, where most events come in time for a bucket.
    const expected = Math.max(count, this.mostEvents);
    this.mostEvents = this.size;
    const width = (EVENTS_PER_BUCKET * (sum / count - earliest)) / expected;
    let slot = this.beyond;
    this.beyond = NONE;
    if (!(width > Math.abs(earliest) * 1e-12)) {
      // One bucket, open, for all that is here and may still come.
      this.buckets = 0;
      this.bucketsPerSecond = -0;
      this.open = 0;
      this.opened.fill(NONE);
      this.opened[0] = slot;
      return true;
    }
    this.start = earliest;
    this.bucketsPerSecond = 1 / width;
    this.open = NONE;
    this.buckets = Math.ceil((REACH * expected) / EVENTS_PER_BUCKET) + 1;
    if (this.first.length < this.buckets * LISTS)
      this.first = new Int32Array(this.buckets * LISTS).fill(NONE);
    while (slot !== NONE) {
      const next = slots[slot + NEXT]!;
      const bucket = Math.floor((slots[slot + TIME]! - this.start) * this.bucketsPerSecond);
      if (bucket < this.buckets) this.putIntoBucket(bucket, slot);
      else {
        slots[slot + NEXT] = this.beyond;
        this.beyond = slot;
      }
      slot = next;
    }
    return false;
  }

  private putIntoBucket(bucket: number, slot: number): void {
    const place = bucket * LISTS + ((slot / STRIDE) & (LISTS - 1));
    this.slots[slot + NEXT] = this.first[place]!;
    this.first[place] = slot;
  }

  private put(time: number, key: number, argument: number): number {
    if (this.free === NONE) this.grow();
    const slot = this.free;
    const slots = this.slots;
    this.free = slots[slot + NEXT]!;
    slots[slot + TIME] = time;
    slots[slot + KEY] = key;
    slots[slot + ARGUMENT] = argument;
    this.size++;
    if (this.size > this.mostEvents) this.mostEvents = this.size;
    return slot;
  }

  private grow(): void {
    const before = this.slots.length;
    const slots = new Float64Array(Math.max(STRIDE * 1024, 2 * before));
    slots.set(this.slots);
    for (let slot = slots.length - STRIDE; slot >= before; slot -= STRIDE) {
      slots[slot + NEXT] = this.free;
      this.free = slot;
    }
    this.slots = slots;
  }
}
