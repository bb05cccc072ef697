import { expect, test } from 'vitest';
import { run, type CdnMetrics, type ScenarioNode } from '#sim-core';
import { formatValue } from '../../prose/format.ts';
import { applyInterventions } from '../interventions.ts';
import { nodeFigures } from '../node-figures.ts';
import { smallSeries } from '../node-series.ts';
import { exampleLab } from './example-lab.ts';

const crashed = applyInterventions(exampleLab.scenario, {
  'faults.reader-crash-server-1': {
    kind: 'crash',
    node: 'server',
    instance: 1,
    atSeconds: 20,
    forSeconds: 10,
  },
});
const result = run(crashed);
const figure = (label: string, instance = 0, node = 'server') =>
  nodeFigures(result, node, instance).find((each) => each.label === label)?.text;

test('a node is told in figures, its failures by cause', () => {
  const labels = nodeFigures(result, 'server', 0).map(({ label }) => label);
  expect(labels).toEqual(expect.arrayContaining(['arrive', 'served', 'failed', 'busy', 'p99 latency']));
  expect(new Set(labels).size).toBe(labels.length);
  expect(Number(figure('failed here: nobody listened there'))).toBeGreaterThan(0);
  expect(figure('failed here: nobody listened there')).toBe(
    String(result.failures.find(({ cause }) => cause === 'refused')?.count),
  );
});

test('a machine has figures of its own', () => {
  const metrics = result.nodes.server;
  const machines = metrics?.kind === 'service' ? metrics.instances : [];
  expect(figure('served', 1)?.replace(',', '')).toBe(String(machines[0]?.served));
  expect(figure('served', 1)).not.toBe(figure('served', 2));
});

test('who waits inside a machine is counted among those who wait', () => {
  const texts = (waiting: number | null) =>
    nodeFigures(result, 'server', 0, waiting).filter(({ label }) => label.startsWith('waiting'));
  const { queueLengthMean } = result.nodes.server as { queueLengthMean: number };
  expect(texts(null)).toHaveLength(2);
  expect(texts(queueLengthMean)).toEqual(texts(null));
  // The longest line is known of the one for a worker alone.
  expect(texts(queueLengthMean + 30)).toEqual([
    { label: 'waiting, on average', text: formatValue(queueLengthMean + 30, 'count') },
  ]);
});

test('a balancer has fewer, and a stranger none', () => {
  expect(figure('busy', 0, 'balancer')).toBeUndefined();
  expect(figure('served', 0, 'balancer')).toBeDefined();
  expect(nodeFigures(result, 'nobody', 0)).toEqual([]);
});

test('the small series are those in which something happened', () => {
  expect(smallSeries(result, 'server', 1).map(({ label }) => label)).toEqual(['waiting', 'busy']);
  const [first] = smallSeries(result, 'balancer', 0);
  expect(first?.label).toBe('failed');
  expect(Math.max(...first!.values.map(Number))).toBeGreaterThan(0);
  expect(smallSeries(result, 'nobody', 0)).toEqual([]);
});

test('of an edge its own numbers are told, not those of all', () => {
  const cdn = { kind: 'cdn', target: 'server', capacity: 10, edges: { near: {}, far: {} } } as const;
  const { users, server } = exampleLab.scenario.nodes as Record<string, ScenarioNode>;
  const asked = { ...users, target: 'cdn', keys: { kind: 'zipf', keys: 20, skew: 1 } } as ScenarioNode;
  const edges = run({ ...exampleLab.scenario, faults: {}, nodes: { users: asked, cdn, server: server! } });
  const [, near] = [0, 1].map((edge) => nodeFigures(edges, 'cdn', edge));
  const seconds = edges.durationSeconds - edges.warmUpSeconds;
  const { byEdge } = edges.nodes.cdn as CdnMetrics;
  expect(near![0]).toEqual({ label: 'arrive', text: formatValue(byEdge.near!.arrived / seconds, 'rate') });
  expect(near!.map(({ label }) => label)).toContain('found here');
  expect(near!.map(({ label }) => label)).not.toContain('failed');
});

test('of a cache that nobody asked there is no share of hits', () => {
  const nodes = {
    ...exampleLab.scenario.nodes,
    store: exampleLab.scenario.nodes.server!,
    memory: { kind: 'cache' as const, target: 'store', capacity: 10 },
  };
  const idle = run({ ...exampleLab.scenario, nodes });
  const found = nodeFigures(idle, 'memory', 0).find(({ label }) => label === 'found here');
  expect(found?.text).toBe('not asked');
  expect(smallSeries(idle, 'memory', 0).map(({ label }) => label)).not.toContain('found here');
});
