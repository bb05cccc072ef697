import fc from 'fast-check';
import { expect, it } from 'vitest';
import { movedShare } from '../moved-share.ts';
import { placementOf } from '../../../../storage/placement/placement.ts';
import { always } from '../../../always.ts';
import { keysUpTo } from '../keys.ts';

it('cuts keys into equal ranges, exactly', () => {
  always(
    fc.property(
      fc.integer({ min: 1, max: 50 }),
      fc.nat(1_000_000_000 - 50),
      fc.nat(),
      (shards, more, any) => {
        const keys = shards + more;
        const placement = placementOf({ kind: 'range', keys }, shards);
        const key = any % keys;
        expect(placement.shardOf(key)).toBe(Number((BigInt(key) * BigInt(shards)) / BigInt(keys)));
        expect(placement.shardOf(keys + any)).toBe(shards - 1);
      },
    ),
    1000,
  );
});

it('begins each range at its first key', () => {
  const placement = placementOf({ kind: 'range', firstKeys: [10, 11, 50] }, 4);
  expect([0, 9, 10, 11, 12, 49, 50, 1000].map((key) => placement.shardOf(key))).toEqual([
    0, 0, 1, 2, 2, 2, 3, 3,
  ]);
});

it('moves, where one range of ten is split, half of it alone', () => {
  const before = placementOf({ kind: 'range', firstKeys: [10, 20, 30, 40, 50, 60, 70, 80, 90] }, 10);
  const after = placementOf({ kind: 'range', firstKeys: [10, 20, 30, 40, 50, 60, 70, 80, 90, 95] }, 11);
  expect(movedShare(before, after, keysUpTo(100))).toBe(0.05);
});

it('names what it refuses', () => {
  expect(() => placementOf({ kind: 'range', keys: 3 }, 4)).toThrow(
    new RangeError('range placement: keys is 3; expected an integer from 4 to 1000000000'),
  );
  expect(() => placementOf({ kind: 'range', firstKeys: [5] }, 3)).toThrow(
    new RangeError('range placement: firstKeys has 1 entries; expected 2, one fewer than shards'),
  );
  expect(() => placementOf({ kind: 'range', firstKeys: [5, 5] }, 3)).toThrow(
    new RangeError('range placement: firstKeys[1] is 5; expected more than 5, the one before'),
  );
});
