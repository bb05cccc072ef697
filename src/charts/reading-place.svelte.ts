import { createContext } from 'svelte';
import type { Reading } from './chart-inputs.ts';

/** Where a chart shows what is being read: beside its title, of which its picture knows nothing. */
export class ReadingPlace {
  #reading: Reading | null = $state.raw(null);
  #roomPixels = $state(0);

  get reading(): Reading | null {
    return this.#reading;
  }

  /** How far into the picture a long reading may reach before it covers anything of weight. */
  get roomPixels(): number {
    return this.#roomPixels;
  }

  /** Shows what a picture reads for as long as there is the picture. For its component, while it is made. */
  show(read: () => Reading | null, roomPixels: () => number): void {
    $effect(() => {
      this.#reading = read();
      this.#roomPixels = roomPixels();
      return () => (this.#reading = null);
    });
  }
}

export const [readingPlace, setReadingPlace] = createContext<ReadingPlace>();
