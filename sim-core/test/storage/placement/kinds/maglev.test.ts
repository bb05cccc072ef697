import fc from 'fast-check';
import { expect, it } from 'vitest';
import { maglevTable } from '../../../../storage/placement/kinds/maglev.ts';
import { placementOf } from '../../../../storage/placement/placement.ts';
import { always } from '../../../always.ts';
import { keysByShard } from '../keys.ts';

it('fills every place, and no shard has more than one place more than another', () => {
  const sizes = fc.constantFrom(3, 7, 101, 251, 1009, 4093);
  always(
    fc.property(sizes, fc.nat(), fc.nat(), (size, any, seed) => {
      const shards = 1 + (any % size);
      const places = new Float64Array(shards);
      for (const shard of maglevTable(size, shards, seed)) places[shard]!++;
      expect(Math.max(...places) - Math.min(...places)).toBeLessThanOrEqual(1);
    }),
  );
});

it('fills the smallest tables of all, however the shards prefer', () => {
  for (let seed = 0; seed < 50; seed++)
    expect(maglevTable(3, 3, seed).toSorted()).toEqual(Uint16Array.of(0, 1, 2));
});

// Section 5.3 of the paper: a thousand backends need next to no spare capacity, while a ring
// of about as many points as the table has places needs tens of percent.
it.each([65_537, 655_373])('a thousand shards on a table of %i are almost perfectly even', (tableSize) => {
  const places = new Float64Array(1000);
  for (const shard of maglevTable(tableSize, 1000, 0)) places[shard]!++;
  expect(Math.max(...places) / (tableSize / 1000)).toBeLessThan(1 + 1000 / tableSize);
  const ring = placementOf({ kind: 'consistent-hash', pointsPerShard: Math.round(tableSize / 1000) }, 1000);
  const most = Math.max(...keysByShard(ring, 2_000_000)) / 2000;
  expect(most).toBeGreaterThan(1.1);
});

it('moves, of a large table, close to the least', () => {
  // The paper's figure 12: a table many times larger than the number of shards keeps nearly all.
  const [before, after] = [maglevTable(65_537, 10, 0), maglevTable(65_537, 11, 0)];
  let elsewhere = 0;
  before.forEach((shard, place) => {
    if (after[place] !== shard && after[place] !== 10) elsewhere++;
  });
  // Places that change hands although the new shard does not want them.
  expect(elsewhere / before.length).toBeLessThan(0.1);
});

it('names what it refuses', () => {
  expect(() => placementOf({ kind: 'maglev', tableSize: 65_536 }, 2)).toThrow(
    new RangeError('maglev placement: tableSize is 65536; expected a prime'),
  );
  expect(() => placementOf({ kind: 'maglev', tableSize: 7 }, 8)).toThrow(
    new RangeError('maglev placement: tableSize is 7; expected an integer from 8 to 1000000'),
  );
});
