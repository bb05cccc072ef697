import { withValue } from '#sim-core';
import type { ExerciseDescription } from '#widgets';
import { apiCoresKnob, databaseCoresKnob, filesFromKnob } from '../knobs.ts';
import { filesFrom, filesFromPath, ratePath, tiers } from '../scenarios.ts';

export const rightTier: ExerciseDescription = {
  id: 'three-tiers/right-tier',
  title: 'Where the money goes',
  prompt:
    'The holidays are near, and 110 requests a second ask for data. There is $200 a month for three tiers. Nineteen cooks of twenty should have their answer within 200 ms, and nineteen files of twenty should be sent within 80 ms.',
  scenario: {
    ...withValue(withValue(tiers, ratePath, 110), filesFromPath, filesFrom.api),
    title: 'Saffron before the holidays',
    durationSeconds: 35,
    warmUpSeconds: 5,
  },
  seeds: [71, 72, 73, 74, 75],
  start: { 'api-cores': 1, 'database-cores': 1, 'files-from': 'api' },
  knobs: [
    { ...apiCoresKnob, note: '$30 a month each, on a machine of $20' },
    { ...databaseCoresKnob, note: '$30 a month each, on a machine of $20' },
    { ...filesFromKnob, note: 'storage is paid for by the request' },
  ],
  goals: [
    {
      metric: 'nodes.cooks.latencySecondsP95',
      label: '95 % of the cooks answered within',
      as: 'seconds',
      atMost: 0.2,
    },
    {
      metric: 'nodes.browsers.latencySecondsP95',
      label: '95 % of the files sent within',
      as: 'seconds',
      atMost: 0.08,
    },
    { metric: 'overall.costDollarsPerMonth', label: 'Monthly bill', as: 'dollars', atMost: 200 },
  ],
  severalAnswers: true,
  hints: [
    'Which tier has more to do than it can? The picture shows how busy each is.',
    'A core for the wrong tier buys nothing. After the first one look again: the next may belong elsewhere.',
    'The database cannot do with one core. With two of them, look at the API server: a second core relieves it, and so does the file storage, for nearly the same dollars.',
  ],
  lever: 'database-cores',
  traps: [
    { name: 'A core for the tier that people talk to', values: { 'api-cores': 4 } },
    { name: 'Files elsewhere, and no more', values: { 'files-from': 'storage' } },
    { name: 'The largest of both', values: { 'api-cores': 8, 'database-cores': 8 } },
    { name: 'One core for each, to be fair', values: { 'api-cores': 2, 'files-from': 'storage' } },
  ],
  bestKnown: {
    metric: 'overall.costDollarsPerMonth',
    label: 'Your monthly bill',
    as: 'dollars',
    value: 159.9,
  },
};
