import type { ExerciseDescription } from '#widgets';
import { healthKnobs } from '../knobs.ts';
import { oneDead } from '../scenarios.ts';

export const nervousChecks: ExerciseDescription = {
  id: 'load-balancing/nervous-checks',
  title: 'Neither deaf nor nervous',
  prompt:
    'Five servers share 340 requests a second, and tonight one of them will die. At present nobody notices for half a minute. Set the health checks so that a dead server is out at once, and a server that is merely busy stays in.',
  scenario: {
    ...oneDead,
    title: 'A busy evening',
    nodes: {
      ...oneDead.nodes,
      users: {
        kind: 'users',
        label: 'Cooks',
        target: 'balancer',
        arrivals: { kind: 'poisson', ratePerSecond: 340 },
        clients: { count: 500, skew: 0.6 },
      },
    },
    faults: { crash: { kind: 'crash', node: 'server', instance: 2, atSeconds: 15.4 } },
  },
  seeds: [51, 52, 53, 54, 55],
  start: { interval: 10, threshold: 3, timeout: 5 },
  knobs: healthKnobs,
  goals: [
    { metric: 'overall.successRatio', label: 'Requests answered', as: 'ratio', atLeast: 0.995 },
    {
      metric: 'overall.latencySecondsP99',
      label: '99 % of requests answered within',
      as: 'seconds',
      atMost: 0.4,
    },
  ],
  hints: [
    'How long is it from the crash until the server is out? It takes as many checks as count, one interval apart.',
    'Each second in which a dead server gets its turn costs a fifth of that second’s requests.',
    'A check that gives up quickly calls a busy server dead. Its share then falls on the others, who get busier. Let a check wait longer than an ordinary queue.',
  ],
  lever: 'interval',
  traps: [
    {
      name: 'Check all the time and believe the first doubt',
      values: { interval: 0.5, threshold: 1, timeout: 0.02 },
    },
    { name: 'Only believe the first failed check', values: { threshold: 1 } },
    { name: 'Only give up sooner', values: { timeout: 0.05 } },
    { name: 'Make quite sure', values: { interval: 1, threshold: 6 } },
  ],
  bestKnown: {
    metric: 'overall.failureRatio',
    label: 'Your share of failed requests',
    as: 'ratio',
    value: 0.0006899,
  },
};
