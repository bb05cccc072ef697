import { describe, it } from 'vitest';
import type { Distribution, Scenario } from '#sim-core';
import {
  gm1LatencySecondsPercentile,
  gm1WaitingProbability,
  gm1WaitingSecondsMean,
  mg1WaitingSecondsMean,
  mm1InSystemRatio,
  mmcLatencySecondsMean,
  mmcLatencySecondsPercentile,
  mmcWaitingProbability,
  mmcWaitingSecondsMean,
  mmcWaitingSecondsPercentile,
  mmckBlockingProbability,
  mmckInSystemMean,
  mmckInSystemRatios,
  mmckLatencySecondsMean,
  mmckWaitingProbability,
} from '#theory';
import { coefficientOfVariationOf } from '../random/index.ts';
import { expectInside } from './expect-inside.ts';

/*
 * The general engine against closed forms, quickly. `npm run verify` does the same with
 * all published values and more requests. Times are in milliseconds of service, so that
 * nothing rests on a mean of 1.
 */
const SERVICE_SECONDS = 0.02;

interface Queue {
  readonly utilisation: number;
  readonly servers?: number;
  readonly service?: Distribution;
  readonly queueLimit?: number;
  readonly interval?: (meanSeconds: number) => Distribution;
  readonly requests?: number;
}

const exponential: Distribution = { kind: 'exponential', meanSeconds: SERVICE_SECONDS };

function load({ utilisation, servers = 1 }: Queue) {
  return {
    arrivalRatePerSecond: (utilisation * servers) / SERVICE_SECONDS,
    serviceSecondsMean: SERVICE_SECONDS,
    servers,
  };
}

function scenarioOf(queue: Queue): Scenario {
  const { service = exponential, servers = 1, queueLimit, interval, requests = 15_000 } = queue;
  const ratePerSecond = load(queue).arrivalRatePerSecond;
  const durationSeconds = requests / ratePerSecond;
  return {
    version: 1,
    durationSeconds,
    warmUpSeconds: durationSeconds / 10,
    nodes: {
      users: {
        kind: 'users',
        target: 'server',
        arrivals: interval
          ? { kind: 'renewal', intervalSeconds: interval(1 / ratePerSecond) }
          : { kind: 'poisson', ratePerSecond },
      },
      server: {
        kind: 'service',
        cores: servers,
        serviceTime: service,
        ...(queueLimit === undefined ? {} : { queueLimit }),
      },
    },
  };
}

describe('M/M/1 and M/M/c', () => {
  it.each([
    { servers: 1, utilisation: 0.5 },
    { servers: 1, utilisation: 0.8, requests: 30_000 },
    { servers: 2, utilisation: 0.8, requests: 20_000 },
    { servers: 8, utilisation: 0.7 },
  ])('have the mean, the waiting probability and the percentiles of theory: %o', (queue) => {
    const theory = load(queue);
    expectInside(scenarioOf(queue), {
      'overall.latencySecondsMean': mmcLatencySecondsMean(theory),
      'overall.latencySecondsP50': mmcLatencySecondsPercentile(theory, 0.5),
      'overall.latencySecondsP90': mmcLatencySecondsPercentile(theory, 0.9),
      'overall.latencySecondsP99': mmcLatencySecondsPercentile(theory, 0.99),
      'nodes.server.waitingSecondsMean': mmcWaitingSecondsMean(theory),
      'nodes.server.waitingSecondsP95': mmcWaitingSecondsPercentile(theory, 0.95),
      'nodes.server.waitingSecondsP99': mmcWaitingSecondsPercentile(theory, 0.99),
      'nodes.server.waitingProbability': mmcWaitingProbability(theory),
      'nodes.server.utilisation': queue.utilisation,
    });
  });

  it('spends its time in the states of theory', () => {
    const queue = { utilisation: 0.6 };
    const ratios = [0, 1, 2, 3, 4].map((requests): [string, number] => [
      `nodes.server.inSystemRatios.${requests}`,
      mm1InSystemRatio(load(queue), requests),
    ]);
    expectInside(scenarioOf(queue), Object.fromEntries(ratios));
  });
});

describe('M/G/1', () => {
  it.each<Distribution>([
    { kind: 'deterministic', seconds: SERVICE_SECONDS },
    { kind: 'uniform', minimumSeconds: 0, maximumSeconds: 2 * SERVICE_SECONDS },
    { kind: 'erlang', meanSeconds: SERVICE_SECONDS, shape: 4 },
    { kind: 'lognormal', meanSeconds: SERVICE_SECONDS, coefficientOfVariation: 1.5 },
    { kind: 'hyperexponential', meanSeconds: SERVICE_SECONDS, coefficientOfVariation: 2 },
  ])('waits by Pollaczek and Khinchine for $kind service', (service) => {
    const queue = { utilisation: 0.7, service, requests: 20_000 };
    const wait = mg1WaitingSecondsMean({
      ...load(queue),
      serviceCoefficientOfVariation: coefficientOfVariationOf(service),
    });
    expectInside(scenarioOf(queue), {
      'nodes.server.waitingSecondsMean': wait,
      'nodes.server.waitingProbability': 0.7,
      'overall.latencySecondsMean': wait + SERVICE_SECONDS,
    });
  });
});

describe('G/M/1', () => {
  it.each<[string, (meanSeconds: number) => Distribution]>([
    ['constant', (seconds) => ({ kind: 'deterministic', seconds })],
    ['Erlang', (meanSeconds) => ({ kind: 'erlang', meanSeconds, shape: 2 })],
    ['bursty', (meanSeconds) => ({ kind: 'hyperexponential', meanSeconds, coefficientOfVariation: 2 })],
  ])('waits by the root of its transform for %s arrivals', (_, interval) => {
    const queue = { utilisation: 0.7, interval, requests: 20_000 };
    const intervalSeconds = interval(1 / load(queue).arrivalRatePerSecond);
    const theory = { intervalSeconds, serviceSecondsMean: SERVICE_SECONDS };
    expectInside(scenarioOf(queue), {
      'nodes.server.waitingSecondsMean': gm1WaitingSecondsMean(theory),
      'nodes.server.waitingProbability': gm1WaitingProbability(theory),
      'overall.latencySecondsP99': gm1LatencySecondsPercentile(theory, 0.99),
    });
  });
});

describe('M/M/c/K', () => {
  it.each([
    { servers: 1, utilisation: 0.9, queueLimit: 5 },
    { servers: 3, utilisation: 1.2, queueLimit: 2 },
    { servers: 5, utilisation: 0.8, queueLimit: 0 },
  ])('refuses as many as theory: %o', (queue) => {
    const theory = { ...load(queue), capacity: queue.servers + queue.queueLimit };
    const waiting = queue.queueLimit > 0 && {
      'nodes.server.waitingProbability': mmckWaitingProbability(theory),
    };
    expectInside(scenarioOf(queue), {
      'nodes.server.rejectedRatio': mmckBlockingProbability(theory),
      'overall.failureRatio': mmckBlockingProbability(theory),
      'overall.latencySecondsMean': mmckLatencySecondsMean(theory),
      'nodes.server.inSystemMean': mmckInSystemMean(theory),
      'nodes.server.inSystemRatios.2': mmckInSystemRatios(theory)[2]!,
      ...waiting,
    });
  });
});
