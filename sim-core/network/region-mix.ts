import { RandomStream } from '../random/index.ts';
import type { UsersNode } from '../scenario/nodes/users.ts';
import type { RegionTable } from './region-table.ts';

/** Where the users of a node are: each request comes from one of their regions. Lesson: CDN. */
export class RegionMix {
  readonly #indices: readonly number[];
  readonly #cumulative: readonly number[];
  readonly #stream: RandomStream;

  constructor(id: string, node: UsersNode, table: RegionTable, seed: number) {
    const shares = Object.entries(node.regions ?? (node.region === undefined ? {} : { [node.region]: 1 }));
    const total = shares.reduce((sum, [, share]) => sum + share, 0);
    let sum = 0;
    this.#indices = shares.map(([region]) => table.indexOf(region));
    this.#cumulative = shares.map(([, share]) => (sum += share / total));
    this.#stream = new RandomStream(seed, `${id}/regions`);
  }

  /** Index of the next request's region; −1 when the users are nowhere in particular. */
  draw(): number {
    const indices = this.#indices;
    if (indices.length < 2) return indices.length === 0 ? -1 : indices[0]!;
    const uniform = this.#stream.nextUniform();
    let chosen = 0;
    while (chosen < indices.length - 1 && uniform >= this.#cumulative[chosen]!) chosen++;
    return indices[chosen]!;
  }
}
