const CAPACITY_FIRST = 1 << 12;

/**
 * Counts distinct byte strings by a hash of 64 bits and forgets the strings
 * themselves: of a million different ones two coincide once in some ten million
 * files. Stops counting at `maximum`, and `isFull` says so.
 */
export class DistinctCounter {
  count = 0;
  isFull = false;
  readonly #maximum: number;
  // Open addressing; the pair 0, 0 marks a free slot.
  #high = new Uint32Array(CAPACITY_FIRST);
  #low = new Uint32Array(CAPACITY_FIRST);

  constructor(maximum: number) {
    this.#maximum = maximum;
  }

  add(bytes: Uint8Array, start: number, end: number): void {
    let high = 0x811c9dc5;
    let low = 0x9747b28c;
    for (let at = start; at < end; at++) {
      high = Math.imul(high ^ bytes[at]!, 0x01000193);
      low = Math.imul(low ^ bytes[at]!, 0x85ebca6b);
      low ^= low >>> 13;
    }
    high = mix(high);
    low = mix(low) | 1;
    if (this.#insert(high >>> 0, low >>> 0) && this.count * 2 > this.#high.length) this.#grow();
  }

  #insert(high: number, low: number): boolean {
    const mask = this.#high.length - 1;
    let slot = (high ^ low) & mask;
    while (this.#low[slot] !== 0) {
      if (this.#low[slot] === low && this.#high[slot] === high) return false;
      slot = (slot + 1) & mask;
    }
    if (this.count === this.#maximum) {
      this.isFull = true;
      return false;
    }
    this.#high[slot] = high;
    this.#low[slot] = low;
    this.count++;
    return true;
  }

  #grow(): void {
    const high = this.#high;
    const low = this.#low;
    this.#high = new Uint32Array(high.length * 2);
    this.#low = new Uint32Array(low.length * 2);
    this.count = 0;
    for (let slot = 0; slot < low.length; slot++) if (low[slot] !== 0) this.#insert(high[slot]!, low[slot]!);
  }
}

/** The finalizer of MurmurHash3: every bit of the input moves every bit of the output. */
function mix(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
