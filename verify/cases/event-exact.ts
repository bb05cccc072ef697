import type { Arrivals, Distribution, Scenario } from '#sim-core';
import {
  expectedList,
  expectedNumber,
  parameter,
  parameterList,
  parameterOr,
  type GroundTruth,
} from '../ground-truth.ts';
import type { CaseGroup, ExactCheck } from '../trial.ts';
import { serviceIn, visitsIn } from './read.ts';

/** Small cases without chance from the test suites of Ciw and SimPy: every time has to agree. */
export const eventExact: CaseGroup = {
  name: 'event by event',
  takes: ({ id }) => id in cases,
  trials: (truth) => {
    const { scenario, checks } = cases[truth.id]!(truth);
    return [{ kind: 'exact', scenario, options: { traces: 1000 }, checks }];
  },
};

const cases: Readonly<Record<string, (truth: GroundTruth) => { scenario: Scenario; checks: ExactCheck[] }>> =
  {
    'simpy-resource': (truth) => ({
      scenario: together(truth),
      checks: [
        ends(expectedList(truth, 'end')),
        // The source calls the two jobs a and b; here they are 0 and 1.
        {
          metric: 'order',
          expected: [0, 1],
          read: (result) => byLeaving(visitsIn(result, 'server')).map((v) => v.request),
        },
      ],
    }),

    'simpy-slots': (truth) => ({
      scenario: together(truth),
      checks: [starts('start', expectedList(truth, 'start'))],
    }),

    'simpy-carwash': (truth) => ({
      scenario: recorded(truth, parameterList(truth, 'arrivals'), [parameter(truth, 'service')]),
      checks: [starts('start', expectedList(truth, 'start'))],
    }),

    'ciw-fifo-dd1': (truth) => ({
      scenario: recorded(truth, parameterList(truth, 'arrival_dates'), [parameter(truth, 'service')]),
      checks: [{ ...ends(expectedList(truth, 'end_dates')), metric: 'end_dates' }],
    }),

    'ciw-baulk': (truth) => ({
      scenario: scenarioOf({
        arrivals: { kind: 'constant', ratePerSecond: 1 / parameter(truth, 'arrival_every') },
        serviceTime: { kind: 'deterministic', seconds: parameter(truth, 'service') },
        durationSeconds: parameter(truth, 'until'),
        cores: 1,
        queueLimit: parameter(truth, 'K') - 1,
      }),
      checks: [
        {
          metric: 'rejected_at',
          expected: expectedList(truth, 'rejected_at'),
          read: (result) =>
            result.traces.filter((trace) => trace.outcome === 'failed').map((trace) => trace.arriveSeconds),
        },
        starts('start_dates', expectedList(truth, 'start_dates')),
        { ...ends(expectedList(truth, 'end_dates')), metric: 'end_dates' },
      ],
    }),

    'ciw-utilisation-1': (truth) => ({
      scenario: recorded(truth, parameterList(truth, 'arrival_dates'), parameterList(truth, 'service')),
      checks: [
        {
          metric: 'utilisation',
          expected: expectedNumber(truth, 'utilisation'),
          read: (result) => serviceIn(result, 'server').utilisation,
        },
      ],
    }),

    'ciw-cycle-routing': (truth) => {
      // Two machines of the node that is named twice in the cycle make it come up twice.
      const count = parameter(truth, 'n');
      const timesSeconds = Array.from({ length: count }, (_, index) => index);
      const serviceTime: Distribution = { kind: 'deterministic', seconds: 0.5 };
      return {
        scenario: {
          version: 1,
          durationSeconds: count + 1,
          nodes: {
            users: { kind: 'users', target: 'balancer', arrivals: { kind: 'recorded', timesSeconds } },
            balancer: {
              kind: 'load-balancer',
              targets: ['node-2', 'node-3'],
              policy: { kind: 'round-robin' },
            },
            'node-2': { kind: 'service', instances: 1, serviceTime },
            'node-3': { kind: 'service', instances: 2, serviceTime },
          },
        },
        checks: [
          {
            metric: 'sequence',
            expected: expectedList(truth, 'sequence'),
            read: (result) =>
              result.traces.map((trace) => Number(trace.spans.at(-1)?.node.slice('node-'.length))),
          },
        ],
      };
    },
  };

/** Several jobs at time 0. */
function together(truth: GroundTruth): Scenario {
  const timesSeconds = new Array<number>(parameter(truth, 'jobs')).fill(0);
  return recorded(truth, timesSeconds, [parameter(truth, 'service')]);
}

function recorded(truth: GroundTruth, timesSeconds: readonly number[], seconds: readonly number[]): Scenario {
  return scenarioOf({
    arrivals: { kind: 'recorded', timesSeconds },
    serviceTime: { kind: 'sequence', seconds },
    durationSeconds: parameterOr(truth, 'until', 100),
    cores: parameterOr(truth, 'c', 1),
  });
}

/** A server and when its requests come. */
export interface Small {
  readonly arrivals: Arrivals;
  readonly serviceTime: Distribution;
  readonly durationSeconds: number;
  readonly cores: number;
  readonly queueLimit?: number;
  readonly discipline?: 'processor-sharing';
  readonly patience?: Distribution;
}

/** Users before one server, without a warm-up to cut. */
export function scenarioOf({ arrivals, durationSeconds, ...server }: Small): Scenario {
  return {
    version: 1,
    durationSeconds,
    nodes: { users: { kind: 'users', target: 'server', arrivals }, server: { kind: 'service', ...server } },
  };
}

/** When the visits that were completed began, in order of arrival. */
export function starts(metric: string, expected: readonly number[]): ExactCheck {
  return {
    metric,
    expected,
    read: (result) =>
      visitsIn(result, 'server')
        .filter((visit) => visit.outcome === 'served')
        .map((visit) => visit.startSeconds ?? NaN),
  };
}

function ends(expected: readonly number[]): ExactCheck {
  return {
    metric: 'end',
    expected,
    read: (result) => byLeaving(visitsIn(result, 'server')).map((visit) => visit.leaveSeconds ?? NaN),
  };
}

/** The visits that were completed, in the order in which they left. */
export function byLeaving(visits: ReturnType<typeof visitsIn>) {
  return visits
    .filter((visit) => visit.outcome === 'served')
    .sort((first, second) => first.leaveSeconds! - second.leaveSeconds!);
}
