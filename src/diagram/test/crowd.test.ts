import { describe, expect, test } from 'vitest';
import { run, type Scenario } from '#sim-core';
import { Crowd, Stage } from '../crowd.ts';
import { Dots, Look } from '../dots.ts';
import { geometryOf } from '../geometry.ts';
import { graphOf } from '../graph.ts';
import { journeysOf } from '../journeys.ts';
import { balanced, hopsOf, server, system } from './scenario-fixture.ts';
import { wideLayout } from '../wide.ts';

const graph = graphOf(balanced(2));
const serverOne = 2;
const hops = hopsOf(
  1,
  '0 users balancer 1 1 3 1',
  '0 balancer server#1 1 1 3 1',
  '1 users balancer 2 2 4 1',
  '1 balancer server#1 2 3 4 1',
  '2 users balancer 5 5 5 2',
  '3 users balancer 6 6 6 2',
  '3 balancer server#2 6 -1 6 2',
);
const travel = 0.25;
const fade = 0.4;
const names = Object.keys(Stage);

/** 'what each request is doing, as 'request:stage@box'. */
function seen(crowd: Crowd, seconds: number): string {
  crowd.moveTo(seconds, travel, fade);
  const journeys = journeysOf(hops, graph);
  return Array.from(crowd.members.subarray(0, crowd.size), (row, index) => {
    return `${hops.request[row]}:${names[crowd.stages[index]!]}@${graph.boxes[journeys.box[row]!]!.label}`;
  }).join(' ');
}

describe('the crowd', () => {
  test.each([
    [0.9, ''],
    [1.1, '0:travelling@Load balancer'],
    [1.3, '0:travelling@Server 1'],
    [1.6, '0:working@Server 1'],
    [2.6, '0:working@Server 1 1:waiting@Server 1'],
    [3.6, '0:answered@Server 1 1:working@Server 1'],
    [4.6, '1:answered@Server 1'],
    [5.3, '2:refused@Load balancer'],
    [5.7, ''],
    [6.6, '3:refused@Server 2'],
  ])('at %f s', (seconds, expected) => {
    expect(seen(new Crowd(journeysOf(hops, graph)), seconds)).toBe(expected);
  });

  test('is the same however the clock got there', () => {
    const crowd = new Crowd(journeysOf(hops, graph));
    for (const seconds of [1, 2.6, 4.6, 6.6, 2.6, 1.3, 3.6]) {
      expect(seen(crowd, seconds)).toBe(seen(new Crowd(journeysOf(hops, graph)), seconds));
    }
  });

  test('counts who waits and who is worked on', () => {
    const crowd = new Crowd(journeysOf(hops, graph));
    crowd.moveTo(2.6, travel, fade);
    expect(crowd.waiting[serverOne]).toBe(1);
    expect(crowd.working[serverOne]).toBe(1);
  });

  test('steps from event to event', () => {
    const crowd = new Crowd(journeysOf(hops, graph));
    const times: number[] = [];
    crowd.moveTo(0, travel, fade);
    for (let next = crowd.nextChange(); next < 4.6; next = crowd.nextChange()) {
      times.push(next);
      crowd.moveTo(next, travel, fade);
    }
    // Leaves, reaches the balancer, the server …; the second waits until the first is answered.
    expect(times).toEqual([1, 1.25, 1.5, 2, 2.25, 2.5, 3.5, 4.5]);
  });
});

/** Plays twenty seconds of a run and compares the dots that wait at one of its boxes with the mean of its queue. */
function expectDotsAsLongAsQueue(scenario: Scenario, box: number, look: (crowd: Crowd) => void): void {
  const result = run(scenario, { hops: 100_000 });
  const drawn = graphOf(scenario);
  const crowd = new Crowd(journeysOf(result.hops!, drawn));
  let waiting = 0;
  let steps = 0;
  for (let seconds = 10; seconds < 30; seconds += 0.02) {
    crowd.moveTo(seconds, 0, 0.02);
    waiting += crowd.waiting[box]!;
    steps += 1;
    look(crowd);
  }
  const { queueLengthMean } = result.nodes[drawn.boxes[box]!.node] as { queueLengthMean: number };
  expect(waiting / steps).toBeGreaterThan(queueLengthMean * 0.9);
  expect(waiting / steps).toBeLessThan(queueLengthMean * 1.1);
}

test('the dots of a real run agree with the length of the queue', () => {
  const scenario = { ...system({ server: server() }), durationSeconds: 30 };
  expectDotsAsLongAsQueue(scenario, 1, ({ working }) => expect(working[1]).toBeLessThanOrEqual(1));
});

test('the dots of a real run agree with the queue at a balancer, which works on nobody', () => {
  const nodes = {
    balancer: {
      kind: 'load-balancer',
      targets: ['server'],
      policy: { kind: 'random' },
      connectionsPerMachine: 1,
    },
    server: server(1),
  } as const;
  const scenario = { ...system(nodes), durationSeconds: 30 };
  expect(graphOf(scenario).boxes.map(({ waits }) => waits)).toEqual([false, true, true]);
  expectDotsAsLongAsQueue(scenario, 1, ({ working, waiting }) =>
    expect([working[1], waiting[2]]).toEqual([0, 0]),
  );
});

describe('the dots', () => {
  const placement = wideLayout(graph);
  const geometry = geometryOf(graph, placement, 900);

  function looksAt(seconds: number, slowSeconds = 10): string[] {
    const journeys = journeysOf(hops, graph);
    const crowd = new Crowd(journeys);
    const dots = new Dots(journeys, Uint8Array.from([1, 0, 0]));
    crowd.moveTo(seconds, travel, fade);
    dots.place(crowd, geometry, slowSeconds, travel, fade);
    return Array.from(dots.look.subarray(0, dots.size), (look) => Object.keys(Look)[look]!);
  }

  test.each([
    [1.1, 10, ['fromUsers']],
    [1.3, 10, ['moving']],
    [2.6, 10, ['moving', 'waiting']],
    [2.6, 0.05, ['workingSlow', 'waitingSlow']],
    [3.6, 1, ['slow', 'workingSlow']],
    [3.6, 10, ['served', 'moving']],
    [5.3, 10, ['failed']],
    [6.6, 10, ['failed']],
  ])('at %f s, slow from %f s', (seconds, slowSeconds, expected) => {
    expect(looksAt(seconds, slowSeconds)).toEqual(expected);
  });

  test('travel from the edge of one box to the edge of the next', () => {
    const points = geometry.links[0]!;
    expect(points[0]).toBeLessThan(geometry.boxes[1]!.entryX);
    expect(points.at(-2)).toBeCloseTo(geometry.boxes[1]!.entryX, 3);
  });
});

test('a visit of another picture is left out', () => {
  const journeys = journeysOf(hopsOf(1, '0 users elsewhere 1 1 3 1'), graph);
  expect(journeys.link[0]).toBe(-1);
  expect(journeys.rowsByColumn.every((rows) => rows.length === 0)).toBe(true);
});

test('of more dots than an eye tells apart, whole requests are drawn, an even share of them', () => {
  const many = 5000;
  const lines = Array.from({ length: many }, (_, each) => `${each} users balancer 1 1 3 1`);
  const journeys = journeysOf(hopsOf(1, ...lines), graph);
  const crowd = new Crowd(journeys);
  const dots = new Dots(journeys, new Uint8Array(graph.links.length));
  crowd.moveTo(1.1, travel, fade);
  dots.place(crowd, geometryOf(graph, wideLayout(graph), 900), 10, travel, fade);
  expect(dots.oneIn).toBe(4);
  expect(Math.abs(dots.size - many / 4)).toBeLessThan(100);
});
