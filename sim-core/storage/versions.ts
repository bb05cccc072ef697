import type { Visit } from '../kernel/visits.ts';

/** What a request asks for: its key, or where the users name none what belongs to its client. */
export function keyOf(visit: Visit): number {
  return visit.key >= 0 ? visit.key : visit.client;
}

/**
 * Which version of each key the copies hold, and which was confirmed last. Versions are
 * numbers that rise with every write to the database; 0 is what was there at the start.
 * Only keys that were written take room. Copies are numbered within a shard: the primary's
 * place is 0 at the start. Lesson: Read replicas.
 */
export class Versions {
  readonly #slotOf = new Map<number, number>();
  #shards = new Int32Array(64);
  #committed: Float64Array = new Float64Array(64);
  #writtenAt: Float64Array = new Float64Array(64);
  /** By copy, then by slot. */
  readonly #held: Float64Array[];
  /** When the last write of a key that was sent to a copy gets there, seconds. */
  readonly #arrivesAt: Float64Array[];
  #latest = 0;

  /** @param copies of each shard, the primary included */
  constructor(copies: number) {
    this.#held = Array.from({ length: copies }, () => new Float64Array(64));
    this.#arrivesAt = Array.from({ length: copies }, () => new Float64Array(64));
  }

  /** The version of the next write. */
  next(): number {
    return ++this.#latest;
  }

  /** Last confirmed version of a key; 0 when it was never written. */
  committed(key: number): number {
    const slot = this.#slotOf.get(key);
    return slot === undefined ? 0 : this.#committed[slot]!;
  }

  /** When a key was last written, seconds; −Infinity when it never was. */
  lastWriteAt(key: number): number {
    const slot = this.#slotOf.get(key);
    return slot === undefined ? -Infinity : this.#writtenAt[slot]!;
  }

  /** The version of a key that a copy holds. */
  heldBy(copy: number, key: number): number {
    const slot = this.#slotOf.get(key);
    return slot === undefined ? 0 : this.#held[copy]![slot]!;
  }

  /** A copy takes a version, unless it holds a newer one. */
  apply(shard: number, copy: number, key: number, version: number): void {
    const slot = this.#slotFor(key);
    this.#shards[slot] = shard;
    const held = this.#held[copy]!;
    if (version > held[slot]!) held[slot] = version;
  }

  /**
   * When a write that is sent now gets to a copy, seconds: not before earlier writes of the
   * key, for a primary sends its log in order.
   */
  inOrder(copy: number, key: number, atSeconds: number): number {
    const slot = this.#slotFor(key);
    const arrivesAt = this.#arrivesAt[copy]!;
    if (arrivesAt[slot]! < atSeconds) arrivesAt[slot] = atSeconds;
    return arrivesAt[slot]!;
  }

  /** Whoever wrote a version is told that it is kept. */
  commit(key: number, version: number, now: number): void {
    const slot = this.#slotFor(key);
    if (version <= this.#committed[slot]!) return;
    this.#committed[slot] = version;
    this.#writtenAt[slot] = now;
  }

  /** A copy of a shard takes over all that another one holds. */
  copy(shard: number, from: number, to: number): void {
    for (let slot = 0; slot < this.#slotOf.size; slot++)
      if (this.#shards[slot] === shard) this.#held[to]![slot] = this.#held[from]![slot]!;
  }

  /** A copy takes over what was confirmed last. */
  copyCommitted(shard: number, to: number): void {
    for (let slot = 0; slot < this.#slotOf.size; slot++)
      if (this.#shards[slot] === shard) this.#held[to]![slot] = this.#committed[slot]!;
  }

  /** What this copy of a shard holds is all that there is: the rest is lost. */
  isTruth(shard: number, copy: number): void {
    for (let slot = 0; slot < this.#slotOf.size; slot++) {
      if (this.#shards[slot] !== shard) continue;
      const version = this.#held[copy]![slot]!;
      this.#committed[slot] = version;
      for (const held of this.#held) held[slot] = version;
      for (const arrivesAt of this.#arrivesAt) arrivesAt[slot] = 0;
    }
  }

  /** A key has moved to another shard, with what was confirmed last. */
  move(key: number, shard: number): void {
    const slot = this.#slotOf.get(key);
    if (slot === undefined) return;
    this.#shards[slot] = shard;
    for (const held of this.#held) held[slot] = Math.max(held[slot]!, this.#committed[slot]!);
  }

  #slotFor(key: number): number {
    const known = this.#slotOf.get(key);
    if (known !== undefined) return known;
    const slot = this.#slotOf.size;
    this.#slotOf.set(key, slot);
    if (slot === this.#shards.length) this.#grow();
    this.#writtenAt[slot] = -Infinity;
    return slot;
  }

  #grow(): void {
    const shards = this.#shards;
    this.#shards = new Int32Array(shards.length * 2);
    this.#shards.set(shards);
    this.#committed = grown(this.#committed);
    this.#writtenAt = grown(this.#writtenAt);
    for (let copy = 0; copy < this.#held.length; copy++) {
      this.#held[copy] = grown(this.#held[copy]!);
      this.#arrivesAt[copy] = grown(this.#arrivesAt[copy]!);
    }
  }
}

function grown(values: Float64Array): Float64Array {
  const larger = new Float64Array(values.length * 2);
  larger.set(values);
  return larger;
}
