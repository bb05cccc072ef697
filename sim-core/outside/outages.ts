import type { Outage } from '../scenario/outage.ts';

/** The usual factor of an outage that makes slow. */
const USUAL_FACTOR = 10;

/** An outage, or a failure at random, which is one of errors. */
export type Ailment = Partial<Pick<Outage, 'mode' | 'factor'>> & { readonly kind: string };

/** What is wrong right now. Outages may overlap: each kind lasts until the last of them is over. */
export class Outages {
  readonly #ofErrors = new Set<Ailment>();
  readonly #ofHanging = new Set<Ailment>();
  readonly #ofSlowness = new Set<Ailment>();
  /** How many times as long a call takes. */
  slowness = 1;

  get fails(): boolean {
    return this.#ofErrors.size > 0;
  }

  get hangs(): boolean {
    return this.#ofHanging.size > 0;
  }

  /** An outage begins or ends; it is told apart from others by being the same object. */
  change(outage: Ailment, begins: boolean): void {
    const { mode = 'errors' } = outage;
    const same = mode === 'errors' ? this.#ofErrors : mode === 'hangs' ? this.#ofHanging : this.#ofSlowness;
    if (begins) same.add(outage);
    else same.delete(outage);
    this.slowness = 1;
    for (const { factor = USUAL_FACTOR } of this.#ofSlowness) this.slowness *= factor;
  }
}
