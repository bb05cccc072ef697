import { describe, expect, test } from 'vitest';
import { lineEndLabels, sharedName, type LineEnd } from '../line-end-labels.ts';

function end(label: string, y: number, emphasis = false): LineEnd {
  return { label, y, emphasis, hue: emphasis ? 'service' : 'ink-3' };
}

describe('labels at the ends of lines', () => {
  test('quiet lines that end together share one, in the order of the lines', () => {
    const ends = [
      end('server 1', 0.02),
      end('server 2', 0.01),
      end('server 3', 0.9, true),
      end('server 4', 0.03),
    ];
    expect(lineEndLabels(ends, 140).map((label) => label.text)).toEqual(['server 1, 2, 4', 'server 3']);
  });

  test('stand apart by a line of text at least', () => {
    const ends = [end('served', 0.5, true), end('sent', 0.51), end('failed', 0.49)];
    const heights = lineEndLabels(ends, 140).map((label) => label.y * 140);
    const sorted = heights.toSorted((a, b) => a - b);
    sorted.slice(1).forEach((y, index) => expect(y - (sorted[index] ?? 0)).toBeGreaterThanOrEqual(13.9));
  });
});

test.each([
  [['served'], 'served'],
  [['server 1', 'server 4'], 'server 1, 4'],
  [['sent', 'served'], 'sent, served'],
  [['server 1', 'server 2', 'server 3', 'server 4', 'server 5'], '5 servers'],
  [['a', 'b', 'c', 'd', 'e'], '5 lines'],
])('%j are called %s', (labels, name) => expect(sharedName(labels)).toBe(name));
