import { RandomStream, type Sampler, samplerOf } from '../random/index.ts';
import type { Link } from '../scenario/link.ts';

/** How long messages of one direction are under way. */
export class Latency {
  /** Time of the message asked about last, seconds. */
  seconds = -0;
  readonly #latency: Sampler | null;
  readonly #jitter: Sampler | null;
  /** By the client's region + 1, where nothing else is said. */
  readonly #byRegion: Float64Array;
  readonly #drawn = new Float64Array(2);

  /** @param name of the streams to draw from. */
  constructor(link: Partial<Link>, byRegion: Float64Array, seed: number, name: string) {
    const { latencySeconds, jitterSeconds } = link;
    this.#latency = latencySeconds
      ? samplerOf(latencySeconds, new RandomStream(seed, `${name} latency`))
      : null;
    this.#jitter = jitterSeconds ? samplerOf(jitterSeconds, new RandomStream(seed, `${name} jitter`)) : null;
    this.#byRegion = byRegion;
  }

  /** Draws the time of a message for a client in this region. */
  draw(region: number): void {
    if (this.#latency === null) this.#drawn[0] = this.#byRegion[region + 1]!;
    else this.#latency.drawInto(this.#drawn, 0);
    if (this.#jitter !== null) this.#jitter.drawInto(this.#drawn, 1);
    this.seconds = this.#drawn[0]! + this.#drawn[1]!;
  }
}
