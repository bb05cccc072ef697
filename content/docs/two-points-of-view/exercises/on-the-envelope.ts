import type { ExerciseDescription } from '#widgets';
import { bytesPath, coresPath, television } from '../envelope.ts';

export const onTheEnvelope: ExerciseDescription = {
  id: 'two-points-of-view/on-the-envelope',
  title: 'On the back of an envelope',
  prompt:
    'After a cooking show Saffron expects 120,000 cooks a day, and each makes forty requests. The busy hour has four times the average, a request is 10 ms of work, and the line out of the machine carries 100 Mbit/s. Work out on paper how many cores and how many bytes that allows. Then try: 95 % answered within 80 ms and nobody turned away, for at most $145.',
  scenario: television,
  seeds: [111, 112, 113, 114, 115],
  start: { cores: 1, bytes: 'camera' },
  knobs: [
    {
      kind: 'range',
      id: 'cores',
      path: coresPath,
      label: 'Cores of the server',
      note: '$30 a month each, on a machine of $20',
      minimum: 1,
      maximum: 16,
      step: 1,
    },
    {
      kind: 'choice',
      id: 'bytes',
      path: bytesPath,
      label: 'Photographs are sent',
      options: [
        { value: 'camera', label: 'as they came, 80 kB a request', set: 80_000 },
        { value: 'packed', label: 'packed, 50 kB a request', set: 50_000 },
        { value: 'half', label: 'half as wide, 25 kB a request', set: 25_000 },
      ],
    },
  ],
  goals: [
    {
      metric: 'overall.latencySecondsP95',
      label: '95 % of requests answered within',
      as: 'seconds',
      atMost: 0.08,
    },
    { metric: 'overall.successRatio', label: 'Requests answered', as: 'ratio', atLeast: 0.999 },
    { metric: 'overall.costDollarsPerMonth', label: 'Monthly bill', as: 'dollars', atMost: 145 },
  ],
  severalAnswers: true,
  hints: [
    'Cooks a day, times requests, by the 86,400 seconds of a day, times four. That is the busy second.',
    'Requests a second times seconds of work is how many cores are busy. Requests a second times bytes is what the line has to carry; a byte has eight bits.',
    'More than two cores are busy, so three do it, nearly three quarters of the time. The line takes 56 kB a request when it is full, and a full line makes people wait. Stay well below.',
  ],
  lever: 'bytes',
  traps: [
    { name: 'Just buy the biggest machine', values: { cores: 16 } },
    { name: 'The right cores, and no look at the line', values: { cores: 4 } },
    { name: 'Small photographs from a small machine', values: { cores: 2, bytes: 'half' } },
    { name: 'Everything to the end', values: { cores: 16, bytes: 'half' } },
  ],
  bestKnown: {
    metric: 'overall.costDollarsPerMonth',
    label: 'Your monthly bill',
    as: 'dollars',
    value: 110,
  },
};
