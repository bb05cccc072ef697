import { targetsOf } from '#sim-core';
import type { Scenario } from '#sim-core';

/** A place in a column: a node, or a link that passes the column on its way to a later one. */
export interface Slot {
  /** null for a link that passes. */
  readonly node: string | null;
  readonly key: string;
}

type Order = readonly (readonly Slot[])[];
/** Keys of the neighbors in the column before and in the one after, by key. */
interface Neighbors {
  readonly before: ReadonlyMap<string, readonly string[]>;
  readonly after: ReadonlyMap<string, readonly string[]>;
}

const sweeps = 6;

/** Key of the place where a link passes a column. */
export function passKey(from: string, to: string, column: number): string {
  return `${from} ${to} ${column}`;
}

/**
 * What stands in each column, from top to bottom, so that few links cross: the
 * layered drawing of Sugiyama, Tagawa and Toda (1981), with means of neighbors.
 */
export function slotsOf(scenario: Scenario, columnOf: ReadonlyMap<string, number>): Order {
  const { columns, neighbors } = layers(scenario, columnOf);
  let order = byCallers(columns, neighbors);
  let best = order;
  let fewest = crossings(order, neighbors);
  for (let sweep = 0; sweep < sweeps && fewest > 0; sweep++) {
    order = sorted(order, sweep % 2 === 0 ? neighbors.after : neighbors.before, sweep % 2 === 0);
    const count = crossings(order, neighbors);
    if (count < fewest) {
      fewest = count;
      best = order;
    }
  }
  return best;
}

function layers(scenario: Scenario, columnOf: ReadonlyMap<string, number>) {
  const columns: Slot[][] = Array.from({ length: Math.max(...columnOf.values()) + 1 }, () => []);
  const before = new Map<string, string[]>();
  const after = new Map<string, string[]>();
  const join = (from: string, to: string): void => {
    after.set(from, [...(after.get(from) ?? []), to]);
    before.set(to, [...(before.get(to) ?? []), from]);
  };
  for (const id of Object.keys(scenario.nodes)) columns[columnOf.get(id)!]!.push({ node: id, key: id });
  for (const [id, node] of Object.entries(scenario.nodes)) {
    for (const target of targetsOf(node)) {
      const end = columnOf.get(target) ?? -1;
      let last = id;
      for (let column = columnOf.get(id)! + 1; column < end; column++) {
        const key = passKey(id, target, column);
        columns[column]!.push({ node: null, key });
        join(last, key);
        last = key;
      }
      if (end > columnOf.get(id)!) join(last, target);
    }
  }
  return { columns, neighbors: { before, after } };
}

/** Each beside those that call it; among targets of one caller, in the order in which it names them. */
function byCallers(columns: Order, { before, after }: Neighbors): Order {
  const place = new Map<string, number>();
  return columns.map((column) => {
    const wish = ({ key }: Slot): number => {
      const callers = before.get(key) ?? [];
      const places = callers.map((caller) => place.get(caller)! + after.get(caller)!.indexOf(key) / 1000);
      return mean(places) ?? 0;
    };
    const ordered = [...column].sort((a, b) => wish(a) - wish(b));
    ordered.forEach(({ key }, index) => place.set(key, index));
    return ordered;
  });
}

function sorted(order: Order, towards: ReadonlyMap<string, readonly string[]>, fromEnd: boolean): Order {
  const place = new Map(order.flatMap((column) => column.map(({ key }, index) => [key, index] as const)));
  const columns = fromEnd ? [...order].reverse() : [...order];
  const result = columns.map((column) => {
    const wish = ({ key }: Slot): number =>
      mean((towards.get(key) ?? []).map((other) => place.get(other)!)) ?? place.get(key)!;
    const ordered = [...column].sort((a, b) => wish(a) - wish(b));
    ordered.forEach(({ key }, index) => place.set(key, index));
    return ordered;
  });
  return fromEnd ? result.reverse() : result;
}

function crossings(order: Order, { after }: Neighbors): number {
  let count = 0;
  for (let column = 1; column < order.length; column++) {
    const place = new Map(order[column]!.map(({ key }, index) => [key, index]));
    const ends = order[column - 1]!.map(({ key }) => (after.get(key) ?? []).map((to) => place.get(to)!));
    ends.forEach((upper, index) => {
      for (const lower of ends.slice(index + 1)) {
        for (const a of upper) for (const b of lower) if (a > b) count += 1;
      }
    });
  }
  return count;
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
