import { untrack } from 'svelte';
import { afterPaint } from './after-paint.ts';

/**
 * A value that follows what it is made of when that is on the screen: what nobody waits for gives way to what
 * is looked at. `sources` are watched, `make` is called after the paint; it begins with what `make` yields at once.
 * Belongs to the component that makes it.
 */
export class Late<Value> {
  #value: Value;
  #turn = 0;

  constructor(sources: () => unknown, make: () => Value) {
    this.#value = $state.raw(untrack(make));
    let isFirst = true;
    $effect(() => {
      sources();
      const turn = ++this.#turn;
      if (isFirst) isFirst = false;
      else
        void afterPaint().then(() => {
          if (turn === this.#turn) this.#value = untrack(make);
        });
    });
    $effect(() => () => void ++this.#turn);
  }

  get value(): Value {
    return this.#value;
  }
}
