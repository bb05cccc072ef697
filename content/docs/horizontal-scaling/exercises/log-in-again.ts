import type { ExerciseDescription } from '#widgets';
import { logInKnob, placeKnob } from '../knobs.ts';
import { remembering } from '../sessions.ts';

export const logInAgain: ExerciseDescription = {
  id: 'horizontal-scaling/log-in-again',
  title: 'Everybody logs in again',
  prompt:
    'Whenever a server goes, a quarter of the cooks must log in again, and everybody waits for seconds. A bigger log-in service would do, says the one who runs it. Let nineteen of twenty be answered within 200 ms when a server dies, and no more than one in a hundred fail, for at most $360 a month.',
  scenario: { ...remembering, title: 'Log-ins after a death' },
  seeds: [51, 52, 53, 54, 55],
  start: { place: 'sticky', 'log-in-cores': 2 },
  knobs: [
    { ...placeKnob, note: 'a store is a machine more' },
    { ...logInKnob, note: '$30 a month each, on a machine of $20' },
  ],
  goals: [
    {
      metric: 'overall.latencySecondsP95',
      label: '95 % of requests answered within',
      as: 'seconds',
      atMost: 0.2,
    },
    { metric: 'overall.successRatio', label: 'Requests answered', as: 'ratio', atLeast: 0.99 },
    { metric: 'overall.costDollarsPerMonth', label: 'Monthly bill', as: 'dollars', atMost: 360 },
  ],
  severalAnswers: true,
  hints: [
    'Five hundred cooks log in at once. How many can the log-in service do in a second, and who waits behind them?',
    'More cores shorten the storm. What would make it not happen?',
    'A session that outlives the server is not lost with it. There are two places for it, and then the log-in service has little to do.',
  ],
  lever: 'place',
  traps: [
    { name: 'A log-in service twice as large', values: { 'log-in-cores': 4 } },
    { name: 'The largest log-in service', values: { 'log-in-cores': 8 } },
    { name: 'Any server, and no more', values: { place: 'any' } },
    { name: 'Any server, and all the cores there are', values: { place: 'any', 'log-in-cores': 8 } },
  ],
  bestKnown: {
    metric: 'overall.costDollarsPerMonth',
    label: 'Your monthly bill',
    as: 'dollars',
    value: 275,
  },
};
