import type { Arrivals, PlanStep, Scenario, ServiceNode } from '#sim-core';
import { expectedNumber, parameter, parameterList, parameterOr, type GroundTruth } from '../ground-truth.ts';
import type { CaseGroup } from '../trial.ts';
import { readingOf, stationId } from './networks.ts';

const REPLICATIONS = 20;

/** Passes through the network in one run: many where each visits some stations less than once. */
const PASSES = { 'jain-34.2-closed': 5000, 'bolch-8.3-closed': 25_000 };

/**
 * Closed networks of exponential stations: people who think, ask and wait. Their request
 * goes to a host with a worker for everybody, which calls the stations in a fixed order; a
 * product form does not mind the order (Kelly 1979).
 */
export const closedUsers: CaseGroup = {
  name: 'closed networks',
  takes: ({ id }) => id in PASSES,
  trials: (truth) => [
    {
      kind: 'random',
      scenario: scenarioOf(truth),
      replications: REPLICATIONS,
      checks: Object.keys(truth.expected).map((metric) => ({
        metric,
        expected: expectedNumber(truth, metric),
        read: readingOf(metric),
      })),
    },
  ],
};

function scenarioOf(truth: GroundTruth): Scenario {
  const serviceSeconds = parameterList(truth, 'S');
  const visits = parameterList(truth, 'V');
  const users = parameterOr(truth, 'N', 0) || parameter(truth, 'K');
  // The busiest station sets the pace.
  const passSeconds = Math.max(...serviceSeconds.map((seconds, index) => seconds * visits[index]!));
  const durationSeconds = PASSES[truth.id as keyof typeof PASSES] * passSeconds;
  const stations = serviceSeconds.map((meanSeconds, index): [string, ServiceNode] => [
    stationId(index),
    { kind: 'service', serviceTime: { kind: 'exponential', meanSeconds } },
  ]);
  const thinkTime = { kind: 'exponential', meanSeconds: parameterOr(truth, 'Z', 0) } as const;
  const arrivals: Arrivals = { kind: 'closed', users, thinkTime };
  return {
    version: 1,
    durationSeconds,
    warmUpSeconds: 0.1 * durationSeconds,
    nodes: {
      users: { kind: 'users', target: 'host', arrivals },
      host: { kind: 'service', workers: users, plan: visits.map(stepOf) },
      ...Object.fromEntries(stations),
    },
  };
}

/** So many visits in a row; a part of a visit is made by that share of the requests. */
function stepOf(visits: number, index: number): PlanStep {
  const call = stationId(index);
  return visits < 1 ? { call, probability: visits } : { call, times: visits };
}
