import type { ExerciseDescription } from '#widgets';
import { withValue } from '#sim-core';
import { machinesKnob, rollbackKnob, shareKnob, strategyKnob } from '../knobs.ts';
import {
  badBuild,
  badPath,
  machinesPath,
  neverBack,
  rollbackPath,
  sharePath,
  strategyPath,
} from '../scenarios.ts';

/** A build that fails six requests in ten; errors have to be counted for six seconds before a rule may believe them. */
const slowVerdict = { failureRatio: 0.05, windowSeconds: 6 };
const nobodyLooks = { ...slowVerdict, failureRatio: neverBack.failureRatio };

const changes: readonly (readonly [path: string, value: unknown])[] = [
  [strategyPath, 'rolling'],
  [machinesPath, 2],
  [sharePath, 0.25],
  [rollbackPath, nobodyLooks],
  [badPath, { failureProbability: 0.6 }],
];

export const fewAreHurt: ExerciseDescription = {
  id: 'shipping-it/few-are-hurt',
  title: 'The build is bad, and nobody knows',
  prompt:
    'Every test was green, and still six in ten of its answers will be errors. It takes six seconds to tell that from bad luck. Set up the release so that at most 175 requests meet an error before it is taken back, whoever is at their desk, and 99 of a hundred answers take no longer than a tenth of a second. There is $240 a month.',
  scenario: {
    ...changes.reduce((scenario, [path, value]) => withValue(scenario, path, value), badBuild),
    title: 'A bad build at noon',
  },
  seeds: [29, 47, 104, 135, 173],
  start: { strategy: 'rolling', rollback: false, share: 0.25, machines: 2 },
  knobs: [
    strategyKnob,
    { ...rollbackKnob, on: slowVerdict, off: nobodyLooks },
    { ...shareKnob, maximum: 0.5 },
    { ...machinesKnob, note: '$50 a month each, those that stand by included' },
  ],
  goals: [
    { metric: 'overall.failed', label: 'Requests that failed', as: 'count', atMost: 175 },
    {
      metric: 'overall.latencySecondsP99',
      label: '99 % of requests answered within',
      as: 'seconds',
      atMost: 0.1,
    },
    { metric: 'overall.costDollarsPerMonth', label: 'Monthly bill', as: 'dollars', atMost: 240 },
  ],
  hints: [
    'How long does the bad build go on answering? Who notices, and who acts?',
    'What is lost is the share that meets it, times how long. The rule for going back settles how long.',
    'The smallest share is one machine. With how many machines is one of them few enough, and how many can you pay for?',
  ],
  lever: 'rollback',
  traps: [
    { name: 'A small canary that nobody watches', values: { strategy: 'canary', share: 0.25, machines: 4 } },
    { name: 'A watched canary that is half of all', values: { strategy: 'canary', rollback: true } },
    {
      name: 'Everything over at once, and back',
      values: { strategy: 'blue-green', rollback: true, machines: 3 },
    },
    { name: 'Half of them first', values: { strategy: 'canary', rollback: true, share: 0.5, machines: 4 } },
    {
      name: 'As many machines as there are',
      values: { strategy: 'canary', rollback: true, share: 0.125, machines: 8 },
    },
  ],
  bestKnown: {
    metric: 'overall.costDollarsPerMonth',
    label: 'Your monthly bill',
    as: 'dollars',
    value: 225,
  },
};
