import { mix } from '../random/index.ts';

/** Marks a place of the table that holds no key; keys are not negative. */
const EMPTY = -1;

/**
 * Finds the slot of a key: a hash table with open addressing and linear probing, never
 * more than half full, in one array of integers. Removing a key moves back those that
 * had to pass it, so that no place stays marked as deleted and a search never gets longer.
 * Source: Knuth, The Art of Computer Programming, volume 3, section 6.4, algorithms L and R.
 */
export class KeyIndex {
  /** Key and slot of each place, side by side. */
  declare private readonly table: Int32Array;
  declare private readonly lastPlace: number;

  /** @param capacity the most keys held at once, an integer from 0 to 1,000,000 */
  constructor(capacity: number) {
    let places = 2;
    while (places < 2 * capacity) places *= 2;
    this.table = new Int32Array(2 * places).fill(EMPTY);
    this.lastPlace = places - 1;
  }

  /** The slot of a key, an integer from 0 to 2,147,483,647; −1 when it is not there. */
  find(key: number): number {
    const table = this.table;
    let place = mix(key) & this.lastPlace;
    for (;;) {
      const held = table[2 * place]!;
      if (held === key) return table[2 * place + 1]!;
      if (held === EMPTY) return -1;
      place = (place + 1) & this.lastPlace;
    }
  }

  /** Adds a key that is not there. */
  insert(key: number, slot: number): void {
    const table = this.table;
    let place = mix(key) & this.lastPlace;
    while (table[2 * place] !== EMPTY) place = (place + 1) & this.lastPlace;
    table[2 * place] = key;
    table[2 * place + 1] = slot;
  }

  /** Removes a key that is there. */
  remove(key: number): void {
    const table = this.table;
    const last = this.lastPlace;
    let hole = mix(key) & last;
    while (table[2 * hole] !== key) hole = (hole + 1) & last;
    for (let place = (hole + 1) & last; table[2 * place] !== EMPTY; place = (place + 1) & last) {
      const probes = (place - mix(table[2 * place]!)) & last;
      // A key may move back as far as the place where its search begins.
      if (probes < ((place - hole) & last)) continue;
      table[2 * hole] = table[2 * place]!;
      table[2 * hole + 1] = table[2 * place + 1]!;
      hole = place;
    }
    table[2 * hole] = EMPTY;
  }

  clear(): void {
    this.table.fill(EMPTY);
  }
}
