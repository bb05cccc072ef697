import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alignmentAt, sidesOfLabels, translationTo, type MarkedLabel } from '../label-sides.ts';

const size = { width: 400, height: 200 };
const label: MarkedLabel = { x: 200, y: 100, reachX: 10, reachY: 8, width: 80, height: 16 };

test('words stand to the right, and elsewhere where something else is', () => {
  expect(sidesOfLabels([label], size)).toEqual(['right']);
  expect(sidesOfLabels([{ ...label, x: 380 }], size)).toEqual(['left']);
  expect(sidesOfLabels([label, { ...label, x: 240 }], size)).toEqual(['left', 'right']);
});

test('a corner is tried where no side is free', () => {
  // Nothing fits above or below the middle, and to the right is a neighbour.
  const first = { ...label, x: 12, y: 10, width: 60 };
  expect(sidesOfLabels([first, { ...label, x: 34, y: 10, width: 20 }], { width: 90, height: 40 })).toEqual([
    'below-right',
    'right',
  ]);
});

test('a name that finds no room is let through to the front', () => {
  // The first would like the only place of the second.
  const second = { ...label, x: 12, y: 30, width: 70 };
  const first = { ...second, x: 130, width: 60 };
  const sides = sidesOfLabels([{ ...first, x: 120 }, second], { width: 205, height: 40 });
  expect(sides).not.toContain('none');
});

test('a name that finds no room has none', () => {
  const crowd = new Array<MarkedLabel>(30).fill(label);
  expect(sidesOfLabels(crowd, size)).toContain('none');
});

test('words are moved from the middle of their mark to their side', () => {
  const reach = { reachX: 10, reachY: 8 };
  expect(translationTo('right', reach)).toBe('calc(0% + 10px) calc(-50% + 0px)');
  expect(translationTo('above', reach)).toBe('calc(-50% + 0px) calc(-100% + -8px)');
  expect(translationTo('below-left', reach)).toBe('calc(-100% + 0px) calc(0% + 8px)');
  expect((['left', 'below', 'above-right'] as const).map(alignmentAt)).toEqual(['end', 'center', 'start']);
});

const anywhere = fc.record({
  x: fc.integer({ min: 0, max: 400 }),
  y: fc.integer({ min: 0, max: 200 }),
  reachX: fc.constant(10),
  reachY: fc.constant(8),
  width: fc.integer({ min: 20, max: 120 }),
  height: fc.constant(16),
});

test('no words meet other words or a mark, or leave the picture', () => {
  fc.assert(
    fc.property(fc.array(anywhere, { maxLength: 12 }), (labels) => {
      const boxes = sidesOfLabels(labels, size).map((side, i) => boxOf(labels[i]!, side));
      boxes.forEach((box, i) => {
        if (box === null) return;
        expect(box[0]).toBeGreaterThanOrEqual(0);
        expect(box[2]).toBeLessThanOrEqual(size.width);
        const others = labels.flatMap(({ x, y, reachX, reachY }, j) => {
          const mark = [x - reachX, y - reachY, x + reachX, y + reachY];
          return i === j ? [] : [mark, ...(boxes[j] ? [boxes[j]] : [])];
        });
        expect(others.filter((other) => meet(box, other))).toEqual([]);
      });
    }),
  );
});

/** Left, top, right and bottom, as a browser lays words out from their translation. */
function boxOf(label: MarkedLabel, side: ReturnType<typeof sidesOfLabels>[number]): number[] | null {
  if (side === 'none') return null;
  const found = /calc\((.+)% \+ (.+)px\) calc\((.+)% \+ (.+)px\)/.exec(translationTo(side, label))!;
  const [percentX, pixelsX, percentY, pixelsY] = found.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
  ];
  const left = label.x + (percentX / 100) * label.width + pixelsX;
  const top = label.y + (percentY / 100) * label.height + pixelsY;
  return [left, top, left + label.width, top + label.height];
}

function meet(a: readonly number[], b: readonly number[]): boolean {
  return a[0]! < b[2]! && b[0]! < a[2]! && a[1]! < b[3]! && b[1]! < a[3]!;
}
