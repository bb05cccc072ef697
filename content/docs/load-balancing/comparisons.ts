import type { ComparisonDescription } from '#widgets';
import { rateKnob, speedKnob } from './knobs.ts';
import { oneSlow, policyPath, serversPath } from './scenarios.ts';

/** Money against attention: a fifth server for a balancer that takes turns, or a better rule for the four. */
export const lookOrBuy: ComparisonDescription = {
  id: 'look-or-buy',
  title: 'One more server, or one more look',
  scenario: oneSlow,
  designs: [
    { name: 'Five servers, round robin', set: { [serversPath]: 5 } },
    { name: 'Four servers, two choices', set: { [policyPath]: { kind: 'power-of-d-choices' } } },
  ],
  knobs: [rateKnob, speedKnob],
  figures: [
    { metric: 'overall.latencySecondsP99', label: 'Wait of the slowest hundredth' },
    { metric: 'overall.latencySecondsMean', label: 'Average wait' },
    { metric: 'overall.failureRatio', label: 'Requests refused' },
    { metric: 'overall.costDollarsPerMonth', label: 'Monthly bill' },
  ],
};
