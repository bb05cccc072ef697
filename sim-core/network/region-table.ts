import type { Scenario, ScenarioNode } from '../scenario/scenario.ts';
import { regionsOf } from '../scenario/regions.ts';
import { latencySecondsBetween, nearestRegion } from './distance.ts';

/**
 * The regions of a scenario, by index in their order, and how long messages take between
 * them. A visit's `region` is such an index. Lesson: CDN.
 */
export class RegionTable {
  readonly #ids: readonly string[];
  readonly #places: readonly { latitude: number; longitude: number }[];

  constructor({ regions = {} }: Scenario) {
    this.#ids = Object.keys(regions);
    this.#places = Object.values(regions);
  }

  /** Index of a region. */
  indexOf(id: string): number {
    return this.#ids.indexOf(id);
  }

  /**
   * Which of these regions is nearest to one, as an index into `among`; the first of them
   * for a client that is nowhere (−1), −1 when there is none.
   */
  nearest(region: number, among: readonly number[]): number {
    if (region < 0 || among.length < 2) return among.length === 0 ? -1 : 0;
    const places = among.map((each) => this.#places[each]!);
    return nearestRegion(this.#places[region]!, places);
  }

  /**
   * One-way times between two nodes, seconds, by the region of the client + 1. A node in
   * several regions stands, for each client, in the one nearest to it; 0 where a node is in none.
   */
  latenciesSeconds(from: ScenarioNode, to: ScenarioNode): Float64Array {
    const [callers, callees] = [from, to].map((node) => regionsOf(node).map((id) => this.indexOf(id)));
    const latencies = new Float64Array(this.#ids.length + 1);
    if (callers!.length === 0 || callees!.length === 0) return latencies;
    return latencies.map((_, i) => {
      const caller = callers![this.nearest(i - 1, callers!)]!;
      const callee = callees![this.nearest(caller, callees!)]!;
      return latencySecondsBetween(this.#places[caller]!, this.#places[callee]!);
    });
  }
}
