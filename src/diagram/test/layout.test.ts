import { describe, expect, test } from 'vitest';
import type { Scenario } from '#sim-core';
import { layOut } from '../drawing.ts';
import { graphOf } from '../graph.ts';
import { css, inPixels, length } from '../length.ts';
import { laneHeight, laneX, laneY } from '../placement.ts';
import type { Placement } from '../placement.ts';
import { areasOf, overlap } from './areas.ts';
import { balanced, server, system } from './scenario-fixture.ts';
import { tallLayout } from '../tall.ts';
import { fittingClass, wideLayout } from '../wide.ts';

const call = (...nodes: string[]) => ({
  kind: 'service' as const,
  plan: nodes.map((node) => ({ call: node })),
});
const systems: Record<string, Scenario> = {
  'one server': system({ server: server() }),
  'one machine': balanced(1),
  'four machines': balanced(4),
  'eight machines': balanced(8),
  'three machines': balanced(3),
  'no balancer': system({ server: server(3) }),
  'a chain': system({
    balancer: { kind: 'load-balancer', targets: ['api'], policy: { kind: 'random' } },
    api: { ...call('database'), instances: 3 },
    database: server(2),
  }),
  'a short cut': system({
    api: call('sign-in', 'database'),
    'sign-in': call('database'),
    database: server(),
  }),
};

describe.each(Object.entries(systems))('%s', (_, scenario) => {
  const graph = graphOf(scenario);
  const narrowest = Number(fittingClass(graph).replace('fits-', ''));
  const stages: [string, Placement, number][] = [
    ['wide, at its narrowest', wideLayout(graph), narrowest],
    ['wide, with room', wideLayout(graph), 976],
    ['tall, on a small phone', tallLayout(graph), 270],
    ['tall, with room', tallLayout(graph), 440],
  ];

  test.each(stages)('%s: nothing overlaps, nothing leaves the stage', (_, placement, width) => {
    const areas = areasOf(placement, width);
    areas.forEach((area, index) => {
      expect(area.left).toBeGreaterThanOrEqual(-0.01);
      expect(area.right).toBeLessThanOrEqual(width + 0.01);
      expect(area.top).toBeGreaterThanOrEqual(0);
      expect(area.bottom).toBeLessThanOrEqual(placement.height);
      for (const other of areas.slice(index + 1)) expect(overlap(area, other)).toBe(false);
    });
  });

  test.each(stages)('%s: links run from box to box and under no queue', (_, placement, width) => {
    placement.routes.forEach((route, link) => {
      const source = placement.boxes[graph.links[link]!.from]!;
      const target = placement.boxes[graph.links[link]!.to]!;
      const first = route[0]!;
      const last = route.at(-1)!;
      const sourceLeft = inPixels(source.left, width);
      expect(inPixels(first.x, width)).toBeGreaterThanOrEqual(sourceLeft);
      expect(inPixels(first.x, width)).toBeLessThanOrEqual(sourceLeft + inPixels(source.width, width) + 0.01);
      expect(last.y).toBeGreaterThanOrEqual(target.top);
      expect(last.y).toBeLessThanOrEqual(target.top + target.height);
      if (target.lane && placement.orientation === 'wide') {
        expect(inPixels(last.x, width)).toBeCloseTo(inPixels(target.lane.left, width));
      }
    });
  });
});

test('each line is drawn once', () => {
  const [users, servers] = wideLayout(graphOf(balanced(4))).strokes;
  expect(users!.lines).toHaveLength(1);
  expect(servers!.lines).toHaveLength(4);
});

test('several callers of several machines meet in one point', () => {
  const graph = graphOf(systems['a chain']!);
  const lines = wideLayout(graph).strokes.flatMap((group) => group.lines);
  // 1 from users, 3 from the balancer, 3 into the meeting point, 2 out of it.
  expect(lines).toHaveLength(9);
});

test('a queue grows from its head, the middle row first', () => {
  const lane = { left: length(0), top: 0, columns: 12, rows: 5, head: 'right' as const };
  const turns = [0, 1, 2, 3, 4].map((turn) => laneY(lane, turn));
  expect(turns[0]).toBe(laneHeight(lane) / 2);
  expect(new Set(turns).size).toBe(5);
  expect(Math.max(...turns)).toBeLessThan(laneHeight(lane));
  expect(laneX(lane, 5)).toBeLessThan(laneX(lane, 4));
  expect(laneX({ ...lane, head: 'left' }, 5)).toBeGreaterThan(laneX({ ...lane, head: 'left' }, 4));
});

test('lengths are the same for the style sheet and the canvas', () => {
  expect(css(length(0.5, -16))).toBe('calc(50% - 16px)');
  expect(css(length(0, 12))).toBe('12px');
  expect(inPixels(length(0.5, -16), 300)).toBe(134);
});

test('a knob that changes no box leaves the layout as it is, another one does not', () => {
  const before = layOut(balanced(4));
  const faster = layOut({ ...balanced(4), durationSeconds: 7 }, {}, before);
  expect(faster.scenario.durationSeconds).toBe(7);
  expect(faster.graph).toBe(before.graph);
  expect(faster.sheets).toBe(before.sheets);
  const more = layOut(balanced(5), {}, before);
  expect(more.graph.boxes.length).toBeGreaterThan(before.graph.boxes.length);
  expect(more).toEqual(layOut(balanced(5)));
});
