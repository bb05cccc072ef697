import { expect, test } from 'vitest';
import { parseScenario, type RunEvent } from '#sim-core';
import { drawPicture } from '../draw-picture.ts';
import { nameInEvents } from '../series-events.ts';
import { momentsOf, seriesPeriods } from '../series-periods.ts';
import { exampleLab } from './example-lab.ts';

const { scenario } = exampleLab;
const { result } = drawPicture(exampleLab, scenario, 7);
const end = scenario.durationSeconds;

function on(instance: number, kind: RunEvent['kind'], atSeconds: number, alert?: string): RunEvent {
  return { kind, node: 'server', instance, atSeconds, ...(alert === undefined ? {} : { alert }) };
}
function periods(events: readonly RunEvent[]): unknown[] {
  return seriesPeriods(scenario, { ...result, events }).map(({ label, fromSeconds, toSeconds }) => [
    label,
    fromSeconds,
    toSeconds,
  ]);
}

test('a fault lasts until what it struck is back, and not until another is', () => {
  const events = [on(2, 'crash', 10), on(3, 'crash', 12), on(3, 'restart', 20), on(2, 'restart', 30)];
  expect(periods(events)).toEqual([
    ['server 2 down', 10, 30],
    ['server 3 down', 12, 20],
  ]);
});

test('what is not over at the end lasts as long as the run', () => {
  expect(periods([on(2, 'slow-down', 10)])).toEqual([['server 2 slow', 10, end]]);
});

test('a blink is not a period', () => {
  expect(periods([on(2, 'crash', 10), on(2, 'restart', 10.01)])).toEqual([]);
});

test('an alert lasts from firing to resolved, each time that it fires, and knows since when it was pending', () => {
  const events = [
    on(0, 'alert-pending', 5, 'failing'),
    on(0, 'alert-firing', 8, 'failing'),
    on(0, 'alert-firing', 9, 'slow'),
    on(0, 'alert-resolved', 12, 'failing'),
    on(0, 'alert-firing', 20, 'failing'),
  ];
  expect(periods(events)).toEqual([
    ['alert: failing', 8, 12],
    ['alert: slow', 9, end],
    ['alert: failing', 20, end],
  ]);
  const [first, , third] = seriesPeriods(scenario, { ...result, events });
  expect([first?.sinceSeconds, third?.sinceSeconds]).toEqual([5, 20]);
  expect(momentsOf(scenario, { ...result, events })).toEqual([]);
});

test('machines that keep failing are moments only', () => {
  const events = Array.from({ length: 13 }, (_, index) => [
    on(1, 'crash', 4 * index + 1),
    on(1, 'restart', 4 * index + 3),
  ]).flat();
  expect(periods(events)).toEqual([]);
});

test('a primary is called by its database only where there are two of these', () => {
  const users = { kind: 'users', target: 'recipes', arrivals: { kind: 'poisson', ratePerSecond: 1 } };
  const recipes = {
    kind: 'database',
    readTime: { kind: 'deterministic', seconds: 0.01 },
    replicas: 1,
    replication: { kind: 'synchronous', lag: { kind: 'deterministic', seconds: 0.01 } },
  };
  const named = (nodes: object) =>
    nameInEvents(parseScenario({ version: 1, durationSeconds: 60, nodes: { users, recipes, ...nodes } }), {
      ...on(1, 'crash', 10),
      node: 'recipes',
    });
  expect(named({})).toBe('primary');
  expect(named({ photographs: recipes, more: { ...users, target: 'photographs' } })).toBe(
    'primary of the recipes',
  );
});
