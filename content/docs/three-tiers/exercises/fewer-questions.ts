import type { ChoiceKnob, ExerciseDescription } from '#widgets';
import { apiCoresKnob, databaseCoresKnob } from '../knobs.ts';
import { chatty } from '../scenarios.ts';

/** Work of the code, and so many questions one after the other. */
function plan(workSeconds: number, times: number): ChoiceKnob['options'][number]['set'] {
  return [
    { work: { kind: 'lognormal', meanSeconds: workSeconds, coefficientOfVariation: 1 } },
    { call: 'database', times },
  ];
}

const asking: ChoiceKnob = {
  kind: 'choice',
  id: 'asking',
  path: 'nodes.api.plan',
  label: 'A list of sixty lines is fetched',
  note: 'Larger answers are more work for the code',
  options: [
    { value: 'one-by-one', label: 'line by line', set: plan(0.006, 60) },
    { value: 'by-ten', label: 'ten lines at a time', set: plan(0.0075, 6) },
    { value: 'at-once', label: 'all at once, with all that belongs to it', set: plan(0.021, 1) },
  ],
};

export const fewerQuestions: ExerciseDescription = {
  id: 'three-tiers/fewer-questions',
  title: 'Sixty small questions',
  prompt:
    'Shopping lists are slow: half of the cooks wait longer than 70 ms, while both machines are three quarters idle. Make it 65 ms for nineteen of twenty, turn nobody away, and do not let the bill grow beyond $140.',
  scenario: { ...chatty, title: 'Shopping lists', durationSeconds: 30, warmUpSeconds: 5 },
  seeds: [81, 82, 83, 84, 85],
  start: { asking: 'one-by-one', 'api-cores': 1, 'database-cores': 1 },
  knobs: [
    asking,
    { ...apiCoresKnob, note: '$30 a month each, on a machine of $20' },
    { ...databaseCoresKnob, note: '$30 a month each, on a machine of $20' },
  ],
  goals: [
    {
      metric: 'nodes.cooks.latencySecondsP95',
      label: '95 % of the cooks answered within',
      as: 'seconds',
      atMost: 0.065,
    },
    { metric: 'overall.successRatio', label: 'Requests answered', as: 'ratio', atLeast: 0.999 },
    { metric: 'overall.costDollarsPerMonth', label: 'Monthly bill', as: 'dollars', atMost: 140 },
  ],
  severalAnswers: true,
  hints: [
    'Nobody waits for a core. Where is a request while both machines rest?',
    'There and back takes a millisecond. How often does one request go there and back?',
    'A single huge answer is too much of a good thing: the code has to take it apart. Somewhere between sixty and one.',
  ],
  lever: 'asking',
  traps: [
    { name: 'A bigger API server', values: { 'api-cores': 3 } },
    { name: 'A bigger database', values: { 'database-cores': 3 } },
    { name: 'Everything in one answer', values: { asking: 'at-once' } },
    { name: 'The largest of both', values: { 'api-cores': 8, 'database-cores': 8 } },
  ],
  bestKnown: {
    metric: 'overall.costDollarsPerMonth',
    label: 'Your monthly bill',
    as: 'dollars',
    value: 100,
  },
};
