import type { LabDescription } from '#widgets';
import { policyKnob, rateKnob, speedKnob } from './load-balancing/knobs.ts';
import { oneSlow } from './load-balancing/scenarios.ts';

/** The home page: the smallest set of knobs with which one can ruin this system and save it. */
export const homeLab: LabDescription = {
  id: 'home',
  title: 'Four servers, one of them slow',
  scenario: oneSlow,
  knobs: [
    {
      ...policyKnob,
      options: policyKnob.options.filter(({ value }) =>
        ['round-robin', 'two-choices', 'least-connections'].includes(value),
      ),
    },
    speedKnob,
    rateKnob,
  ],
  charts: [
    {
      kind: 'comparison',
      title: 'Same traffic, three policies',
      subtitle: '99th percentile',
      knob: 'policy',
      metric: 'overall.latencySecondsP99',
    },
    {
      kind: 'time-series',
      title: 'Waiting, by server',
      node: 'server',
      quantity: 'queueLengthMean',
      perInstance: true,
    },
  ],
};
