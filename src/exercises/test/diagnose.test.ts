import { parseScenario, run } from '#sim-core';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../prose/sentence.ts';
import { diagnose } from '../diagnose.ts';
import type { Goal } from '../exercise.ts';

const serviceTime = { kind: 'exponential', meanSeconds: 0.01 };
const server = { kind: 'service', label: 'Server', serviceTime };
const balancer = {
  kind: 'load-balancer',
  label: 'Load balancer',
  targets: ['server'],
  policy: { kind: 'random' },
};
const usersAt = (ratePerSecond: number, target = 'server') => ({
  kind: 'users',
  target,
  arrivals: { kind: 'poisson', ratePerSecond },
});

const quick: Goal = { metric: 'overall.latencySecondsP99', label: 'tail', as: 'seconds', atMost: 0.05 };
const safe: Goal = { metric: 'overall.successRatio', label: 'success', as: 'ratio', atLeast: 0.9999 };
const cheap: Goal = { metric: 'overall.costDollarsPerMonth', label: 'bill', as: 'dollars', atMost: 100 };

function diagnosisOf(failed: Goal, nodes: object, more: object = {}) {
  const scenario = parseScenario({ version: 1, durationSeconds: 60, warmUpSeconds: 5, nodes, ...more });
  return diagnose({ goals: [failed], failed, scenario, result: run(scenario, { traces: 10_000 }) });
}

const crash = (more: object) => ({
  faults: { crash: { kind: 'crash', atSeconds: 20, forSeconds: 20, ...more } },
});
const slow = {
  faults: { slow: { kind: 'slow-down', node: 'server', instance: 3, atSeconds: 0, speed: 0.25 } },
};
const fourServers = { ...server, instances: 4 };
const behindBalancer = { users: usersAt(200, 'balancer'), balancer, server: fourServers };

type Example = [name: string, goal: Goal, nodes: object, more: object, component: string, says: RegExp];
const examples: Example[] = [
  ['too much work', quick, { users: usersAt(110), server }, {}, 'server 0', /waited at the server.*busy 100/],
  [
    'a long queue that is always full',
    quick,
    { users: usersAt(150), server: { ...server, queueLimit: 40 } },
    {},
    'server 0',
    /waits behind up to 40 others/,
  ],
  [
    'a queue despite time to spare',
    quick,
    { users: usersAt(85), server },
    {},
    'server 0',
    /although it is idle/,
  ],
  [
    'slow work',
    quick,
    { users: usersAt(1), server: { ...server, speed: 0.1 } },
    {},
    'server 0',
    /spent their time in work/,
  ],
  [
    'one slow machine',
    quick,
    behindBalancer,
    slow,
    'server 3',
    /waited at server 3.*What does the balancer know/,
  ],
  [
    'chance',
    quick,
    { ...behindBalancer, users: usersAt(320, 'balancer') },
    {},
    'server 0',
    /often one was free/,
  ],
  [
    'held workers',
    quick,
    {
      users: usersAt(50, 'api'),
      api: { kind: 'service', label: 'API', workers: 4, plan: [{ work: serviceTime }, { call: 'server' }] },
      server: { ...server, speed: 0.55 },
    },
    {},
    'api 0',
    /waited at the API: its workers are taken/,
  ],
  [
    'a full queue',
    safe,
    { users: usersAt(150), server: { ...server, queueLimit: 5 } },
    {},
    'server 0',
    /turned away at the server/,
  ],
  [
    'nobody else',
    safe,
    { users: usersAt(50), server },
    crash({ node: 'server' }),
    'server 0',
    /nobody else to ask/,
  ],
  [
    'no health check',
    safe,
    behindBalancer,
    crash({ node: 'server', instance: 2 }),
    'server 2',
    /server 2.*went on sending/,
  ],
  [
    'a slow health check',
    safe,
    { ...behindBalancer, balancer: { ...balancer, healthCheck: { intervalSeconds: 4 } } },
    crash({ node: 'server', instance: 2 }),
    'server 2',
    /took to notice/,
  ],
  ['no standby', safe, behindBalancer, crash({ node: 'balancer' }), 'balancer 0', /nothing stood by/],
  [
    'idle machines',
    cheap,
    behindBalancer,
    { prices: { instanceDollarsPerMonth: 50 } },
    'server 0',
    /take all of the \$200/,
  ],
];

describe('diagnose', () => {
  it.each(examples)('%s', (_, goal, nodes, more, component, says) => {
    const diagnosis = diagnosisOf(goal, nodes, more);
    const sentence = plainText(diagnosis.sentence);
    expect(`${diagnosis.component?.node} ${diagnosis.component?.instance}`).toBe(component);
    expect(sentence).toMatch(says);
    expect(sentence.endsWith('?')).toBe(true);
    const named = diagnosis.sentence.find((part) => part.hue !== undefined);
    expect(named?.node).toBe(diagnosis.component?.node);
  });
});
