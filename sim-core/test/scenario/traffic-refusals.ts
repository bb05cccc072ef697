import type { Arrivals, Distribution } from '#sim-core';
import { deterministic } from '../small-scenarios.ts';
import type { Refusal } from './refusals.ts';

const bursty: Arrivals = {
  kind: 'bursty',
  calmRatePerSecond: 1,
  burstRatePerSecond: 10,
  calmMeanSeconds: 3,
  burstMeanSeconds: 1,
};
const daily: Arrivals = { kind: 'daily-rhythm', ratePerSecond: 10, peakToMean: 1.5 };
const flash: Arrivals = {
  kind: 'flash-crowd',
  baseRatePerSecond: 1,
  peakRatePerSecond: 10,
  startSeconds: 5,
  holdSeconds: 5,
};

const ARRIVALS = 'nodes.users.arrivals';
const TIME = 'nodes.database.serviceTime';

/** Arrivals in place of those of the valid scenario, and what is said of one of their keys. */
function ofArrivals(arrivals: object, key: string, said: string): Refusal {
  return [ARRIVALS, arrivals, `users "users": arrivals.${key} ${said}`, `${ARRIVALS}.${key}`];
}

function ofTime(distribution: object, key: string, said: string): Refusal {
  return [TIME, distribution, `service "database": serviceTime.${key} ${said}`, `${TIME}.${key}`];
}

function tooMuch(arrivals: Arrivals, much: string): Refusal {
  return [
    ARRIVALS,
    arrivals,
    `scenario: durationSeconds is 100, which makes some ${much}`,
    'durationSeconds',
  ];
}

const renewal = (intervalSeconds: Distribution): Arrivals => ({ kind: 'renewal', intervalSeconds });

/** Nearly always nothing, and once in a trillion a long time. */
const spike = (rest: Extract<Distribution, { kind: 'pareto' | 'exponential' }>): Arrivals =>
  renewal({
    kind: 'mixture',
    parts: [
      { probability: 1 - 1e-12, distribution: { kind: 'deterministic', seconds: 0 } },
      { probability: 1e-12, distribution: rest },
    ],
  });

const share = 'a number from 0 to 1';

/** What is said of traffic and times that cannot be. */
export const trafficRefusals: Refusal[] = [
  [
    `${ARRIVALS}.kind`,
    'rush',
    'users "users": arrivals.kind is "rush"; expected "poisson", "constant", "renewal", "recorded", "bursty", "daily-rhythm", "flash-crowd", "rate-curve", "closed"',
  ],
  ofArrivals(
    { ...bursty, calmRatePerSecond: -1 },
    'calmRatePerSecond',
    'is -1; expected a number from 0 to 10000000',
  ),
  ofArrivals(
    { ...bursty, burstRatePerSecond: 0 },
    'burstRatePerSecond',
    'is 0; expected a number above 0 up to 10000000',
  ),
  ofArrivals(
    { ...bursty, burstMeanSeconds: 0 },
    'burstMeanSeconds',
    'is 0; expected a number above 0 up to 31536000',
  ),
  ofArrivals({ ...daily, peakToMean: 2.1 }, 'peakToMean', 'is 2.1; expected a number from 1 to 2'),
  ofArrivals(
    { ...daily, periodSeconds: 0.5 },
    'periodSeconds',
    'is 0.5; expected a number from 1 to 31536000',
  ),
  ofArrivals({ ...daily, peakAtSeconds: -1 }, 'peakAtSeconds', 'is -1; expected a number from 0 to 31536000'),
  ofArrivals(
    { ...flash, holdSeconds: undefined },
    'holdSeconds',
    'is missing; expected a number from 0 to 31536000',
  ),
  ofArrivals(
    { ...flash, peakRatePerSecond: 0 },
    'peakRatePerSecond',
    'is 0; expected a number above 0 up to 10000000',
  ),
  ofArrivals({ kind: 'rate-curve', points: [] }, 'points', 'is a list of 0; expected a list of 1 to 10000'),
  ofArrivals(
    {
      kind: 'rate-curve',
      points: [
        { seconds: 2, ratePerSecond: 1 },
        { seconds: 1, ratePerSecond: 1 },
      ],
    },
    'points.1.seconds',
    'is 1; expected at least 2, the one before',
  ),
  ofArrivals(
    { kind: 'rate-curve', points: [{ seconds: 0, ratePerSecond: -1 }] },
    'points.0.ratePerSecond',
    'is -1; expected a number from 0 to 10000000',
  ),
  tooMuch(spike({ kind: 'exponential', meanSeconds: 1e6 }), '2.00e+12 requests; expected at most 1000000000'),
  tooMuch(
    spike({ kind: 'pareto', minimumSeconds: 10, shape: 1.5 }),
    '1.10e+13 requests; expected at most 1000000000',
  ),
  tooMuch(
    renewal({
      kind: 'hyperexponential',
      phases: [
        { probability: 1 - 1e-10, meanSeconds: 0 },
        { probability: 1e-10, meanSeconds: 1e7 },
      ],
    }),
    '2.00e+10 requests; expected at most 1000000000',
  ),
  tooMuch(renewal(deterministic(1e-300)), '1.00e+302 requests; expected at most 1000000000'),
  tooMuch(
    { ...bursty, calmMeanSeconds: 1e-9, burstMeanSeconds: 1e-9 },
    '1.00e+11 steps of arrivals without a request; expected at most 2000000000',
  ),
  tooMuch(
    { ...bursty, calmRatePerSecond: 0, burstRatePerSecond: 1e-12 },
    '2.00e+12 steps of arrivals without a request; expected at most 2000000000',
  ),
  ofTime(
    { kind: 'pareto', minimumSeconds: 0, shape: 2 },
    'minimumSeconds',
    'is 0; expected a number above 0 up to 31536000',
  ),
  ofTime(
    { kind: 'pareto', minimumSeconds: 1, shape: 1 },
    'shape',
    'is 1; expected a number above 1 up to 100',
  ),
  ofTime({ kind: 'weibull', meanSeconds: 1, shape: 0 }, 'shape', 'is 0; expected a number from 0.1 to 100'),
  ofTime({ kind: 'empirical', seconds: [] }, 'seconds', 'is a list of 0; expected a list of 1 to 100000'),
  ofTime(
    { kind: 'quantiles', points: [{ share: 0.5, seconds: 1 }] },
    'points',
    'is a list of 1; expected a list of 2 to 1000',
  ),
  ...(
    [
      [[0.1, 1, 1, 2], '0.share', 'is 0.1; expected 0 at the first point'],
      [[0, 1, 0.99, 2], '1.share', 'is 0.99; expected 1 at the last point'],
      [[0, 1, 0.5, 2, 0.5, 3, 1, 4], '2.share', 'is 0.5; expected more than 0.5, the one before'],
      [[0, 1, 0.5, 2, 1, 1], '2.seconds', 'is 1; expected at least 2, the one before'],
      [[0, 1, 1.5, 2], '1.share', `is 1.5; expected ${share}`],
    ] as const
  ).map(([numbers, key, said]) => {
    const points = numbers.flatMap((each, i) =>
      i % 2 === 0 ? [{ share: each, seconds: numbers[i + 1] }] : [],
    );
    return ofTime({ kind: 'quantiles', points }, `points.${key}`, said);
  }),
  ofTime(
    { kind: 'mixture', parts: [{ probability: 0.5, distribution: deterministic(1) }] },
    'parts',
    'has probabilities that add up to 0.5; expected 1',
  ),
  ofTime(
    { kind: 'mixture', parts: [{ probability: 1, distribution: { kind: 'mixture', parts: [] } }] },
    'parts.0.distribution.kind',
    'is "mixture"; expected "deterministic", "exponential", "uniform", "lognormal", "erlang", "hyperexponential", "pareto", "weibull", "empirical", "quantiles", "sequence"',
  ),
];
