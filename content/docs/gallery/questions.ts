import type { ExerciseDescription, Prediction, ReviewQuestion } from '#widgets';
import { balanced, calm, overloaded } from './scenarios.ts';

const base = { metric: 'overall.latencySecondsMean', as: 'seconds' } as const;

export const choice: Prediction = {
  ...base,
  kind: 'choice',
  id: 'gallery/choice',
  question: 'An answer is picked. Which machine keeps people waiting longest?',
  scenario: calm,
  right: 'highest',
  options: [
    { value: 'half', label: 'One that is half busy', set: {} },
    { value: 'full', label: 'One that is nearly full', set: { 'nodes.users.arrivals.ratePerSecond': 95 } },
  ],
};

export const number: Prediction = {
  ...base,
  kind: 'number',
  id: 'gallery/number',
  question: 'A number is placed on a scale. How long does a request take, on average?',
  scenario: calm,
  label: 'Mean latency',
  minimum: 0.005,
  maximum: 0.1,
  step: 0.001,
  start: 0.05,
};

export const curve: Prediction = {
  ...base,
  kind: 'curve',
  id: 'gallery/curve',
  question: 'A curve is drawn. How does the wait grow with the load?',
  // Longer than half a minute, or luck decides where it ends.
  scenario: { ...calm, durationSeconds: 600 },
  along: {
    path: 'nodes.users.arrivals.ratePerSecond',
    label: 'Requests per second',
    as: 'rate',
    values: [10, 30, 50, 70, 90],
  },
  label: 'Mean latency',
  minimum: 0,
  maximum: 0.12,
  step: 0.005,
};

export const bars: Prediction = {
  kind: 'bars',
  id: 'gallery/bars',
  question: 'Bars are placed. How busy is each machine?',
  scenario: balanced,
  as: 'ratio',
  label: 'Busy',
  bars: [
    { label: 'Server 1', metric: 'nodes.server.instances.0.utilisation' },
    { label: 'Server 3, which is slow', metric: 'nodes.server.instances.2.utilisation' },
  ],
  minimum: 0,
  maximum: 1,
  step: 0.05,
};

export const exercise: ExerciseDescription = {
  id: 'gallery/exercise',
  title: 'An exercise',
  prompt:
    'A hundred and forty requests a second reach a machine that can answer a hundred. Lose none of them.',
  scenario: overloaded,
  seeds: [1, 2, 3],
  start: { cores: 1 },
  knobs: [
    {
      kind: 'range',
      id: 'cores',
      path: 'nodes.server.cores',
      label: 'Cores',
      minimum: 1,
      maximum: 4,
      step: 1,
      note: '$30 a month each',
    },
  ],
  goals: [
    { metric: 'overall.successRatio', label: 'Requests answered', as: 'ratio', atLeast: 0.999 },
    { metric: 'overall.costDollarsPerMonth', label: 'Monthly bill', as: 'dollars', atMost: 120 },
  ],
  hints: ['A first hint.', 'A second one.', 'Nearly the answer: how many cores are busy at once?'],
  lever: 'cores',
  traps: [{ name: 'All that money can buy', values: { cores: 4 } }],
};

export const review: readonly ReviewQuestion[] = ['one', 'two', 'three', 'four'].map((id) => ({
  id: `gallery/${id}`,
  question: `Question ${id}: what is the single point of failure?`,
  options: [
    { value: 'none', label: 'There is none', reason: 'Which box do all requests pass?' },
    { value: 'balancer', label: 'The balancer', right: true, reason: 'All requests pass it.' },
  ],
}));
