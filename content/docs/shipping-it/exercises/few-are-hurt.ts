import type { ExerciseDescription } from '#widgets';
import { withValue } from '#sim-core';
import { machinesKnob, rollbackKnob, shareKnob, strategyKnob } from '../knobs.ts';
import { badBuild, machinesPath, sharePath, strategyPath } from '../scenarios.ts';

const changes: readonly (readonly [path: string, value: string | number])[] = [
  [strategyPath, 'rolling'],
  [machinesPath, 4],
  [sharePath, 0.25],
];

export const fewAreHurt: ExerciseDescription = {
  id: 'shipping-it/few-are-hurt',
  title: 'The build is bad, and nobody knows',
  prompt:
    'Every test was green, and still three in ten of its answers will be errors. Set up the release so that at most thirty requests meet it before it is taken back, whoever is at their desk. There is $340 a month.',
  scenario: {
    ...changes.reduce((scenario, [path, value]) => withValue(scenario, path, value), badBuild),
    title: 'A bad build at noon',
  },
  seeds: [61, 62, 63, 64, 65],
  start: { strategy: 'rolling', rollback: false, share: 0.25, machines: 4 },
  knobs: [
    strategyKnob,
    rollbackKnob,
    { ...shareKnob, maximum: 0.5 },
    { ...machinesKnob, note: '$50 a month each, those that stand by included' },
  ],
  goals: [
    { metric: 'overall.failed', label: 'Requests that failed', as: 'count', atMost: 30 },
    {
      metric: 'overall.latencySecondsP99',
      label: '99 % of requests answered within',
      as: 'seconds',
      atMost: 0.1,
    },
    { metric: 'overall.costDollarsPerMonth', label: 'Monthly bill', as: 'dollars', atMost: 340 },
  ],
  hints: [
    'How long does the bad build go on answering? Who notices, and who acts?',
    'What is lost is the share that meets it, times how long. The rule for going back settles how long.',
    'The smallest share is one machine. With how many machines is one of them few enough?',
  ],
  lever: 'rollback',
  traps: [
    { name: 'A small canary that nobody watches', values: { strategy: 'canary', share: 0.125, machines: 6 } },
    {
      name: 'Everything over at once, and back',
      values: { strategy: 'blue-green', rollback: true, machines: 4 },
    },
    { name: 'Half of them first', values: { strategy: 'canary', rollback: true, share: 0.5, machines: 6 } },
    {
      name: 'As many machines as there are',
      values: { strategy: 'canary', rollback: true, share: 0.125, machines: 8 },
    },
  ],
  bestKnown: {
    metric: 'overall.costDollarsPerMonth',
    label: 'Your monthly bill',
    as: 'dollars',
    value: 325,
  },
};
