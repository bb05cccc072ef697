import { describe, expect, test } from 'vitest';
import { run } from '#sim-core';
import type { Fault, Scenario, ScenarioNode } from '#sim-core';
import { markAt, markOfRun } from '../conditions.ts';
import { graphOf } from '../graph.ts';
import { balanced, server, system } from './scenario-fixture.ts';
import { slowSecondsOf } from '../slowness.ts';
import { speedsAround, usualSpeed } from '../speeds.ts';
import { policyWords, sentencesOf, statesAt, statesOfRun } from '../state.ts';
import { turningPoints } from '../turning-points.ts';
import { waitingDots, waitingWords } from '../waiting.ts';

/** Spaces instead of the no-break spaces between number and unit. */
const plain = (text: string | undefined): string | undefined => text?.replaceAll('\u00a0', ' ');

function withFault(fault: Fault, scenario: Scenario = balanced(4)): Scenario {
  return { ...scenario, faults: { fault } };
}

describe('what is out of the ordinary', () => {
  const slow: Fault = {
    kind: 'slow-down',
    speed: 0.25,
    node: 'server',
    instance: 3,
    atSeconds: 20,
    forSeconds: 10,
  };
  const crash: Fault = { kind: 'crash', node: 'server', instance: 3, atSeconds: 20, forSeconds: 10 };
  const serverThree = 4;

  test.each([
    ['before', slow, 19, undefined],
    ['slow', slow, 25, '25 % speed'],
    ['after', slow, 30, undefined],
    ['crashed', crash, 25, 'down'],
    ['switched off', { ...crash, enabled: false }, 25, undefined],
    ['another machine', { ...crash, instance: 1 }, 25, undefined],
    ['all machines', { ...crash, instance: undefined }, 25, 'down'],
  ] as [string, Fault, number, string | undefined][])('%s', (_, fault, seconds, expected) => {
    const scenario = withFault(fault);
    const box = graphOf(scenario).boxes[serverThree]!;
    expect(plain(markAt(scenario, run(scenario), box, seconds)?.words)).toBe(expected);
  });

  test.each([
    ['for a part of the run', crash, 'down for 10 s'],
    ['all the time', { ...slow, atSeconds: 0, forSeconds: undefined }, '25 % speed'],
    ['during warm-up only', { ...crash, atSeconds: 0, forSeconds: 10 }, undefined],
  ] as [string, Fault, string | undefined][])('in the run as a whole: %s', (_, fault, expected) => {
    const scenario = withFault(fault);
    const box = graphOf(scenario).boxes[serverThree]!;
    expect(plain(markOfRun(scenario, run(scenario), box)?.words)).toBe(expected);
  });

  test('some of many', () => {
    const scenario = withFault(crash, balanced(40));
    const mark = markAt(scenario, run(scenario), graphOf(scenario).boxes[2]!, 25);
    expect(mark).toEqual({ kind: 'slow', words: '1 of 40 down' });
  });

  test('a balancer with a standby', () => {
    const nodes = {
      balancer: {
        kind: 'load-balancer' as const,
        targets: ['server'],
        policy: { kind: 'random' as const },
        instances: 2,
      },
      server: server(),
    };
    const scenario = withFault(
      { kind: 'crash', node: 'balancer', instance: 1, atSeconds: 20 },
      system(nodes),
    );
    const box = graphOf(scenario).boxes[1]!;
    const result = run(scenario);
    expect(markAt(scenario, result, box, 21)?.words).toBe('down');
    expect(markAt(scenario, result, box, 24)?.words).toBe('on standby');
  });

  test('a faster machine is no fault', () => {
    const scenario = system({ server: server(1, { speed: 2 }) });
    expect(markOfRun(scenario, run(scenario), graphOf(scenario).boxes[1]!)?.kind).toBe('plain');
  });

  test('turning points', () => {
    expect(turningPoints(withFault(crash)).map((point) => `${point.seconds} ${point.words}`)).toEqual([
      '20 crash',
      '30 recovers',
    ]);
  });
});

describe('the states', () => {
  const scenario = balanced(2);
  const result = run(scenario);
  const graph = graphOf(scenario);

  test('means of the run', () => {
    const states = statesOfRun(scenario, result, graph, 0.05);
    expect(plain(states[0]!.line)).toBe('90 /s');
    expect(states[1]!.line).toBe('round robin');
    expect(plain(states[2]!.line)).toMatch(/^4\d % busy$/);
    expect(states[2]!.jammed).toBe(false);
  });

  test('a moment', () => {
    const means = statesOfRun(scenario, result, graph, 0.05);
    const states = statesAt(scenario, result, graph, { seconds: 30, waitingNow: (box) => box * 10, means });
    expect(states.map((state) => state.waiting)).toEqual([null, null, 20, 30]);
    const fromSeries = statesAt(scenario, result, graph, { seconds: 60, waitingNow: null, means });
    expect(fromSeries[2]!.waiting).not.toBe(means[2]!.waiting);
  });

  test('a moment that no series tells of shows the means', () => {
    const means = statesOfRun(scenario, result, graph, 0.05);
    const bare = { ...result, series: { bucketSeconds: 1, nodes: {} } };
    const states = statesAt(scenario, bare, graph, { seconds: 30, waitingNow: null, means });
    expect(states.map((state) => state.line)).toEqual(means.map((state) => state.line));
  });

  test('the same in sentences', () => {
    const sentences = sentencesOf(scenario, graph, statesOfRun(scenario, result, graph, 0.05)).map(plain);
    expect(sentences[1]).toBe('Load balancer: round robin; sends to Server 1, Server 2.');
    expect(sentences[2]).toMatch(/^Server 1: 4\d % busy, 0\.\d waiting\.$/);
  });

  test('an endless queue is jammed', () => {
    const overloaded = system({ server: server(1, { speed: 0.5 }) });
    expect(statesOfRun(overloaded, run(overloaded), graphOf(overloaded), 0.05)[1]!.jammed).toBe(true);
  });

  test('words', () => {
    expect(waitingWords(0.04)).toBe('0 waiting');
    expect(waitingWords(2.68)).toBe('2.7 waiting');
    expect(waitingWords(2051.6)).toBe('2,052 waiting');
    expect(waitingDots(0.4, 60)).toBe(0);
    expect(waitingDots(2000, 60)).toBe(60);
    expect(policyWords({ kind: 'power-of-d-choices' })).toBe('two choices');
  });
});

describe('slow', () => {
  test('adds the way between regions and back', () => {
    const there = system({ server: server(1, { region: 'south' }) });
    const users = { ...(there.nodes.users as Extract<ScenarioNode, { kind: 'users' }>), region: 'north' };
    const regions = { north: { latitude: 0, longitude: 0 }, south: { latitude: 0, longitude: 90 } };
    // A quarter of the equator, 10,007.5 km, half as far again by cable, at 200 km a millisecond.
    const expected = 5 * (0.01 + 2 * 0.07506);
    expect(slowSecondsOf({ ...there, regions, nodes: { ...there.nodes, users } })).toBeCloseTo(expected, 3);
  });
  test('is five times the work', () => expect(slowSecondsOf(balanced(4))).toBeCloseTo(0.05));

  test('counts the work of what is called', () => {
    const work = { kind: 'deterministic' as const, seconds: 0.02 };
    const api = { kind: 'service' as const, plan: [{ work }, { call: 'database' }, { call: 'database' }] };
    expect(slowSecondsOf(system({ api, database: server() }))).toBeCloseTo(0.2);
  });
});

describe('the speed', () => {
  test.each([
    [900, 4, '1\u00a0s = 50\u00a0ms'],
    [80, 1, '1\u00a0s = 100\u00a0ms'],
    [0.5, 1, '1\u00a0s = 20\u00a0s'],
    [0, 1, '1\u00a0s = 1\u00a0s'],
  ])('%f requests/s at %i machines', (rate, machines, label) => {
    const usual = usualSpeed(rate, machines);
    expect(speedsAround(usual).find((speed) => speed.ratio === usual)?.label).toBe(label);
  });
});

test('a cache that nobody asks has no share of hits', () => {
  const scenario = system({
    server: server(),
    store: server(),
    memory: { kind: 'cache', target: 'store', capacity: 10 },
  });
  const graph = graphOf(scenario);
  const result = run(scenario);
  const means = statesOfRun(scenario, result, graph, 1);
  const moment = statesAt(scenario, result, graph, { seconds: 20, waitingNow: null, means });
  const { index } = graph.boxes.find((box) => box.node === 'memory')!;
  expect([means, moment].map((states) => states[index]!.line)).toEqual(['not asked', 'not asked']);
  expect(sentencesOf(scenario, graph, means)).toContainEqual(expect.stringMatching(/^Memory: not asked, /));
});
