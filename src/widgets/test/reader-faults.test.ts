import { expect, test } from 'vitest';
import { parseScenario, type Scenario } from '#sim-core';
import { applyInterventions } from '../interventions.ts';
import { harmTo, interventionWords, spellFor, victimOf } from '../reader-faults.ts';
import { exampleLab } from './example-lab.ts';

const brief = { kind: 'exponential', meanSeconds: 0.001 } as const;
const somebody = { node: 'users', instance: 0 };
/** A node of every kind. */
const everything: Scenario = {
  version: 1,
  durationSeconds: 60,
  warmUpSeconds: 10,
  nodes: {
    users: {
      kind: 'users',
      target: 'edge',
      arrivals: { kind: 'poisson', ratePerSecond: 10 },
      keys: { kind: 'uniform', keys: 100 },
    },
    edge: { kind: 'cdn', target: 'balancer', capacity: 10, edges: { here: {} }, serviceTime: brief },
    balancer: { kind: 'load-balancer', targets: ['api'], policy: { kind: 'random' } },
    api: {
      kind: 'service',
      instances: 2,
      plan: [{ call: 'cache' }, { call: 'payments' }, { call: 'files' }, { call: 'jobs' }],
    },
    cache: { kind: 'cache', target: 'database', capacity: 10, serviceTime: brief },
    database: { kind: 'database', readTime: brief },
    payments: { kind: 'external-api', latency: brief },
    files: { kind: 'object-storage', firstByteTime: brief },
    jobs: { kind: 'queue', target: 'worker' },
    worker: { kind: 'service', serviceTime: brief },
  },
};

const spell = { atSeconds: 20, forSeconds: 10 };

test.each([
  ['edge', 'The edge crashes', 'The edge works at 25 % speed'],
  ['balancer', 'The balancer crashes', null],
  ['api', 'The api crashes', 'The api works at 25 % speed'],
  ['cache', 'The cache crashes', 'The cache works at 25 % speed'],
  ['database', 'The database crashes', 'The database works at 25 % speed'],
  ['payments', 'The payments is out of order', 'The payments takes 4 times as long'],
  ['files', 'The files is cut off', null],
  ['jobs', 'The jobs crashes', null],
])('what can be done to “%s” is what the model allows', (node, crash, slow) => {
  const harms = (['crash', 'slow'] as const).map((harm) =>
    harmTo(everything, harm, { node, instance: 0 }, spell),
  );
  expect(harms.map((each) => each !== null)).toEqual([true, slow !== null]);
  for (const [index, harm] of harms.entries()) {
    if (!harm) continue;
    const words = interventionWords(everything, harm).replaceAll('\u00a0', ' ');
    expect(words).toBe(`${[crash, slow][index]} at 20 s, for 10 s.`);
    const scenario = applyInterventions(everything, { [harm.path]: harm.value });
    expect(parseScenario(scenario)).toEqual(scenario);
  }
});

test('users cannot be broken', () => {
  expect(harmTo(everything, 'crash', { node: 'users', instance: 0 }, spell)).toBeNull();
});

test('it is said in words', () => {
  const harm = harmTo(exampleLab.scenario, 'crash', { node: 'server', instance: 2 }, spell)!;
  expect(harm.path).toBe('faults.reader-crash-server-2');
  expect(interventionWords(exampleLab.scenario, harm)).toBe('Server 2 crashes at 20\u00a0s, for 10\u00a0s.');
  const slow = harmTo(exampleLab.scenario, 'slow', { node: 'server', instance: 0 }, spell)!;
  expect(interventionWords(exampleLab.scenario, slow)).toBe(
    'The server works at 25\u00a0% speed at 20\u00a0s, for 10\u00a0s.',
  );
  expect(interventionWords(exampleLab.scenario, { path: 'nodes.server.instances', value: 3 })).toBe(
    'nodes.server.instances is 3.',
  );
});

test('it happens at the moment shown, else while there is something to compare with', () => {
  expect(spellFor(exampleLab.scenario, 12.34567, somebody)).toEqual({ atSeconds: 12.346, forSeconds: 10 });
  expect(spellFor(exampleLab.scenario, null, somebody)).toEqual({ atSeconds: 18.75, forSeconds: 10 });
  expect(
    spellFor({ ...exampleLab.scenario, durationSeconds: 0.04, warmUpSeconds: 0 }, null, somebody),
  ).toMatchObject({
    forSeconds: 0.005,
  });
});

test('at rest nobody is struck who is down already', () => {
  const crash = { kind: 'crash', node: 'server', instance: 2, atSeconds: 15, forSeconds: 10 } as const;
  const scenario = { ...exampleLab.scenario, faults: { crash } };
  expect(spellFor(scenario, null, { node: 'server', instance: 2 }).atSeconds).toBe(27.75);
  expect(spellFor(scenario, null, { node: 'server', instance: 1 }).atSeconds).toBe(18.75);
  expect(spellFor(scenario, 16, { node: 'server', instance: 2 }).atSeconds).toBe(16);
  const forever = { ...scenario, faults: { crash: { ...crash, forSeconds: 100 } } };
  expect(spellFor(forever, null, { node: 'server', instance: 2 }).atSeconds).toBe(18.75);
});

test('of parts with a spare it strikes the one in charge', () => {
  expect(victimOf(everything, 'balancer', 0)).toEqual({ node: 'balancer', instance: 0 });
  expect(victimOf(exampleLab.scenario, 'server', 3)).toEqual({ node: 'server', instance: 3 });
  const withSpares = applyInterventions(everything, {
    'nodes.balancer.instances': 2,
    'nodes.database.replicas': 1,
  });
  expect(victimOf(withSpares, 'balancer', 0).instance).toBe(1);
  expect(victimOf(withSpares, 'database', 0).instance).toBe(1);
});
