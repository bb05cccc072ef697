import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eventRows, rowsUsed } from '../event-rows.ts';

const strip = { widthPixels: 200, beforePixels: 20, afterPixels: 20, rows: 3 };

test('a word alone stands right of its line', () => {
  expect(eventRows([{ at: 0.2, widthPixels: 60 }], strip)).toEqual([{ row: 0, side: 'right' }]);
});

test('a word near the end stands left of its line', () => {
  expect(eventRows([{ at: 0.95, widthPixels: 60 }], strip)).toEqual([{ row: 0, side: 'left' }]);
});

test('four words in a crowd all find a place in two rows', () => {
  const crowd = [0.33, 0.38, 0.57, 0.61].map((at) => ({ at, widthPixels: 46 }));
  const places = eventRows(crowd, strip);
  expect(places).not.toContain(null);
  expect(rowsUsed(places)).toBe(2);
});

test('words never overlap, nor does a line cross the word of another', () => {
  const word = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    widthPixels: fc.integer({ min: 10, max: 90 }),
  });
  fc.assert(
    fc.property(fc.array(word, { maxLength: 7 }), (words) => {
      const places = eventRows(words, strip);
      const seen = words.flatMap(({ at, widthPixels }, index) => {
        const place = places[index];
        const x = at * 200;
        if (!place) return [];
        return [
          {
            x,
            row: place.row,
            from: place.side === 'right' ? x : x - widthPixels,
            to: place.side === 'right' ? x + widthPixels : x,
          },
        ];
      });
      for (const one of seen) {
        for (const other of seen) {
          if (one === other) continue;
          if (one.row === other.row) expect(one.to <= other.from || other.to <= one.from).toBe(true);
          if (one.row > other.row) expect(one.x <= other.from || one.x >= other.to).toBe(true);
        }
      }
    }),
  );
});
