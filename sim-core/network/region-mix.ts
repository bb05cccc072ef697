import type { Visit } from '../kernel/visits.ts';
import type { VisitMetrics } from '../metrics/result.ts';
import { type Observed } from '../metrics/visit-counts.ts';
import { VisitStatistics } from '../metrics/visit-statistics.ts';
import { RandomStream } from '../random/index.ts';
import type { UsersNode } from '../scenario/nodes/users.ts';
import type { RegionTable } from './region-table.ts';

/** What the users of a node live in. */
interface Surroundings {
  readonly table: RegionTable;
  readonly system: Observed;
  readonly seed: number;
}

/**
 * Where the users of a node are, and how those of each region fare: each request comes from
 * one of their regions. Lesson: CDN.
 */
export class RegionMix {
  /** Whether there is more than one. */
  declare readonly isMixed: boolean;
  declare private readonly names: readonly string[];
  /** By index of the region; empty when there is only one, which needs no book of its own. */
  private readonly statistics: (VisitStatistics | undefined)[] = [];
  declare private readonly indices: readonly number[];
  declare private readonly cumulative: readonly number[];
  declare private readonly stream: RandomStream;

  constructor(id: string, node: UsersNode, { table, system, seed }: Surroundings) {
    const shares = Object.entries(node.regions ?? (node.region === undefined ? {} : { [node.region]: 1 }));
    const total = shares.reduce((sum, [, share]) => sum + share, 0);
    let sum = 0;
    this.names = shares.map(([region]) => region);
    this.isMixed = shares.length > 1;
    this.indices = shares.map(([region]) => table.indexOf(region));
    this.cumulative = shares.map(([, share]) => (sum += share / total));
    this.stream = new RandomStream(seed, `${id}/regions`);
    if (this.isMixed) for (const index of this.indices) this.statistics[index] = new VisitStatistics(system);
  }

  /** Index of the next request's region; −1 when the users are nowhere in particular. */
  draw(): number {
    const indices = this.indices;
    if (!this.isMixed) return indices.length === 0 ? -1 : indices[0]!;
    const uniform = this.stream.nextUniform();
    let chosen = 0;
    while (chosen < indices.length - 1 && uniform >= this.cumulative[chosen]!) chosen++;
    return indices[chosen]!;
  }

  /** The book of the region that a request came from; null when there is only one. */
  statisticsOf({ region }: Visit): VisitStatistics | null {
    return this.isMixed ? this.statistics[region]! : null;
  }

  /** Statistics from here on count. */
  warmUpEnds(): void {
    for (const ofRegion of this.statistics) ofRegion?.warmUpEnds();
  }

  /** Numbers by region. */
  metrics(measuredSeconds: number): Readonly<Record<string, VisitMetrics>> {
    return Object.fromEntries(
      this.names.map((name, i) => [name, this.statistics[this.indices[i]!]!.metrics(measuredSeconds)]),
    );
  }
}
