import { expect, test } from 'vitest';
import {
  checkStop,
  concerns,
  defaultSeed,
  defaultValues,
  knobValueIn,
  nodeOfPath,
  rangePositions,
  roundToStep,
  scenarioFor,
  withKnobSet,
} from '../knobs.ts';
import type { ChoiceKnob, Lab, RangeKnob } from '../lab.ts';
import { exampleLab } from './example-lab.ts';

const [rate, serviceTime] = exampleLab.knobs as readonly [RangeKnob, RangeKnob];

test('knobs stand where the scenario says', () => {
  expect(defaultValues(exampleLab)).toEqual({
    rate: 60,
    'service-time': 0.04,
    policy: 'round-robin',
    slow: true,
  });
  expect(defaultSeed(exampleLab)).toBe(7);
});

test('defaults lead to the scenario itself', () => {
  expect(scenarioFor(exampleLab, defaultValues(exampleLab))).toEqual(exampleLab.scenario);
});

test('a turned knob changes its own place and nothing else', () => {
  const turned = scenarioFor(exampleLab, { rate: 90, policy: 'least', slow: false });
  const expected = structuredClone(exampleLab.scenario) as unknown as {
    nodes: { users: { arrivals: { ratePerSecond: number } }; balancer: { policy: unknown } };
    faults: { slow: { enabled: boolean } };
  };
  expected.nodes.users.arrivals.ratePerSecond = 90;
  expected.nodes.balancer.policy = { kind: 'least-connections' };
  expected.faults.slow.enabled = false;
  expect(turned).toEqual(expected);
});

test('another option leaves what a later knob holds inside of it, and brings along what an earlier one held', () => {
  const path = 'nodes.server.serviceTime';
  const [quick, steady] = [
    { kind: 'exponential', meanSeconds: 0.02 },
    { kind: 'deterministic', meanSeconds: 0.04 },
  ];
  const work: ChoiceKnob = {
    kind: 'choice',
    id: 'work',
    path,
    label: 'Work',
    options: [
      { value: 'quick', label: 'quick', set: quick },
      { value: 'steady', label: 'steady', set: steady },
    ],
  };
  const turned = scenarioFor(exampleLab, { 'service-time': 0.5 });
  const labOf = (...knobs: Lab['knobs']): Lab => ({ ...exampleLab, knobs });
  const workIn = (lab: Lab) => withKnobSet(lab, turned, work, steady).nodes.server;
  expect(workIn(labOf(work, serviceTime))).toMatchObject({ serviceTime: { ...steady, meanSeconds: 0.5 } });
  expect(workIn(labOf(serviceTime, work))).toMatchObject({ serviceTime: steady });
});

test('a scenario that a knob cannot stand at is a mistake with a name', () => {
  const broken = { ...rate, path: 'nodes.users.arrivals.rate' };
  expect(() => knobValueIn(exampleLab.scenario, broken)).toThrow('knob "rate": nodes.users.arrivals.rate');
});

test('a knob belongs to the node that it changes or strikes', () => {
  expect(nodeOfPath(exampleLab.scenario, rate.path)).toBe('users');
  expect(nodeOfPath(exampleLab.scenario, 'faults.slow.enabled')).toBe('server');
  expect(nodeOfPath(exampleLab.scenario, 'durationSeconds')).toBeUndefined();
});

test('a linear range stops at every step, a log range at equal ratios; both at where they stand', () => {
  expect(rangePositions(rate, 60)).toEqual([...Array(19).keys()].map((i) => 10 + 5 * i));
  expect(rangePositions(rate, 62)).toContain(62);
  const positions = rangePositions(serviceTime, 0.04);
  expect(positions.at(0)).toBe(0.001);
  expect(positions.at(-1)).toBe(1);
  expect(positions.length).toBeLessThan(70);
});

test('a log range stops at every number of one digit that lies on a step', () => {
  const life: RangeKnob = { ...serviceTime, minimum: 1, maximum: 3600, step: 1 };
  const positions = rangePositions(life, 1);
  for (const round of [2, 3, 10, 20, 60, 300, 600, 2000, 3000]) expect(positions).toContain(round);
  expect(Math.max(...positions)).toBe(3600);
});

test('who turns a range to where it has no stop is told the nearest', () => {
  const limit: RangeKnob = { ...serviceTime, id: 'queue-limit', minimum: 1, maximum: 1000, step: 1 };
  for (const stop of [1, 14, 16, 300, 777, 1000]) checkStop(limit, 777, stop);
  expect(() => checkStop(limit, 777, 15)).toThrow(
    'knob "queue-limit": 15 is no stop; the nearest are 14 and 16',
  );
  expect(() => checkStop(limit, 777, 1001)).toThrow('1001 is no stop; the nearest is 1000');
  expect(() => checkStop(rate, 60, 62)).toThrow('knob "rate": 62 is no stop; the nearest are 60 and 65');
});

test('steps carry no binary dust', () => {
  const tenths = { ...rate, minimum: 0, maximum: 1, step: 0.1 };
  expect(roundToStep(tenths, 0.31)).toBe(0.3);
  expect(roundToStep(tenths, 7)).toBe(1);
});

test('a knob of what befalls one machine does not concern the others', () => {
  const slow = { kind: 'slow-down', node: 'server', instance: 3, atSeconds: 1, speed: 0.5 } as const;
  const scenario = { ...exampleLab.scenario, faults: { slow } };
  const concerned = [0, 2, 3].map((machine) => concerns(scenario, 'faults.slow.speed', 'server', machine));
  expect(concerned).toEqual([true, false, true]);
  expect(concerns(scenario, 'nodes.server.cores', 'server', 2)).toBe(true);
  expect(concerns(scenario, 'nodes.server.cores', 'users', 0)).toBe(false);
});
