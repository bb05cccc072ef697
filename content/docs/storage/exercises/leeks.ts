import type { ExerciseDescription } from '#widgets';
import { channelsKnob, indexKnob, poolKnob } from '../knobs.ts';
import { noIndex } from '../scenarios.ts';

export const leeks: ExerciseDescription = {
  id: 'storage/leeks',
  title: 'Find every recipe with leeks',
  prompt:
    'A search reads the whole table, and one in twenty takes longer than a tenth of a second. Nineteen searches of twenty should be done within 24 ms, nineteen recipes of twenty be saved within 60 ms, and the bill should be smaller than it is: at most $130.',
  scenario: { ...noIndex, title: 'Searches for leeks', durationSeconds: 45 },
  seeds: [101, 102, 103, 104, 105],
  start: { index: 'none', channels: 4, pool: 400 },
  knobs: [
    indexKnob,
    { ...channelsKnob, note: '$15 a month each' },
    { ...poolKnob, note: '$2 a month for a thousand' },
  ],
  goals: [
    {
      metric: 'nodes.cooks.classes.search.latencySecondsP95',
      label: '95 % of the searches done within',
      as: 'seconds',
      atMost: 0.024,
    },
    {
      metric: 'nodes.cooks.classes.save.latencySecondsP95',
      label: '95 % of what is saved, within',
      as: 'seconds',
      atMost: 0.06,
    },
    { metric: 'overall.costDollarsPerMonth', label: 'Monthly bill', as: 'dollars', atMost: 130 },
  ],
  severalAnswers: true,
  hints: [
    'The disk does enough reads at once: more would help those who stand in line, and few do. How long does one read take?',
    'What would let a search read ten lines of a table instead of all?',
    'An index makes reads short and writes a little longer. With it, how many reads at once does the disk still need?',
  ],
  lever: 'index',
  traps: [
    { name: 'A faster disk', values: { channels: 16 } },
    { name: 'The whole table in memory', values: { pool: 4000 } },
    { name: 'An index for every column', values: { index: 'all', channels: 2 } },
    { name: 'An index, and everything else as well', values: { index: 'one', channels: 16, pool: 4000 } },
  ],
  bestKnown: {
    metric: 'overall.costDollarsPerMonth',
    label: 'Your monthly bill',
    as: 'dollars',
    value: 95.8,
  },
};
