import type { ExerciseDescription } from '#widgets';
import { healthKnobs } from '../knobs.ts';
import { oneDead } from '../scenarios.ts';

export const nervousChecks: ExerciseDescription = {
  id: 'load-balancing/nervous-checks',
  title: 'Neither deaf nor nervous',
  prompt:
    'Tonight one of the four servers will die, and later another will freeze: it still takes requests, but works at a fiftieth of its speed. At present the balancer needs half a minute to notice anything. Set the checks so that the dead and the frozen are out within a second or two, and a server that is only busy stays in: 993 requests of a thousand are to be answered, and 99 of a hundred within half a second.',
  scenario: {
    ...oneDead,
    title: 'A bad night',
    // Shortly after a check at most intervals, so that no slow one is in luck.
    faults: {
      crash: { kind: 'crash', node: 'server', instance: 2, atSeconds: 15.05, forSeconds: 12 },
      freeze: {
        kind: 'slow-down',
        node: 'server',
        instance: 4,
        atSeconds: 36.05,
        forSeconds: 20,
        speed: 0.02,
      },
    },
  },
  seeds: [51, 52, 53, 54, 55],
  start: { interval: 10, threshold: 3, timeout: 5 },
  knobs: healthKnobs,
  goals: [
    { metric: 'overall.successRatio', label: 'Requests answered', as: 'ratio', atLeast: 0.993 },
    {
      metric: 'overall.latencySecondsP99',
      label: '99 % of requests answered within',
      as: 'seconds',
      atMost: 0.5,
    },
  ],
  severalAnswers: true,
  hints: [
    'How long is it from the crash until the server is out? It takes as many failed checks as count, one interval apart. Until then every fourth request goes to nobody.',
    'A frozen server does not refuse its checks, it lets them wait. Nobody counts a check as failed before it has given up.',
    'A check that gives up sooner than an ordinary queue moves takes healthy servers out. How long does an ordinary request take here? Give a check several times as long, and no longer.',
  ],
  lever: 'interval',
  traps: [
    {
      name: 'Check all the time and believe the first doubt',
      values: { interval: 0.5, threshold: 1, timeout: 0.02 },
    },
    { name: 'Check all the time and let checks take their time', values: { interval: 0.5, threshold: 1 } },
    { name: 'Only give up sooner', values: { timeout: 0.5 } },
    { name: 'Make quite sure', values: { interval: 1, threshold: 6, timeout: 0.5 } },
  ],
  bestKnown: {
    metric: 'overall.failureRatio',
    label: 'Your share of failed requests',
    as: 'ratio',
    value: 0.002171,
  },
};
