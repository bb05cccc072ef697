import { expect, test } from 'vitest';
import { run, type Scenario } from '#sim-core';
import { checkLab } from '../check-lab.ts';
import type { ChartSpec } from '../chart-spec.ts';
import { drawPicture } from '../draw-picture.ts';
import { theoryHitRatio } from '../drawings/hit-ratio-theory.ts';
import type { Knob, Lab } from '../lab.ts';
import { mapRegions, mapWays } from '../map-content.ts';
import { bottleneckSentence, costBars, utilisationBars } from '../part-content.ts';
import { exampleLab } from './example-lab.ts';

const cached: Scenario = {
  version: 1,
  durationSeconds: 60,
  warmUpSeconds: 20,
  seed: 5,
  nodes: {
    users: {
      kind: 'users',
      target: 'cache',
      arrivals: { kind: 'poisson', ratePerSecond: 200 },
      keys: { kind: 'zipf', keys: 500, skew: 0.8 },
    },
    cache: { kind: 'cache', target: 'server', capacity: 100 },
    server: { kind: 'service', serviceTime: { kind: 'exponential', meanSeconds: 0.001 } },
  },
};

function labWith(scenario: Scenario, ...charts: ChartSpec[]): Lab {
  return { id: 'new', title: 'New', scenario, knobs: [], charts };
}

test('a hit-rate curve meets its formula', () => {
  const lab = labWith(cached, { kind: 'hit-rate-curve', node: 'cache', sizes: [50, 100, 200] });
  const [chart] = drawPicture(lab, cached, 5).charts;
  if (chart?.kind !== 'hit-rate-curve') throw new Error('it is a hit-rate curve');
  expect(chart.theory.map(({ at }) => at)).toEqual([50, 100, 200]);
  for (const [index, { value }] of chart.curves[0]!.points.entries())
    expect(Math.abs(value! - chart.theory[index]!.value!)).toBeLessThan(0.03);
});

test('there is no formula where entries expire or are written', () => {
  const cache = cached.nodes.cache!;
  const expiring = {
    ...cached,
    nodes: { ...cached.nodes, cache: { ...cache, timeToLiveSeconds: 5 } },
  } as Scenario;
  expect(theoryHitRatio(cached, 'cache')).toBeGreaterThan(0.3);
  expect(theoryHitRatio(expiring, 'cache')).toBeNull();
  expect(theoryHitRatio({ ...cached, requestClasses: { request: { writes: true } } }, 'cache')).toBeNull();
});

test('a chart of what a run keeps only on request has it kept, and no other lab does', () => {
  const database: Scenario = {
    ...cached,
    requestClasses: { save: { writes: true } },
    nodes: {
      users: {
        kind: 'users',
        target: 'database',
        arrivals: { kind: 'poisson', ratePerSecond: 20 },
        classes: { save: { share: 1 } },
      },
      database: {
        kind: 'database',
        readTime: { kind: 'deterministic', seconds: 0.004 },
        writeTime: { kind: 'deterministic', seconds: 0.006 },
        replicas: 1,
        replication: { kind: 'asynchronous', lag: { kind: 'deterministic', seconds: 0.2 } },
      },
    },
  };
  const lag = { node: 'database', quantity: 'replicationLagSecondsMean' } as const;
  const lab = labWith(database, { kind: 'time-series', ...lag });
  expect(() => {
    checkLab(lab, run(database, { details: true }));
  }).not.toThrow();
  const drawn = (which: Lab) => drawPicture(which, database, 5).result.series.nodes.database;
  const values = drawn(lab)?.replicationLagSecondsMean ?? [];
  expect(values).toHaveLength(60);
  // On the way for 0.2 s, and then written there too.
  for (const value of values.slice(1)) expect(value).toBeCloseTo(0.206, 3);
  expect(drawn(labWith(database, { kind: 'cost' }))).not.toHaveProperty('replicationLagSecondsMean');

  const policy: Knob = {
    kind: 'choice',
    id: 'lag',
    path: 'nodes.database.replication.lag',
    label: 'Lag',
    options: [
      { value: 'short', label: 'short', set: { kind: 'deterministic', seconds: 0.1 } },
      { value: 'long', label: 'long', set: { kind: 'deterministic', seconds: 0.4 } },
    ],
  };
  const spec: ChartSpec = {
    kind: 'small-multiples',
    knob: 'lag',
    ...lag,
    metric: 'nodes.database.replicationLagSecondsMean',
    subtitle: 'mean lag',
  };
  const [chart] = drawPicture({ ...lab, knobs: [policy], charts: [spec] }, database, 5).charts;
  if (chart?.kind !== 'small-multiples') throw new Error('it is small multiples');
  for (const { value, values: panel } of chart.variants) expect(panel.at(-1)).toBeCloseTo(value!, 2);
});

test('an interval holds the mean of several runs', () => {
  const metric = 'overall.latencySecondsP95';
  const path = 'nodes.users.arrivals.ratePerSecond';
  const lab: Lab = {
    ...exampleLab,
    charts: [
      {
        kind: 'quantity-against',
        subtitle: 'p95',
        metric,
        path,
        values: [30, 50],
        interval: true,
        each: 'policy',
      },
    ],
  };
  const [chart] = drawPicture(lab, lab.scenario, 7).charts;
  if (chart?.kind !== 'quantity-against') throw new Error('it is a quantity');
  expect(chart.curves.map(({ option }) => option)).toEqual(['random', 'round-robin', 'least']);
  for (const { value, low, high } of chart.curves.flatMap(({ points }) => points)) {
    expect(value).toBeGreaterThan(low!);
    expect(value).toBeLessThan(high!);
  }
});

test('the one that is short is named, and only if it is', () => {
  const spec = { kind: 'utilisation' } as const;
  const at = (ratePerSecond: number) => {
    const users = { kind: 'users', target: 'cache', arrivals: { kind: 'poisson', ratePerSecond } } as const;
    const server = { kind: 'service', serviceTime: { kind: 'exponential', meanSeconds: 0.01 } } as const;
    const scenario = { ...cached, nodes: { ...cached.nodes, users, server } } as Scenario;
    return bottleneckSentence(
      utilisationBars(spec, scenario, drawPicture(labWith(scenario, spec), scenario, 5).result),
    );
  };
  expect(at(10)).toBe('Nothing is short.');
  expect(at(120)).toBe('The bottleneck: Server.');
});

test('the bill has a bar for each part that costs, the dearest first, and they add up', () => {
  const prices = { instanceDollarsPerMonth: 40, thousandEntriesDollarsPerMonth: 5 };
  const scenario = { ...cached, prices };
  const picture = drawPicture(labWith(scenario, { kind: 'cost' }), scenario, 5);
  const [bill] = picture.charts;
  if (bill?.kind !== 'cost') throw new Error('it is a bill');
  expect(costBars(bill, scenario).map(({ label, value }) => [label, value])).toEqual([
    ['Cache', 40.5],
    ['Server', 40],
  ]);
  expect(bill.total).toBe(picture.result.overall.costDollarsPerMonth);
});

test.each<[ChartSpec, string]>([
  [{ kind: 'hit-rate-curve', node: 'server', sizes: [1, 2] }, 'node of a hit-rate-curve chart is "server"'],
  [{ kind: 'hit-rate-curve', node: 'cache', sizes: [2, 1] }, 'sizes of a hit-rate-curve chart is "2, 1"'],
  [
    { kind: 'quantity-against', subtitle: '', metric: 'overall.speed', path: 'seed', values: [1, 2] },
    'metric of a',
  ],
  [
    { kind: 'quantity-against', subtitle: '', metric: 'overall.arrived', path: 'seed', values: [1, 2] },
    'lab "new": path of a quantity-against chart is "seed"; expected that of a knob of this lab (it has none), or',
  ],
  [
    { kind: 'time-series', node: 'server', quantity: 'hitRatio' },
    'quantity of a time-series chart is "hitRatio"',
  ],
  [{ kind: 'world-map' }, 'expected users who live in regions'],
  [{ kind: 'utilisation', nodes: ['web'] }, 'node of a utilisation chart is "web"'],
  [{ kind: 'heat-map', node: 'users', quantity: 'utilisation' }, 'node of a heat-map chart is "users"'],
])('a mistake in a chart has a name: %j', (spec, message) => {
  const lab = labWith(cached, spec);
  const { result } = drawPicture(labWith(cached), cached, 5);
  const whole = { ...result, series: { ...result.series } };
  expect(() => checkLab(lab, whole)).toThrow(message);
});

test('what a chart turns is named by a knob of its lab, or by the chart itself', () => {
  const spec = {
    kind: 'quantity-against',
    subtitle: 'all',
    metric: 'overall.arrived',
    values: [1, 2],
  } as const;
  const path = 'nodes.cache.capacity';
  const knob: Knob = { kind: 'range', id: 'size', path, label: 'Size', minimum: 100, maximum: 200, step: 50 };
  const result = run(cached);
  const named = labWith(cached, { ...spec, path, across: 'Size of the cache' });
  expect(() => {
    checkLab(named, result);
    checkLab({ ...labWith(cached, { ...spec, path }), knobs: [knob] }, result);
  }).not.toThrow();
});

test('a map knows where people wait and where their answers come from', () => {
  const scenario: Scenario = {
    ...cached,
    regions: {
      cairo: { latitude: 30, longitude: 31 },
      virginia: { label: 'Virginia', latitude: 39, longitude: -77 },
    },
    nodes: {
      users: {
        kind: 'users',
        target: 'server',
        arrivals: { kind: 'poisson', ratePerSecond: 40 },
        regions: { cairo: 1, virginia: 3 },
      },
      server: {
        kind: 'service',
        region: 'virginia',
        serviceTime: { kind: 'exponential', meanSeconds: 0.001 },
      },
    },
  };
  const { result } = drawPicture(labWith(scenario, { kind: 'world-map' }), scenario, 5);
  const [cairo, virginia] = mapRegions(scenario, result);
  expect(cairo!.medianSeconds).toBeGreaterThan(10 * virginia!.medianSeconds!);
  expect(cairo!.perSecond + virginia!.perSecond).toBeCloseTo(40, -1);
  expect([cairo!.servedFrom, virginia!.hasOrigin, cairo!.hasOrigin]).toEqual(['Virginia', true, false]);
  expect(mapWays(scenario, result)).toMatchObject([{ kind: 'asks', weight: 1 }]);
});
