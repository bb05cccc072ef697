import fc from 'fast-check';
import { expect, it } from 'vitest';
import { KeyIndex } from '../../caching/key-index.ts';
import { mix } from '../../random/index.ts';
import { always } from '../always.ts';

const CAPACITY = 16;
const PLACES = 32;

/** Keys whose search begins at the last two places or the first: they run over the end of the table. */
const crowded = Array.from({ length: 4000 }, (_, key) => key).filter((key) =>
  [PLACES - 2, PLACES - 1, 0].includes(mix(key) & (PLACES - 1)),
);

it.each([
  ['all keys', fc.integer({ min: 0, max: 2_147_483_647 })],
  ['keys that all want the same places', fc.constantFrom(...crowded.slice(0, 40))],
])('finds what a map finds, for %s', (_name, anyKey) => {
  always(
    fc.property(fc.array(fc.tuple(fc.boolean(), anyKey), { maxLength: 200 }), (steps) => {
      const index = new KeyIndex(CAPACITY);
      const map = new Map<number, number>();
      for (const [slot, [adds, key]] of steps.entries()) {
        if (adds && !map.has(key) && map.size < CAPACITY) {
          index.insert(key, slot);
          map.set(key, slot);
        } else if (map.delete(key)) index.remove(key);
        for (const [, each] of steps) if (index.find(each) !== (map.get(each) ?? -1)) expect.unreachable();
      }
      index.clear();
      for (const key of map.keys()) expect(index.find(key)).toBe(-1);
    }),
  );
});
