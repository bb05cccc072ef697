import { expect, test } from 'vitest';
import type { PlotPoint } from '../clip.ts';
import { curveLabels } from '../curve-labels.ts';

/** A hockey stick that leaves the frame near x = 0.9. */
const stick: PlotPoint[] = Array.from({ length: 95 }, (_, i) => ({ x: i / 100, y: 0.08 / (1 - i / 100) }));

test('all names of a hockey stick find a place', () => {
  const labels = curveLabels(
    [
      { text: 'you are here, 290 ms', hue: 'ink', strong: true, at: { x: 0.8, y: 0.4 } },
      { text: 'capacity 100 /s', hue: 'ink-3', vertical: 0.96 },
      { text: 'theory', hue: 'ink-2', along: stick },
      { text: 'simulated', hue: 'service', along: stick, isDispensable: true },
    ],
    [stick, stick],
  );
  expect(labels.map((label) => label.text)).toEqual([
    'you are here, 290 ms',
    'capacity 100 /s',
    'theory',
    'simulated',
  ]);
});

test('a long text gives way to a short one beside a line', () => {
  const wall = [
    { x: 0.4, y: 0 },
    { x: 0.4, y: 1 },
  ];
  const [label] = curveLabels(
    [{ text: 'you are here, 290 ms', shortText: 'you are here', hue: 'ink', at: { x: 0.8, y: 0.95 } }],
    [
      wall,
      [
        { x: 0.85, y: 0 },
        { x: 0.85, y: 1 },
      ],
    ],
  );
  expect(label?.text).toBe('you are here');
});
