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
   * Which of these regions is nearest, by the region of who asks + 1, as indices into
   * `among`: for one that is nowhere (−1) the first of them; −1 everywhere when there is none.
   */
  nearestTo(among: readonly number[]): Int32Array {
    const places = among.map((each) => this.#places[each]!);
    const nearest = this.#places.map((place) => nearestRegion(place, places));
    return Int32Array.from([Math.min(0, among.length - 1), ...nearest]);
  }

  /**
   * One-way times between two nodes, seconds, by the region of the client + 1. A node in
   * several regions stands, for each client, in the one nearest to it; 0 where a node is in none.
   */
  latenciesSeconds(from: ScenarioNode, to: ScenarioNode): Float64Array {
    const [callers, callees] = [from, to].map((node) => regionsOf(node).map((id) => this.indexOf(id)));
    const latencies = new Float64Array(this.#ids.length + 1);
    if (callers!.length === 0 || callees!.length === 0) return latencies;
    const [callerFor, calleeFor] = [this.nearestTo(callers!), this.nearestTo(callees!)];
    return latencies.map((_, i) => {
      const caller = callers![callerFor[i]!]!;
      const callee = callees![calleeFor[caller + 1]!]!;
      return latencySecondsBetween(this.#places[caller]!, this.#places[callee]!);
    });
  }
}
