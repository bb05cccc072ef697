import { expect, test } from 'vitest';
import { ChartsInTurn } from '../chart-views/charts-in-turn.svelte.ts';
import { drawPicture } from '../draw-picture.ts';
import { LabState } from '../lab-state.svelte.ts';
import { exampleLab } from './example-lab.ts';

const nobody = { listenForLab: () => undefined, askSimulation: () => undefined };
const byDefault = drawPicture(exampleLab, exampleLab.scenario, 7);
const chartCount = exampleLab.charts.length;

/** A lab with its charts, and a way to let one frame be painted. */
function staged() {
  const state = new LabState(exampleLab, byDefault, nobody);
  const frames: (() => void)[] = [];
  const charts = new ChartsInTurn(state, () => new Promise((resolve) => frames.push(resolve)));
  const paint = async () => {
    frames.shift()?.();
    await new Promise((resolve) => setTimeout(resolve));
  };
  const shown = () => exampleLab.charts.map((_, index) => charts.subjectOf(index).result.seed);
  return { state, charts, paint, shown };
}

/** The same numbers under another seed, as a run would bring them. */
function pictureOf(seed: number) {
  return { ...byDefault, result: { ...byDefault.result, seed } };
}

test('what comes with the page is on the screen', () => {
  const { charts } = staged();
  expect(charts.areBehind).toBe(false);
});

test('charts follow one a frame', async () => {
  const { state, charts, paint, shown } = staged();
  state.picture = pictureOf(8);
  expect(charts.areBehind).toBe(true);
  const caughtUp = charts.catchUp();
  for (let done = 0; done <= chartCount; done++) {
    expect(shown()).toEqual(exampleLab.charts.map((_, index) => (index < done ? 8 : 7)));
    await paint();
  }
  await caughtUp;
  expect(charts.areBehind).toBe(false);
});

test('while new states go on coming each chart has its turn, with the newest', async () => {
  const { state, charts, paint, shown } = staged();
  for (let turn = 0; turn < chartCount; turn++) {
    state.picture = pictureOf(10 + turn);
    void charts.catchUp();
    await paint();
  }
  expect(shown()).toEqual(exampleLab.charts.map((_, index) => 10 + index));
});

test('charts wait for the numbers of the whole run', async () => {
  const { state, charts, paint, shown } = staged();
  state.picture = pictureOf(8);
  state.isMeasuring = true;
  const caughtUp = charts.catchUp();
  await paint();
  await caughtUp;
  expect(shown()).toEqual(exampleLab.charts.map(() => 7));
  expect(charts.areBehind).toBe(true);
});

test('a chart of which nothing has changed is left alone', async () => {
  const { state, charts, paint } = staged();
  const before = exampleLab.charts.map((_, index) => charts.subjectOf(index));
  const last = chartCount - 1;
  const drawn = byDefault.charts.map((chart, index) => (index === last ? { ...chart } : chart));
  state.picture = { ...byDefault, charts: drawn };
  void charts.catchUp();
  await paint();
  expect(charts.areBehind).toBe(false);
  expect(exampleLab.charts.map((_, index) => charts.subjectOf(index) === before[index])).toEqual(
    before.map((_, index) => index !== last),
  );
});
