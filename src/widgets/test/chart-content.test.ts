import { expect, test } from 'vitest';
import type { RunEvent } from '#sim-core';
import { byMoment, deedsOf } from '../../charts/moments.ts';
import { comparisonBars, placeOnCurve, unitOfMetric, wholeOfMetric } from '../chart-content.ts';
import { drawPicture } from '../draw-picture.ts';
import { seriesLabel, seriesLines } from '../series-content.ts';
import { seriesEvents } from '../series-events.ts';
import { exampleLab } from './example-lab.ts';

const { scenario } = exampleLab;
const { result } = drawPicture(exampleLab, scenario, 7);
const [, series] = exampleLab.charts;

test('the reader stands on the curve at the load of the knobs', () => {
  const place = { path: 'nodes.users.arrivals.ratePerSecond', metric: 'overall.latencySecondsP99' };
  expect(placeOnCurve(place, scenario, result)).toEqual({
    at: 60,
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

test('messages wait in a queue, requests wait elsewhere', () => {
  const spec = { kind: 'time-series', node: 'mail', quantity: 'queueLengthMean', title: 'Waiting' } as const;
  const nodes = { ...scenario.nodes, mail: { kind: 'queue', label: 'Mail' } as never };
  expect(seriesLabel(spec, { ...scenario, nodes }).label).toBe('messages');
  expect(seriesLabel({ ...spec, node: 'server' }, scenario).label).toBe('requests');
});

const on = (instance: number, kind: RunEvent['kind'], atSeconds: number): RunEvent => ({
  kind,
  node: 'server',
  instance,
  atSeconds,
});

test('what happens has a word; what was so from the start has none', () => {
  const event = { kind: 'crash', node: 'balancer', instance: 1, atSeconds: 20 } as const;
  const events = [{ ...event, atSeconds: 0 }, event, { ...event, kind: 'failover', atSeconds: 23 } as const];
  expect(seriesEvents(scenario, { ...result, events })).toMatchObject([
    { atSeconds: 20, label: 'load balancer dies', hue: 'failed' },
    { atSeconds: 23, label: 'standby takes over', hue: 'served' },
  ]);
});

test('a machine is named once, as long as nothing happens to another', () => {
  const events = [on(2, 'crash', 10), on(2, 'unhealthy', 15), on(3, 'slow-down', 20), on(2, 'restart', 30)];
  expect(seriesEvents(scenario, { ...result, events }).map((event) => event.label)).toEqual([
    'server 2 dies',
    'taken out',
    'server 3 slows',
    'server 2 back',
  ]);
});

test('of two machines in trouble, the one that recovers alone is named', () => {
  const both = [2, 3].flatMap((server) => [on(server, 'crash', 10), on(server, 'unhealthy', 15)]);
  const events = [...both.toSorted((a, b) => a.atSeconds - b.atSeconds), on(2, 'restart', 30)];
  const moments = byMoment(seriesEvents(scenario, { ...result, events }), ({ atSeconds }) => atSeconds);
  expect(moments.flatMap((members) => deedsOf(members).map(({ words }) => words))).toEqual([
    'servers 2 and 3 die',
    'taken out',
    'server 2 back',
  ]);
});

test('a machine that is back before a chart could show the gap is not said to be back', () => {
  const crash = { kind: 'crash', node: 'server', instance: 2, atSeconds: 20 } as const;
  const events = [crash, { ...crash, kind: 'restart', atSeconds: 20.1 } as const];
  expect(seriesEvents(scenario, { ...result, events })).toHaveLength(1);
});

test('the only machine needs no name', () => {
  const { users, server } = scenario.nodes;
  if (users?.kind !== 'users' || server?.kind !== 'service') throw new Error('the example has both');
  const alone = {
    ...scenario,
    nodes: { users: { ...users, target: 'server' }, server: { ...server, instances: 1 } },
  };
  const crash = { kind: 'crash', node: 'server', instance: 1, atSeconds: 20 } as const;
  const events = [crash, { ...crash, kind: 'restart', atSeconds: 40 } as const];
  const labels = seriesEvents(alone, { ...result, events }).map((event) => event.label);
  expect(labels).toEqual(['crash', 'back']);
});

test('a purge is spoken of, but not where it stands for new names', () => {
  const labelsWith = (purgeAtSeconds: readonly number[]): string[] => {
    const cdn = {
      kind: 'cdn',
      target: 'server',
      capacity: 5,
      edges: {},
      contentChangesAtSeconds: [16],
      purgeAtSeconds,
    };
    const nodes = { ...scenario.nodes, cdn } as typeof scenario.nodes;
    return seriesEvents({ ...scenario, nodes }, { ...result, events: [] }).map(({ label }) => label);
  };
  expect(labelsWith([16.2])).toEqual(['new files', 'purge']);
  expect(labelsWith([16])).toEqual(['new files']);
  expect(labelsWith([16, 20])).toEqual(['new files', 'purge']);
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

test.each([
  ['nodes.api.utilisation', 1],
  ['nodes.database.diskUtilisation', 1],
  ['nodes.cache.hitRatio', 1],
  ['overall.successRatio', 1],
  ['overall.failureRatio', undefined],
  ['nodes.cache.staleRatio', undefined],
  ['overall.latencySecondsP99', undefined],
])('a full bar of %s is %s', (metric, whole) => {
  expect(wholeOfMetric(metric)).toBe(whole);
});
