import type { Outage } from '../scenario/outage.ts';

/** The usual factor of an outage that makes slow. */
const USUAL_FACTOR = 10;

/** What is wrong right now. Outages may overlap: each kind lasts until the last of them is over. */
export class Outages {
  readonly #ofErrors = new Set<Outage>();
  readonly #ofHanging = new Set<Outage>();
  readonly #ofSlowness = new Set<Outage>();
  /** How many times as long a call takes. */
  slowness = 1;

  get fails(): boolean {
    return this.#ofErrors.size > 0;
  }

  get hangs(): boolean {
    return this.#ofHanging.size > 0;
  }

  /** An outage begins or ends. */
  change(outage: Outage, begins: boolean): void {
    const { mode } = outage;
    const same = mode === 'errors' ? this.#ofErrors : mode === 'hangs' ? this.#ofHanging : this.#ofSlowness;
    if (begins) same.add(outage);
    else same.delete(outage);
    this.slowness = 1;
    for (const { factor = USUAL_FACTOR } of this.#ofSlowness) this.slowness *= factor;
  }
}
