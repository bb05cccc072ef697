import type { PlanStep, RunResult, Scenario, ServiceNode } from '#sim-core';
import { expectedNumber, parameter, parameterList, type GroundTruth } from '../ground-truth.ts';
import type { CaseGroup } from '../trial.ts';
import { MILLION, timesOf, type TrialLength } from './length.ts';
import { serviceIn } from './read.ts';

/** Requests of many visits each, so that visits add up where requests do not. */
const MANY_VISITS: TrialLength = { replications: 20, requests: 2_500, warmUpShare: 0.1 };
const SOME_VISITS: TrialLength = { replications: 20, requests: 20_000, warmUpShare: 0.1 };

/** Workers of a node that only passes on: never a limit. */
const EVERYBODY = 100_000;

/** Steps that a plan may have. */
const PLAN_STEPS = 32;

/** A route: how many visits to each station, in rounds. */
type Visits = readonly number[];

interface Network {
  readonly ratePerSecond: number;
  readonly serviceSeconds: readonly number[];
  /** Request classes of equal share, each with visits of its own. */
  readonly routes: readonly Visits[];
  readonly length: TrialLength;
}

/**
 * Open networks of exponential stations. A gateway with a worker for everybody calls the
 * stations one after the other, so a request visits them in a fixed order; by Kelly (1979)
 * stations of such routes have the same product form as Jackson's random ones, and only
 * the mean number of visits counts. Where that is no integer two classes share it.
 */
export const networks: CaseGroup = {
  name: 'open networks',
  takes: ({ id }) => id.endsWith('-open') || id === 'three-tier-tandem',
  trials: (truth) => {
    const network = networkOf(truth);
    return [
      {
        kind: 'random',
        scenario: scenarioOf(network),
        replications: network.length.replications,
        checks: Object.keys(truth.expected).map((metric) => ({
          metric,
          expected: expectedNumber(truth, metric),
          read: readingOf(metric),
        })),
      },
    ];
  },
};

function networkOf(truth: GroundTruth): Network {
  const ratePerSecond = parameter(truth, 'lambda');
  if (truth.id === 'three-tier-tandem') {
    const serviceSeconds = parameterList(truth, 'mu').map((rate) => 1 / rate);
    return { ratePerSecond, serviceSeconds, routes: [[1, 1, 1]], length: MILLION };
  }
  const serviceSeconds = parameterList(truth, 'S');
  if (truth.id === 'bolch-7.4-open') {
    // Visits 5, 2½, 2½ and 1 solve the routing matrix; a half is a visit of every second request.
    const routes = [
      [5, 2, 3, 1],
      [5, 3, 2, 1],
    ];
    return { ratePerSecond, serviceSeconds, routes, length: SOME_VISITS };
  }
  const visits = parameterList(truth, 'V');
  const total = visits.reduce((sum, count) => sum + count, 0);
  return { ratePerSecond, serviceSeconds, routes: [visits], length: total > 100 ? MANY_VISITS : SOME_VISITS };
}

function scenarioOf({ ratePerSecond, serviceSeconds, routes, length }: Network): Scenario {
  const stations: Record<string, ServiceNode> = {};
  serviceSeconds.forEach((meanSeconds, index) => {
    stations[stationId(index)] = { kind: 'service', serviceTime: { kind: 'exponential', meanSeconds } };
  });
  const plans = routes.map(planOf);
  const legs = legsOf(plans);
  const classes = Object.fromEntries(
    routes.map((_, index) => [`route-${index + 1}`, { plan: legs?.plan ?? plans[index]! }]),
  );
  const shares = Object.fromEntries(Object.keys(classes).map((name) => [name, { share: 1 }]));
  return {
    version: 1,
    ...timesOf(length, ratePerSecond),
    nodes: {
      users: {
        kind: 'users',
        target: 'gateway',
        arrivals: { kind: 'poisson', ratePerSecond },
        classes: shares,
      },
      gateway: { kind: 'service', workers: EVERYBODY, plan: legs?.plan ?? plans[0]!, classes },
      ...legs?.nodes,
      ...stations,
    },
  };
}

/** A plan that is too long for one node, cut into legs that the gateway calls in turn; null where it is not. */
function legsOf(
  plans: readonly PlanStep[][],
): { plan: PlanStep[]; nodes: Record<string, ServiceNode> } | null {
  const [whole] = plans;
  if (plans.length !== 1 || whole === undefined || whole.length <= PLAN_STEPS) return null;
  const nodes: Record<string, ServiceNode> = {};
  for (let from = 0; from < whole.length; from += PLAN_STEPS) {
    const plan = whole.slice(from, from + PLAN_STEPS);
    nodes[`leg-${from / PLAN_STEPS + 1}`] = { kind: 'service', workers: EVERYBODY, plan };
  }
  return { plan: Object.keys(nodes).map((call) => ({ call })), nodes };
}

/** Id of the station with this index, from 0. */
export function stationId(index: number): string {
  return `station-${index + 1}`;
}

/** The visits in rounds, as even as whole numbers allow. */
function planOf(visits: Visits): PlanStep[] {
  const rounds = Math.max(...visits);
  const plan: PlanStep[] = [];
  for (let round = 0; round < rounds; round++) {
    visits.forEach((count, index) => {
      const due = Math.floor(((round + 1) * count) / rounds) - Math.floor((round * count) / rounds);
      for (let visit = 0; visit < due; visit++) plan.push({ call: stationId(index) });
    });
  }
  return plan;
}

/** X throughput, U utilisation, R time of a visit, Q requests present; of the station counted from 1. */
export function readingOf(metric: string): (result: RunResult) => number | null {
  const station = stationId(Number(metric.slice(1)) - 1);
  return (result) => {
    const metrics = serviceIn(result, station);
    switch (metric[0]) {
      case 'X':
        return metrics.throughputPerSecond;
      case 'U':
        return metrics.utilisation;
      case 'R':
        return metrics.latencySecondsMean;
      default:
        return metrics.inSystemMean;
    }
  };
}
