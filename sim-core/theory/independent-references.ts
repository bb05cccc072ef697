import { requireInteger } from './range.ts';

/**
 * The independent reference model of a cache: each request asks for a key with a
 * probability of its own, whatever came before. Shares by key, in any order.
 */
export type KeyShares = Float64Array | readonly number[];

/**
 * Checks a cache and leaves out the keys that nobody asks for.
 * @throws RangeError when the shares are no probabilities or the capacity is out of range.
 */
export function requestedShares(model: string, shares: KeyShares, capacity: number): number[] {
  requireInteger(model, 'capacity', capacity, 1, 1_000_000);
  const requested: number[] = [];
  let total = 0;
  for (const [key, share] of shares.entries()) {
    if (!(share >= 0 && share <= 1))
      throw new RangeError(`${model}: share of key ${key} is ${share}; expected a number from 0 to 1`);
    total += share;
    if (share > 0) requested.push(share);
  }
  if (!(Math.abs(total - 1) <= 1e-9)) {
    throw new RangeError(`${model}: sum of shares is ${total}; expected 1`);
  }
  return requested;
}

/** How likely a key is there, and the derivative of that, x being the uses expected in a characteristic time. */
export interface Occupancy {
  probability(uses: number): number;
  slope(uses: number): number;
}

/**
 * The time, in requests, after which the expected number of keys there is the capacity;
 * Infinity when there is room for all.
 */
export function characteristicTime(
  requested: readonly number[],
  capacity: number,
  occupancy: Occupancy,
): number {
  if (capacity >= requested.length) return Infinity;
  // The number of keys is concave in time and at most the time, so that Newton's method
  // started at the capacity comes up to the root from below and never passes it.
  let time = capacity;
  for (let round = 0; round < 1000; round++) {
    let held = 0;
    let slope = 0;
    for (const share of requested) {
      held += occupancy.probability(share * time);
      slope += share * occupancy.slope(share * time);
    }
    const next = time + (capacity - held) / slope;
    if (!(next > time * (1 + 1e-14))) break;
    time = next;
  }
  return time;
}
