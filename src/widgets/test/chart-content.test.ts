import { expect, test } from 'vitest';
import { comparisonBars, placeOnCurve, seriesEvents, seriesLines, unitOfMetric } from '../chart-content.ts';
import { drawPicture } from '../draw-picture.ts';
import { exampleLab } from './example-lab.ts';

const { scenario } = exampleLab;
const { result } = drawPicture(exampleLab, scenario, 7);
const [curve, series] = exampleLab.charts;

test('the reader stands on the curve at the load of the knobs', () => {
  if (curve?.kind !== 'latency-against-load') throw new Error('the first chart is a curve');
  expect(placeOnCurve(curve, scenario, result)).toEqual({
    load: 60,
    value: result.overall.latencySecondsP99,
  });
});

test('a machine that a fault strikes stands out among its like', () => {
  if (series?.kind !== 'time-series') throw new Error('the second chart is a series');
  const lines = seriesLines(series, scenario, result);
  expect(lines.map((line) => line.label)).toEqual(['Server 1', 'Server 2', 'Server 3', 'Server 4']);
  expect(lines.filter((line) => line.emphasis).map((line) => line.label)).toEqual(['Server 3']);
  expect(lines.map((line) => line.hue)).toEqual(['ink-3', 'ink-3', 'service', 'ink-3']);
});

test('what happens has a word; what was so from the start has none', () => {
  const event = { kind: 'crash', node: 'balancer', instance: 1, atSeconds: 20 } as const;
  const events = [{ ...event, atSeconds: 0 }, event, { ...event, kind: 'failover', atSeconds: 23 } as const];
  expect(seriesEvents(scenario, { ...result, events })).toEqual([
    { atSeconds: 20, label: 'Load balancer crashes', hue: 'failed' },
    { atSeconds: 23, label: 'standby takes over', hue: 'served' },
  ]);
});

test('the chosen bar stands out', () => {
  const outcomes = [
    { option: 'a', label: 'A', value: 1 },
    { option: 'b', label: 'B', value: null },
  ];
  expect(comparisonBars({ kind: 'comparison', outcomes }, 'b')).toEqual([
    { label: 'A', value: 1, highlight: false },
    { label: 'B', value: null, highlight: true },
  ]);
});

test('units are read off the name of a metric', () => {
  expect(unitOfMetric('overall.latencySecondsP99')).toBe('seconds');
  expect(unitOfMetric('overall.failureRatio')).toBe('ratio');
  expect(unitOfMetric('overall.costDollarsPerMonth')).toBe('dollars');
});
