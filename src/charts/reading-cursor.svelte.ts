import { nearestIndex } from './nearest-point.ts';

/**
 * Which place of a chart is being read: by a pointer or a finger over it, or by
 * arrow keys while it has the focus.
 */
export class ReadingCursor {
  #index: number | null = $state(null);
  #byKeyboard = $state(false);
  readonly #stops: () => readonly number[];
  readonly #home: () => number;

  /**
   * @param stops places that can be read, from 0 left to 1 right, ascending.
   * @param home index at which the keyboard begins.
   */
  constructor(stops: () => readonly number[], home: () => number) {
    this.#stops = stops;
    this.#home = home;
  }

  /** Index of the stop being read; null when there is none. */
  get index(): number | null {
    const last = this.#stops().length - 1;
    return this.#index === null || last < 0 ? null : Math.min(this.#index, last);
  }

  /** The reader moves by keys: then, and only then, readings are announced. */
  get byKeyboard(): boolean {
    return this.#byKeyboard;
  }

  /** Reads the stop nearest to a place, 0 to 1. */
  point(place: number): void {
    this.#byKeyboard = false;
    const index = nearestIndex(this.#stops(), place);
    this.#index = index < 0 ? null : index;
  }

  /** Begins to read by keys, where the reader is or at home. */
  enter(): void {
    this.#byKeyboard = true;
    this.#moveTo(this.index ?? this.#home());
  }

  clear(): void {
    this.#index = null;
    this.#byKeyboard = false;
  }

  /** @returns whether the key meant something here. */
  press(key: string): boolean {
    const count = this.#stops().length;
    const page = Math.max(1, Math.round(count / 10));
    const from = this.index ?? this.#home();
    const targets: Record<string, number> = {
      ArrowLeft: from - 1,
      ArrowDown: from - 1,
      ArrowRight: from + 1,
      ArrowUp: from + 1,
      PageDown: from - page,
      PageUp: from + page,
      Home: 0,
      End: count - 1,
    };
    const target = targets[key];
    if (target === undefined) {
      if (key !== 'Escape' || this.#index === null) return false;
      this.clear();
      return true;
    }
    this.#byKeyboard = true;
    this.#moveTo(target);
    return true;
  }

  #moveTo(index: number): void {
    const last = this.#stops().length - 1;
    this.#index = last < 0 ? null : Math.max(0, Math.min(last, index));
  }
}
