import { expect, test } from 'vitest';
import type { Scenario } from '#sim-core';
import { shareSentence, spanShares, waterfallData } from '../../charts/waterfall-shares.ts';
import { checkLab } from '../check-lab.ts';
import type { WaterfallSpec } from '../chart-spec.ts';
import { drawPicture } from '../draw-picture.ts';
import { chosenTrace } from '../drawings/draw-waterfall.ts';
import type { Lab } from '../lab.ts';

const fixed = (seconds: number) => ({ kind: 'deterministic', seconds }) as const;

/** Far away, with a database behind it; nobody ever waits. */
const far: Scenario = {
  version: 1,
  durationSeconds: 60,
  seed: 1,
  nodes: {
    users: { kind: 'users', target: 'shop', arrivals: { kind: 'poisson', ratePerSecond: 0.5 } },
    shop: { kind: 'service', workers: 100, plan: [{ work: fixed(0.01) }, { call: 'store' }] },
    store: { kind: 'service', cores: 100, serviceTime: fixed(0.03) },
  },
  links: { ocean: { from: 'users', to: 'shop', latencySeconds: fixed(0.05) } },
};

function labWith(scenario: Scenario, spec: WaterfallSpec): Lab {
  return { id: 'way', title: 'Way', scenario, knobs: [], charts: [spec] };
}

function drawn(scenario: Scenario, request: NonNullable<WaterfallSpec['request']>) {
  const [chart] = drawPicture(labWith(scenario, { kind: 'waterfall', request }), scenario, 1).charts;
  if (chart?.kind !== 'waterfall') throw new Error('it is a waterfall');
  return chart;
}

test('the time of a request is told apart: on the way, at work, for others', () => {
  const { spans, tookSeconds } = drawn(far, 'slowest');
  expect(spans.map(({ label }) => label)).toEqual(['Shop', 'Store']);
  const [shop, store] = spans.map(spanShares);
  expect(shop!.travel).toBeCloseTo(0.1, 5);
  expect(shop!.work).toBeCloseTo(0.01, 5);
  expect(shop!.others).toBeCloseTo(0.03, 5);
  expect(store).toEqual({ setUp: 0, travel: 0, wait: 0, work: expect.closeTo(0.03, 5) as number, others: 0 });
  expect(tookSeconds).toBeCloseTo(0.14, 5);
  expect(shareSentence(spans, tookSeconds!)).toBe('100\u00a0ms travelling, 40\u00a0ms working.');
});

test('setting up a connection is told apart from the way', () => {
  const stranger = structuredClone(far) as Scenario & { links: { ocean: object } };
  Object.assign(stranger.links.ocean, { connection: { setUpRoundTrips: 2, reuse: false } });
  const { spans, tookSeconds } = drawn(stranger, 'median');
  const [shop] = spans;
  expect(shop!.setUp?.map(({ what }) => what)).toEqual(['connect', 'secure']);
  expect(spanShares(shop!).setUp).toBeCloseTo(0.2, 5);
  expect(spanShares(shop!).travel).toBeCloseTo(0.1, 5);
  expect(shareSentence(spans, tookSeconds!)).toBe(
    '200\u00a0ms setting up a connection, 100\u00a0ms travelling, 40\u00a0ms working.',
  );
  expect(waterfallData(spans, 0).columns[2]).toMatchObject({ label: 'connecting' });
});

test('the slowest took the longest, and the median is between', () => {
  const busy: Scenario = {
    ...far,
    nodes: {
      ...far.nodes,
      users: { kind: 'users', target: 'shop', arrivals: { kind: 'poisson', ratePerSecond: 25 } },
      store: { kind: 'service', serviceTime: { kind: 'exponential', meanSeconds: 0.03 } },
    },
  };
  const [median, p99, slowest] = (['median', 'p99', 'slowest'] as const).map(
    (request) => drawn(busy, request).tookSeconds!,
  );
  expect(median).toBeLessThan(p99!);
  expect(p99).toBeLessThan(slowest!);
});

test('requests of the warm-up and failed ones are not chosen', () => {
  const trace = { request: 0, requestClass: 'request', client: 0, failure: null, spans: [] };
  const traces = [
    { ...trace, arriveSeconds: 1, leaveSeconds: 9, outcome: 'served' as const },
    { ...trace, arriveSeconds: 6, leaveSeconds: 20, outcome: 'failed' as const },
  ];
  expect(chosenTrace({ traces, warmUpSeconds: 5 }, 'slowest')).toBeNull();
  expect(chosenTrace({ traces, warmUpSeconds: 0 }, 'slowest')?.leaveSeconds).toBe(9);
});

test('where nobody is answered there is nothing to draw', () => {
  const dead = { ...far, faults: { out: { kind: 'crash', node: 'shop', atSeconds: 0 } } } as Scenario;
  expect(drawn(dead, 'median')).toMatchObject({ tookSeconds: null, spans: [] });
});

test('where calls run beside each other the shares are not added up', () => {
  const span = { node: 'a', label: 'A', kind: 'service', startSeconds: 0, waitSeconds: 0, outcome: 'served' };
  const beside = [
    { ...span, endSeconds: 1 },
    { ...span, endSeconds: 1 },
  ] as Parameters<typeof shareSentence>[0];
  expect(shareSentence(beside, 1)).toBe('');
  expect(waterfallData(beside, 0).rows).toHaveLength(2);
});

test('an unknown request is a mistake with a name', () => {
  const lab = labWith(far, { kind: 'waterfall', request: 'worst' as 'slowest' });
  const { result } = drawPicture({ ...lab, charts: [] }, far, 1);
  expect(() => checkLab(lab, result)).toThrow('request of a waterfall chart is "worst"');
});
