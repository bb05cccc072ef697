import { expect, test } from 'vitest';
import { drawPicture } from '../draw-picture.ts';
import type { RunCache } from '../drawings/run-numbers.ts';
import { scenarioFor } from '../knobs.ts';
import type { Lab } from '../lab.ts';
import { exampleLab } from './example-lab.ts';

const picture = drawPicture(exampleLab, exampleLab.scenario, 7);

test('a picture travels with the page: small, and whole after JSON', () => {
  expect(JSON.parse(JSON.stringify(picture))).toEqual(picture);
  expect(JSON.stringify(picture).length).toBeLessThan(12_000);
});

test('it holds what the charts of the lab draw, and no more', () => {
  const { series, latencyHistogram } = picture.result;
  expect(series.nodes.server?.instances?.map((machine) => machine.queueLengthMean.length)).toEqual([
    60, 60, 60, 60,
  ]);
  expect(series.nodes.server?.instances?.[0]?.utilisation).toEqual([]);
  expect(series.nodes.users?.arrivedPerSecond).toEqual([]);
  expect(latencyHistogram.counts).toEqual([]);
});

test('kinds of requests are told apart where there are several, so that a sentence may follow one of them', () => {
  const { users } = exampleLab.scenario.nodes;
  if (users?.kind !== 'users') throw new Error('the example has users');
  const classes = { page: { share: 3 }, photo: { share: 1 } };
  const mixed = {
    ...exampleLab.scenario,
    nodes: { ...exampleLab.scenario.nodes, users: { ...users, classes } },
  };
  expect(picture.result.nodes.users).toMatchObject({ classes: {} });
  const drawn = drawPicture(exampleLab, mixed, 7).result.nodes.users;
  expect(drawn?.kind === 'users' && drawn.classes.photo?.latencySecondsMean).toBeGreaterThan(0);
});

test('a curve has a point for each load, a comparison an outcome for each option', () => {
  const [curve, , comparison] = picture.charts;
  expect(curve).toMatchObject({ points: [{ at: 20 }, { at: 40 }, { at: 60 }, { at: 80 }] });
  expect(comparison).toMatchObject({
    outcomes: [{ option: 'random' }, { option: 'round-robin' }, { option: 'least' }],
  });
});

test('the compared option that is chosen has the outcome of the picture itself', () => {
  const comparison = picture.charts[2];
  if (comparison?.kind !== 'comparison') throw new Error('the third chart compares');
  const chosen = comparison.outcomes.find((outcome) => outcome.option === 'round-robin');
  expect(chosen?.value).toBe(picture.result.overall.latencySecondsP99);
});

test('runs that a knob left as they were are not made again', () => {
  const cache: RunCache = new Map();
  drawPicture(exampleLab, exampleLab.scenario, 7, cache);
  const { size } = cache;
  drawPicture(exampleLab, scenarioFor(exampleLab, { rate: 65 }), 7, cache);
  // The comparison is at the new rate; the curve is the same.
  expect(cache.size).toBe(size + 3);
});

test('a comparison of what is no choice is a mistake with a name', () => {
  const wrong: Lab = {
    ...exampleLab,
    charts: [{ kind: 'comparison', knob: 'rate', metric: 'overall.served' }],
  };
  expect(() => drawPicture(wrong, wrong.scenario, 7)).toThrow('a chart needs a choice knob, not "rate"');
});

test('an option that does not go with the other knobs has no outcome', () => {
  const policy = exampleLab.knobs.find((knob) => knob.id === 'policy');
  if (policy?.kind !== 'choice') throw new Error('policy is a choice');
  const weighted = {
    value: 'weighted',
    label: 'weighted',
    set: { kind: 'weighted', weights: [-1, 1, 1, 1] },
  };
  const knobs = [{ ...policy, options: [...policy.options, weighted] }];
  const charts = exampleLab.charts.slice(2);
  const { charts: drawn } = drawPicture({ ...exampleLab, knobs, charts }, exampleLab.scenario, 7);
  expect(drawn[0]).toMatchObject({ outcomes: [{}, {}, {}, { option: 'weighted', value: null }] });
});

test('a histogram comes in coarse buckets that count everybody', () => {
  const lab: Lab = { ...exampleLab, charts: [{ kind: 'latency-histogram' }] };
  const { latencyHistogram } = drawPicture(lab, lab.scenario, 7).result;
  expect(latencyHistogram.counts.reduce((sum, count) => sum + count, 0)).toBe(latencyHistogram.count);
  expect(latencyHistogram.counts.length).toBeLessThan(160);
});
