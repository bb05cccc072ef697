import { describe, expect, it } from 'vitest';
import { placementOf } from '../../../../storage/placement/placement.ts';
import { keysByShard } from '../keys.ts';

/*
 * Shares of n shards with v points each are those of v of nv arcs between points thrown at
 * random, a beta distribution of v and (n − 1)v: relative variance (n − 1)/(nv + 1).
 */
const SHARDS = 1000;

// The table of Lamping and Veach (2014): standard error, and 99 % of the shares lie between.
describe.each([
  { points: 1, error: 0.997906, between: [0.005, 5.25], rings: 20 },
  { points: 10, error: 0.315181, between: [0.37, 1.98], rings: 20 },
  { points: 100, error: 0.0996996, between: [0.76, 1.28], rings: 10 },
  { points: 1000, error: 0.0315723, between: [0.92, 1.09], rings: 3 },
])('$points points a shard', ({ points, error, between, rings }) => {
  const keysPerShard = 500;
  const shares = sharesOf(points, rings, keysPerShard);
  // Counting so many keys adds a variance of its own, as a lottery does.
  const counted = 1 / keysPerShard;
  const squares = shares.reduce((sum, share) => sum + (share - 1) ** 2, 0);
  const found = Math.sqrt(squares / shares.length - counted);

  it('shares spread as theory says', () => {
    const theory = Math.sqrt((SHARDS - 1) / (SHARDS * points + 1));
    expect(Math.abs(found / theory - 1)).toBeLessThan(0.05);
  });

  it('shares spread as published', () => {
    expect(Math.abs(found / error - 1)).toBeLessThan(0.1);
  });

  it('99 % of the shares lie where published', () => {
    const sorted = shares.toSorted((a, b) => a - b);
    // With a thousand points counting blurs the shares more than the ring does, so the range is widened by that.
    const widened = Math.sqrt(1 + counted / found ** 2);
    between.forEach((bound, side) => {
      const quantile = sorted[Math.floor(sorted.length * (side === 0 ? 0.005 : 0.995))]!;
      expect(Math.abs(quantile - 1 - (bound - 1) * widened)).toBeLessThan(0.03 + 0.05 * bound);
    });
  });
});

it.each([2, 10])('shares of %i shards spread as theory says, too', (shards) => {
  const rings = 400;
  const points = 25;
  let squares = 0;
  for (let seed = 0; seed < rings; seed++) {
    const placement = placementOf({ kind: 'consistent-hash', pointsPerShard: points, seed }, shards);
    for (const held of keysByShard(placement, 5000)) squares += (held / (5000 / shards) - 1) ** 2;
  }
  const counted = (shards - 1) / 5000;
  const found = Math.sqrt(squares / (rings * shards) - counted);
  expect(Math.abs(found / Math.sqrt((shards - 1) / (shards * points + 1)) - 1)).toBeLessThan(0.15);
});

it('names what it refuses', () => {
  expect(() => placementOf({ kind: 'consistent-hash', pointsPerShard: 0 }, 2)).toThrow(
    new RangeError('consistent-hash placement: pointsPerShard is 0; expected an integer from 1 to 10000'),
  );
  expect(() => placementOf({ kind: 'consistent-hash', pointsPerShard: 10_000 }, 1000)).toThrow(
    new RangeError(
      'consistent-hash placement: shards × pointsPerShard is 10000000; expected an integer from 1 to 4000000',
    ),
  );
});

/** Shares of all shards of several rings, relative to an even one. */
function sharesOf(points: number, rings: number, keysPerShard: number): number[] {
  const shares: number[] = [];
  for (let seed = 0; seed < rings; seed++) {
    const placement = placementOf({ kind: 'consistent-hash', pointsPerShard: points, seed }, SHARDS);
    for (const held of keysByShard(placement, SHARDS * keysPerShard)) shares.push(held / keysPerShard);
  }
  return shares;
}
