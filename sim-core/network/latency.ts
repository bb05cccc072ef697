import { DrawsAhead, RandomStream } from '../random/index.ts';
import type { Link } from '../scenario/link.ts';

/** How long messages of one direction are under way. */
export class Latency {
  /** Time of the message asked about last, seconds. */
  seconds = -0;
  declare private readonly latency: DrawsAhead | null;
  declare private readonly jitter: DrawsAhead | null;
  /** By the client's region + 1, where nothing else is said. */
  declare private readonly byRegion: Float64Array;

  /** @param name of the streams to draw from. */
  constructor(link: Partial<Link>, byRegion: Float64Array, seed: number, name: string) {
    const { latencySeconds, jitterSeconds } = link;
    this.latency = latencySeconds
      ? new DrawsAhead(latencySeconds, new RandomStream(seed, `${name} latency`))
      : null;
    this.jitter = jitterSeconds
      ? new DrawsAhead(jitterSeconds, new RandomStream(seed, `${name} jitter`))
      : null;
    this.byRegion = byRegion;
  }

  /** Draws the time of a message for a client in this region. */
  draw(region: number): void {
    const usual = this.latency === null ? this.byRegion[region + 1]! : this.latency.next();
    this.seconds = this.jitter === null ? usual : usual + this.jitter.next();
  }
}
