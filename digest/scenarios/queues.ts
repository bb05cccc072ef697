import type { Arrivals, Distribution } from '#sim-core';
import {
  crowd,
  exponential,
  namedExamples,
  poisson,
  scenarioOf,
  type ExamplesOf,
  type NamedScenarios,
} from './building-blocks.ts';

const meanSeconds = 0.01;

/** Every distribution of a time, all around ten milliseconds. */
export const distributions: ExamplesOf<Distribution> = {
  deterministic: [{ kind: 'deterministic', seconds: meanSeconds }],
  exponential: [exponential(meanSeconds)],
  uniform: [{ kind: 'uniform', minimumSeconds: 0.001, maximumSeconds: 0.02 }],
  lognormal: [
    { kind: 'lognormal', meanSeconds, coefficientOfVariation: 2 },
    { kind: 'lognormal', meanSeconds, coefficientOfVariation: 0.1 },
  ],
  erlang: [
    { kind: 'erlang', meanSeconds, shape: 3 },
    { kind: 'erlang', meanSeconds, shape: 40 },
  ],
  hyperexponential: [
    { kind: 'hyperexponential', meanSeconds, coefficientOfVariation: 3 },
    {
      kind: 'hyperexponential',
      phases: [
        { probability: 0.7, meanSeconds: 0.002 },
        { probability: 0.2, meanSeconds: 0.02 },
        { probability: 0.1, meanSeconds: 0.05 },
      ],
    },
  ],
  sequence: [{ kind: 'sequence', seconds: [0.001, 0.03, 0, 0.009] }],
};

/** Uneven, with several requests at the same instant. */
const recordedSeconds = Array.from({ length: 700 }, (_, i) => Math.floor(i / 3) * 0.05 + (i % 7) / 1000);
recordedSeconds.sort((a, b) => a - b);

const arrivals: ExamplesOf<Arrivals> = {
  poisson: [poisson(85), poisson(0.7)],
  constant: [{ kind: 'constant', ratePerSecond: 90 }],
  renewal: Object.values<readonly Distribution[]>(distributions)
    .flat()
    .map((intervalSeconds) => ({ kind: 'renewal', intervalSeconds })),
  recorded: [
    { kind: 'recorded', timesSeconds: recordedSeconds },
    { kind: 'recorded', timesSeconds: recordedSeconds, speed: 3 },
  ],
};

const byServiceTime = namedExamples(distributions).map(([name, serviceTime]) => [
  `service time: ${name}`,
  scenarioOf({
    users: crowd('queue', poisson(90)),
    queue: { kind: 'service', serviceTime, queueLimit: 25 },
  }),
]);

const byArrivals = namedExamples(arrivals).map(([name, process]) => [
  `arrivals: ${name}`,
  scenarioOf({
    users: crowd('queue', process),
    queue: { kind: 'service', cores: 2, workers: 3, serviceTime: exponential(0.018) },
  }),
]);

/** A queue with each service time, and one with each kind of arrivals. */
export const queues = Object.fromEntries([...byServiceTime, ...byArrivals]) as NamedScenarios;
