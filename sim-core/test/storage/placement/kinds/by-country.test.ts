import { expect, it } from 'vitest';
import { placementOf } from '../../../../storage/placement/placement.ts';

const rule = { kind: 'by-country', shardByRegion: { germany: 1, france: 2 }, defaultShard: 0 } as const;

it('places by region, whatever the key', () => {
  const placement = placementOf(rule, 3, ['france', 'japan', 'germany', 'constructor']);
  for (const key of [0, 7, 2 ** 40]) {
    expect([0, 1, 2, 3].map((region) => placement.shardOf(key, region))).toEqual([2, 0, 1, 0]);
  }
});

it('places what has no region with the default', () => {
  const placement = placementOf(rule, 3, ['france']);
  expect([placement.shardOf(1), placement.shardOf(1, -1), placement.shardOf(1, 5)]).toEqual([0, 0, 0]);
});

it('names what it refuses', () => {
  expect(() => placementOf(rule, 2)).toThrow(
    new RangeError('by-country placement: shard of region "france" is 2; expected an integer from 0 to 1'),
  );
  expect(() => placementOf({ ...rule, defaultShard: -1 }, 3)).toThrow(
    new RangeError('by-country placement: defaultShard is -1; expected an integer from 0 to 2'),
  );
});
