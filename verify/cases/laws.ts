import type { Distribution, RunResult, Scenario } from '#sim-core';
import { expectedList, expectedNumber, parameter, parameterList, type GroundTruth } from '../ground-truth.ts';
import type { CaseGroup, Trial } from '../trial.ts';
import { LONG, MILLION } from './length.ts';
import { serviceIn } from './read.ts';
import { queueScenario } from './single-queue.ts';

/** What holds for more than one model: Little's law, Burke's theorem, Kingman's approximation. */
export const laws: CaseGroup = {
  name: 'laws',
  takes: ({ id }) => id in cases,
  trials: (truth) => cases[truth.id]!(truth),
};

const cases: Readonly<Record<string, (truth: GroundTruth) => Trial[]>> = {
  'littles-law': littlesLaw,
  'burke-departures': burkeDepartures,
  'kingman-approx': kingman,
};

const LITTLE_REQUESTS = 20_000;

/** A farm that refuses some and a database behind it; the run starts empty and ends empty. */
function littlesLaw(truth: GroundTruth): Trial[] {
  const timesSeconds = Array.from(
    { length: LITTLE_REQUESTS },
    (_, index) => 0.01 * index * (1 + (index % 7) / 1000),
  );
  const scenario: Scenario = {
    version: 1,
    durationSeconds: 0.01 * LITTLE_REQUESTS * 1.2,
    nodes: {
      users: {
        kind: 'users',
        target: 'balancer',
        arrivals: { kind: 'recorded', timesSeconds: timesSeconds.sort(ascending) },
      },
      balancer: { kind: 'load-balancer', targets: ['web'], policy: { kind: 'round-robin' } },
      web: {
        kind: 'service',
        instances: 3,
        workers: 8,
        queueLimit: 20,
        plan: [{ work: { kind: 'exponential', meanSeconds: 0.02 } }, { call: 'database' }],
      },
      database: {
        kind: 'service',
        cores: 2,
        serviceTime: { kind: 'lognormal', meanSeconds: 0.018, coefficientOfVariation: 2 },
      },
    },
  };
  const expected = expectedNumber(truth, 'rel_error');
  const read = (result: RunResult) => Math.max(littleError(result, 'web'), littleError(result, 'database'));
  return [{ kind: 'exact', scenario, checks: [{ metric: 'rel_error', expected, read }] }];
}

function ascending(first: number, second: number): number {
  return first - second;
}

/** How far L is from X·W, relative to L; a run that left someone inside does not count. */
function littleError(result: RunResult, id: string): number {
  const service = serviceIn(result, id);
  if (service.inFlight > 0 || service.latencySecondsMean === null) return NaN;
  const product = (service.served * service.latencySecondsMean) / result.durationSeconds;
  return Math.abs(service.inSystemMean - product) / service.inSystemMean;
}

/** Departures of M/M/1 are as Poisson as the arrivals. */
function burkeDepartures(truth: GroundTruth): Trial[] {
  const ratePerSecond = parameter(truth, 'rho');
  const scenario = queueScenario({
    arrivals: { kind: 'poisson', ratePerSecond },
    ratePerSecond,
    service: { kind: 'exponential', meanSeconds: 1 },
    servers: 1,
    length: MILLION,
  });
  return [
    {
      kind: 'random',
      scenario,
      options: { hops: 100_000 },
      replications: MILLION.replications,
      checks: [
        {
          metric: 'scv',
          expected: expectedNumber(truth, 'scv'),
          read: (result) => departuresOf(result).variation,
        },
        {
          metric: 'lag1',
          expected: expectedNumber(truth, 'lag1'),
          read: (result) => departuresOf(result).correlation,
        },
      ],
    },
  ];
}

/** Squared coefficient of variation and correlation of neighbors, of the intervals between departures. */
function departuresOf(result: RunResult): { variation: number; correlation: number } {
  const { hops } = result;
  if (hops?.every !== 1) throw new RangeError('burke-departures: expected the hops of every request');
  const server = hops.nodes.indexOf('server');
  const times = [...hops.answerSeconds]
    .filter((time, row) => hops.to[row] === server && time > result.warmUpSeconds)
    .sort(ascending);
  const intervals = times.slice(1).map((time, index) => time - times[index]!);
  const mean = intervals.reduce((sum, value) => sum + value, 0) / intervals.length;
  let squares = 0;
  let products = 0;
  intervals.forEach((value, index) => {
    squares += (value - mean) * (value - mean);
    if (index > 0) products += (value - mean) * (intervals[index - 1]! - mean);
  });
  return { variation: squares / intervals.length / (mean * mean), correlation: products / squares };
}

/** The three queues that the case names: D/M/1, M/D/1 and M/M/1. */
function kingman(truth: GroundTruth): Trial[] {
  const ratePerSecond = parameter(truth, 'rho');
  const arrivalVariations = parameterList(truth, 'ca2');
  const serviceVariations = parameterList(truth, 'cs2');
  return arrivalVariations.map((arrivalVariation, index) => ({
    kind: 'random',
    scenario: queueScenario({
      arrivals:
        arrivalVariation === 0 ? { kind: 'constant', ratePerSecond } : { kind: 'poisson', ratePerSecond },
      ratePerSecond,
      service: serviceOf(serviceVariations[index]!),
      servers: 1,
      length: LONG,
    }),
    replications: LONG.replications,
    checks: [
      {
        metric: `exact[${index}]`,
        expected: expectedList(truth, 'exact')[index]!,
        read: (result) => serviceIn(result, 'server').waitingSecondsMean,
      },
      {
        metric: `Wq[${index}]`,
        expected: expectedList(truth, 'Wq')[index]!,
        // Exact in heavy traffic only.
        onlyInTheLimit: true,
        read: (result) => serviceIn(result, 'server').waitingSecondsMean,
      },
    ],
  }));
}

function serviceOf(squaredVariation: number): Distribution {
  return squaredVariation === 0
    ? { kind: 'deterministic', seconds: 1 }
    : { kind: 'exponential', meanSeconds: 1 };
}
