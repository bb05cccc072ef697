import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movedShare } from './moved-share.ts';
import { placementOf, type PlacementRule } from '../../../storage/placement/placement.ts';
import { always } from '../../always.ts';
import { keysByShard, keysUpTo } from './keys.ts';

const hashed: readonly PlacementRule[] = [
  { kind: 'hash' },
  { kind: 'consistent-hash', pointsPerShard: 20 },
  { kind: 'jump' },
  { kind: 'maglev', tableSize: 1009 },
];
const all: readonly PlacementRule[] = [
  ...hashed,
  { kind: 'range', keys: 1000 },
  { kind: 'by-country', shardByRegion: {}, defaultShard: 0 },
];
const shardCounts = fc.integer({ min: 1, max: 40 });

describe.each(all)('%j', (rule) => {
  it('gives every key a shard that exists, always the same', () => {
    always(
      fc.property(shardCounts, fc.maxSafeNat(), (shards, key) => {
        const placement = placementOf(rule, shards);
        const shard = placement.shardOf(key);
        expect(Number.isInteger(shard) && shard >= 0 && shard < shards).toBe(true);
        expect(placementOf(rule, shards).shardOf(key)).toBe(shard);
        expect(placement.shards).toBe(shards);
      }),
    );
  });

  it('moves nothing while the shards stay', () => {
    expect(movedShare(placementOf(rule, 7), placementOf(rule, 7), keysUpTo(1000))).toBe(0);
  });
});

// What an even lottery would give: k keys on n shards, standard deviation √(k/n · (1 − 1/n)).
describe.each<PlacementRule>([{ kind: 'hash' }, { kind: 'jump' }, { kind: 'maglev' }])('%j', (rule) => {
  it.each([2, 10, 64])('spreads keys over %i shards as evenly as a lottery', (shards) => {
    const count = 200_000;
    const mean = count / shards;
    const squares = keysByShard(placementOf(rule, shards), count).map((held) => (held - mean) ** 2 / mean);
    const chiSquared = squares.reduce((sum, square) => sum + square, 0);
    // Of so many degrees of freedom its mean is d and its variance 2d; Maglev's table adds next to nothing.
    const freedom = shards - 1;
    expect(chiSquared).toBeLessThan(freedom + 5 * Math.sqrt(2 * freedom));
  });

  it('spreads keys beyond 2^32, too', () => {
    const placement = placementOf(rule, 8);
    const held = new Float64Array(8);
    for (let i = 0; i < 8000; i++) held[placement.shardOf(i * 2 ** 33 + 5)]!++;
    for (const count of held) expect(Math.abs(count - 1000)).toBeLessThan(5 * Math.sqrt(1000));
  });
});

// One shard more: what theory says moves, within five standard deviations of so many draws.
describe.each([10, 100])('from %i shards to one more', (shards) => {
  const count = 1_000_000;
  const keys = keysUpTo(count);
  const least = 1 / (shards + 1);
  const moved = (rule: PlacementRule): number =>
    movedShare(placementOf(rule, shards), placementOf(rule, shards + 1), keys);
  const deviation = Math.sqrt((least * (1 - least)) / count);

  it('the remainder of a hash moves n in n + 1', () => {
    expect(Math.abs(moved({ kind: 'hash' }) - shards * least)).toBeLessThan(5 * deviation);
  });

  it('jump moves one in n + 1', () => {
    expect(Math.abs(moved({ kind: 'jump' }) - least)).toBeLessThan(5 * deviation);
  });

  it('a ring moves one in n + 1 on average over rings', () => {
    const points = 100;
    const rings = 20;
    let sum = 0;
    const some = keys.subarray(0, 50_000);
    for (let seed = 0; seed < rings; seed++) {
      const rule = { kind: 'consistent-hash', pointsPerShard: points, seed } as const;
      sum += movedShare(placementOf(rule, shards), placementOf(rule, shards + 1), some);
    }
    const spread = Math.sqrt(1 / points + (1 - least) / (least * some.length));
    expect(Math.abs(sum / rings / least - 1)).toBeLessThan((4 * spread) / Math.sqrt(rings));
  });

  it('Maglev moves somewhat more than one in n + 1', () => {
    const share = moved({ kind: 'maglev' });
    expect(share).toBeGreaterThan(least);
    expect(share).toBeLessThan(2.5 * least);
  });

  it('equal ranges move half', () => {
    const rule = { kind: 'range', keys: shards * (shards + 1) * 10 } as const;
    const every = keysUpTo(rule.keys);
    expect(movedShare(placementOf(rule, shards), placementOf(rule, shards + 1), every)).toBe(0.5);
  });
});

describe.each<PlacementRule>([{ kind: 'jump' }, { kind: 'consistent-hash' }])('%j', (rule) => {
  it('moves keys to the new shard only', () => {
    always(
      fc.property(shardCounts, (shards) => {
        const before = placementOf(rule, shards);
        const after = placementOf(rule, shards + 1);
        for (let key = 0; key < 2000; key++) {
          if (before.shardOf(key) !== after.shardOf(key)) expect(after.shardOf(key)).toBe(shards);
        }
      }),
      40,
    );
  });
});

it('counts no keys as none moved', () => {
  expect(movedShare(placementOf({ kind: 'hash' }, 2), placementOf({ kind: 'hash' }, 3), [])).toBe(0);
});

it.each([0, 1.5, 10_001])('refuses %f shards', (shards) => {
  expect(() => placementOf({ kind: 'hash' }, shards)).toThrow(
    new RangeError(`placement: shards is ${shards}; expected an integer from 1 to 10000`),
  );
});
