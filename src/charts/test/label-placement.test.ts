import { describe, expect, test } from 'vitest';
import { placeLabels, type LabelCandidate } from '../label-placement.ts';

const size = [{ width: 200, height: 100 }];

function candidate(x: number, y: number, cost = 0): LabelCandidate {
  return { x, y, anchor: 'middle', dx: 0, dy: 0, cost, text: 'theory', widthPixels: 40 };
}

describe('placeLabels', () => {
  test('takes the cheapest place', () => {
    const [label] = placeLabels([{ candidates: [candidate(0.5, 0.5, 2), candidate(0.5, 0.8, 1)] }], [], size);
    expect(label?.y).toBe(0.8);
  });

  test('goes out of the way of a line', () => {
    const line = [
      { x: 0, y: 0.5 },
      { x: 1, y: 0.5 },
    ];
    const [label] = placeLabels(
      [{ candidates: [candidate(0.5, 0.48), candidate(0.5, 0.8, 5)] }],
      [line],
      size,
    );
    expect(label?.y).toBe(0.8);
  });

  test('stays inside the plot', () => {
    const [label] = placeLabels([{ candidates: [candidate(0.02, 0.5), candidate(0.5, 0.5, 5)] }], [], size);
    expect(label?.x).toBe(0.5);
  });

  test('never covers an earlier label, and is left out if it must', () => {
    const request = { candidates: [candidate(0.5, 0.5)] };
    expect(placeLabels([request, request], [], size)).toEqual([candidate(0.5, 0.5), null]);
  });

  test('leaves a dispensable label out rather than cross a line', () => {
    const line = [
      { x: 0, y: 0.5 },
      { x: 1, y: 0.52 },
    ];
    const request = { candidates: [candidate(0.5, 0.48)] };
    expect(placeLabels([request], [line], size)).toHaveLength(1);
    expect(placeLabels([{ ...request, isDispensable: true }], [line], size)).toEqual([null]);
  });
});
