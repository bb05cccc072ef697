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

type SimpleDistribution = Exclude<Distribution, { kind: 'mixture' }>;

/** All around ten milliseconds. */
const simpleDistributions: ExamplesOf<SimpleDistribution> = {
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
  pareto: [{ kind: 'pareto', minimumSeconds: 0.004, shape: 1.7 }],
  weibull: [
    { kind: 'weibull', meanSeconds, shape: 0.6 },
    { kind: 'weibull', meanSeconds, shape: 3 },
  ],
  empirical: [{ kind: 'empirical', seconds: [0.002, 0.002, 0.005, 0.04] }],
  quantiles: [
    {
      kind: 'quantiles',
      points: [
        { share: 0, seconds: 0.001 },
        { share: 0.5, seconds: 0.006 },
        { share: 0.99, seconds: 0.04 },
        { share: 1, seconds: 0.2 },
      ],
    },
  ],
  sequence: [{ kind: 'sequence', seconds: [0.001, 0.03, 0, 0.009] }],
};

const ofAllParts = Object.values<readonly SimpleDistribution[]>(simpleDistributions)
  .flat()
  .map((distribution, _, all) => ({ probability: 1 / all.length, distribution }));

/** Every distribution of a time. */
export const distributions: ExamplesOf<Distribution> = {
  ...simpleDistributions,
  mixture: [
    { kind: 'mixture', parts: ofAllParts },
    {
      kind: 'mixture',
      parts: [
        { probability: 0.9, distribution: { kind: 'pareto', minimumSeconds: 0.003, shape: 3.35 } },
        { probability: 0.1, distribution: exponential(0.05) },
      ],
    },
  ],
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
  bursty: [
    {
      kind: 'bursty',
      calmRatePerSecond: 20,
      burstRatePerSecond: 250,
      calmMeanSeconds: 0.9,
      burstMeanSeconds: 0.3,
    },
  ],
  'daily-rhythm': [
    { kind: 'daily-rhythm', ratePerSecond: 80, peakToMean: 1.8, periodSeconds: 5, peakAtSeconds: 1 },
    { kind: 'daily-rhythm', ratePerSecond: 400, peakToMean: 1.9 },
  ],
  'flash-crowd': [
    {
      kind: 'flash-crowd',
      baseRatePerSecond: 30,
      peakRatePerSecond: 200,
      startSeconds: 3,
      rampUpSeconds: 1,
      holdSeconds: 2,
      decaySeconds: 3,
    },
    {
      kind: 'flash-crowd',
      baseRatePerSecond: 30,
      peakRatePerSecond: 200,
      startSeconds: 6,
      holdSeconds: 1,
    },
  ],
  closed: [
    { kind: 'closed', users: 60, thinkTime: exponential(0.5) },
    { kind: 'closed', users: 5, thinkTime: { kind: 'deterministic', seconds: 0 } },
  ],
  'rate-curve': [
    {
      kind: 'rate-curve',
      points: [
        { seconds: 1, ratePerSecond: 50 },
        { seconds: 4, ratePerSecond: 120 },
        { seconds: 4, ratePerSecond: 0 },
        { seconds: 5, ratePerSecond: 0 },
        { seconds: 9, ratePerSecond: 100 },
      ],
    },
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
