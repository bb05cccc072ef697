import { expect, test } from 'vitest';
import { drawing } from '../draw-steps.ts';
import type { DrawingStep } from '../drawings/drawing-step.ts';
import { rehearsing } from '../rehearsing.ts';
import { exampleLab } from './example-lab.ts';

const { scenario } = exampleLab;

function stepsOf(draw: typeof drawing, lab = exampleLab): DrawingStep[] {
  return [...draw(lab, lab.scenario, 7, new Map(), null)];
}

function isWorking({ kind }: DrawingStep): boolean {
  return kind === 'working';
}

test('a rehearsal draws the lab as it stands, after runs with other settings', () => {
  const [rehearsed, drawn] = [stepsOf(rehearsing), stepsOf(drawing)];
  expect(rehearsed.filter((step) => !isWorking(step))).toEqual(drawn.filter((step) => !isWorking(step)));
  expect(rehearsed.filter(isWorking).length).toBeGreaterThan(drawn.filter(isWorking).length);
});

test('of a lab that takes long no more is rehearsed than is of use', () => {
  const long = { ...exampleLab, charts: [], scenario: { ...scenario, durationSeconds: 3000 } };
  const beside =
    stepsOf(rehearsing, long).filter(isWorking).length - stepsOf(drawing, long).filter(isWorking).length;
  expect(beside).toBeGreaterThan(40);
  expect(beside).toBeLessThanOrEqual(240);
});

test('a lab without knobs is only drawn', () => {
  const still = { ...exampleLab, knobs: [], charts: [] };
  expect(JSON.stringify(stepsOf(rehearsing, still))).toBe(JSON.stringify(stepsOf(drawing, still)));
});
