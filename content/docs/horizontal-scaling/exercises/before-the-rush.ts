import type { ServiceNode } from '#sim-core';
import type { ExerciseDescription } from '#widgets';
import { minimumKnob, targetKnob } from '../knobs.ts';
import { rush, serverPath } from '../scenarios.ts';

const server = rush.nodes.server as ServiceNode;

/** Machines that need so long until they serve, at this price each. */
function starting(startUpSeconds: number, dollarsPerMonth: number): ServiceNode {
  return {
    ...server,
    autoscaling: { ...server.autoscaling!, startUpSeconds },
    prices: { instanceDollarsPerMonth: dollarsPerMonth, coreDollarsPerMonth: 0 },
  };
}

export const beforeTheRush: ExerciseDescription = {
  id: 'horizontal-scaling/before-the-rush',
  title: 'Before the rush, or after it',
  prompt:
    'The dish is on television again next week. Last time one cook in twenty waited more than three minutes, and the machines were ready when the rush was over. Bring it down to a quarter of a minute. There is $475 a month, if every hour were like this one.',
  scenario: {
    ...rush,
    title: 'The dish on television',
    nodes: { ...rush.nodes, server: starting(180, 50) },
  },
  seeds: [13, 17, 35, 44, 82],
  start: { machines: 'installed', target: 0.7, minimum: 2 },
  knobs: [
    {
      kind: 'choice',
      id: 'machines',
      path: serverPath,
      label: 'A new machine',
      options: [
        { value: 'installed', label: 'installs everything: three minutes, $50', set: starting(180, 50) },
        { value: 'image', label: 'starts from an image: one minute, $50', set: starting(60, 50) },
        { value: 'ready', label: 'stands by, ready: 15 seconds, $62', set: starting(15, 62) },
      ],
    },
    targetKnob,
    minimumKnob,
  ],
  goals: [
    {
      metric: 'overall.latencySecondsP95',
      label: '95 % of photographs done within',
      as: 'seconds',
      atMost: 15,
    },
    { metric: 'overall.costDollarsPerMonth', label: 'Monthly bill', as: 'dollars', atMost: 475 },
  ],
  severalAnswers: true,
  hints: [
    'The traffic grows ninefold in three minutes. How much of that has happened when the first new machine begins to work?',
    'What piles up until the help comes is the start-up time, times the traffic that does not fit. Shorten the time first. Then keep room for what is left.',
    'Machines that stand by, well over a third of their time free, and three at all times. Or machines from an image, more of them, with more than half of their time free.',
  ],
  lever: 'machines',
  traps: [
    { name: 'Enough machines for the rush, all day', values: { minimum: 10 } },
    { name: 'More headroom, and nothing else', values: { target: 0.3 } },
    { name: 'Quicker machines, and nothing else', values: { machines: 'image' } },
    { name: 'All three at once', values: { machines: 'ready', target: 0.3, minimum: 12 } },
  ],
  bestKnown: {
    metric: 'overall.costDollarsPerMonth',
    label: 'Your monthly bill',
    as: 'dollars',
    value: 429.1,
  },
};
