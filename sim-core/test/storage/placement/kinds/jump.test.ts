import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jumpHash } from '../../../../storage/placement/kinds/jump.ts';
import { placementOf } from '../../../../storage/placement/placement.ts';
import { always } from '../../../always.ts';

it('is the paper’s function, to the last bit of a key of 64', () => {
  const key = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
  const buckets = fc.oneof(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 2 ** 22 }));
  always(
    fc.property(key, buckets, (each, count) => {
      expect(jumpHash(Number(each >> 32n), Number(each & 0xffffffffn), count)).toBe(inIntegers(each, count));
    }),
    20_000,
  );
});

it.each([0n, 1n, 2n ** 32n - 1n, 2n ** 32n, 2n ** 63n, 2n ** 64n - 1n])('also of the key %s', (key) => {
  for (const buckets of [1, 2, 3, 1000, 2 ** 22]) {
    expect(jumpHash(Number(key >> 32n), Number(key & 0xffffffffn), buckets)).toBe(inIntegers(key, buckets));
  }
});

it('carries over where the lower half of the product is all ones', () => {
  // The lower half whose product with the multiplier is −1, by Newton’s iteration for its inverse.
  let inverse = 1n;
  for (let i = 0; i < 6; i++) {
    inverse = BigInt.asUintN(32, inverse * (2n - 2862933555777941757n * inverse));
  }
  const low = BigInt.asUintN(32, -inverse);
  expect(BigInt.asUintN(32, low * 2862933555777941757n)).toBe(2n ** 32n - 1n);
  for (let high = 0n; high < 100n; high++) {
    expect(jumpHash(Number(high), Number(low), 2 ** 22)).toBe(inIntegers((high << 32n) + low, 2 ** 22));
  }
});

// Vectors that several published implementations test themselves with.
it.each([
  [0, 60, 0],
  [1, 60, 55],
  [2, 60, 46],
  [1, 1, 0],
  [42, 57, 43],
  [0xdead10cc, 1, 0],
  [0xdead10cc, 666, 361],
  [256, 1024, 520],
])('puts key %i of %i shards on shard %i', (key, shards, shard) => {
  expect(placementOf({ kind: 'jump' }, shards).shardOf(key)).toBe(shard);
});

it('reads keys up to the largest safe integer', () => {
  always(
    fc.property(fc.maxSafeNat(), fc.integer({ min: 1, max: 10_000 }), (key, shards) => {
      expect(placementOf({ kind: 'jump' }, shards).shardOf(key)).toBe(inIntegers(BigInt(key), shards));
    }),
    2000,
  );
});

/** Figure 1 of the paper, with integers of 64 bits and the one division in doubles that it has. */
function inIntegers(key: bigint, buckets: number): number {
  let bucket = -1n;
  let next = 0n;
  while (next < BigInt(buckets)) {
    bucket = next;
    key = BigInt.asUintN(64, key * 2862933555777941757n + 1n);
    next = BigInt(Math.trunc(Number(bucket + 1n) * (2 ** 31 / Number((key >> 33n) + 1n))));
  }
  return Number(bucket);
}
