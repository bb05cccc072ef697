import { expect, test } from 'vitest';
import type { NumbersSoFar, ResultStep } from '../drawings/drawing-step.ts';
import { WorthShowing } from '../worth-showing.ts';

/** Numbers of which only it matters that they are these. */
function numbers(name: string): ResultStep {
  return { kind: 'result', sentence: [{ text: name }], complete: false } as unknown as ResultStep;
}

function working(ratio: number, soFar?: NumbersSoFar) {
  return { kind: 'working', ratio, soFar } as const;
}

function soFar(share: number, name = ''): NumbersSoFar {
  return { share, numbers: () => numbers(name) };
}

test('numbers of a sixteenth, and then of twice as much each time', () => {
  const worth = new WorthShowing();
  const shares = [0.05, 0.07, 0.1, 0.13, 0.15, 0.25, 0.3, 0.5, 0.9];
  const shown = shares.filter((share) => worth.of(working(share, soFar(share)), share * 250) !== null);
  expect(shown).toEqual([0.07, 0.15, 0.3]);
});

test('a run that is about to end is waited for', () => {
  expect(new WorthShowing().of(working(0.5, soFar(0.5)), 50)).toBe(null);
  expect(new WorthShowing().of(working(0.5, soFar(0.5, 'half')), 60)).toEqual(numbers('half'));
});

test('while nothing is measured a long run says how far it is', () => {
  expect(new WorthShowing().of(working(0.05), 200)).toBe(null);
  expect(new WorthShowing().of(working(0.05), 400)).toEqual({ kind: 'working', ratio: 0.05 });
});

test('what goes to the page is plain data', () => {
  const shown = new WorthShowing().of(working(0.2, soFar(0.05)), 400);
  expect(structuredClone(shown)).toEqual({ kind: 'working', ratio: 0.2 });
});

test('a chart that is not whole is shown only where it takes long', () => {
  const chart = { kind: 'chart', index: 0, chart: { kind: 'utilisation' }, complete: false } as const;
  expect(new WorthShowing().of(chart, 100)).toBe(null);
  expect(new WorthShowing().of(chart, 400)).toBe(chart);
  expect(new WorthShowing().of({ ...chart, complete: true }, 0)).toEqual({ ...chart, complete: true });
});
