import type { Arrivals, Distribution, Scenario } from '#sim-core';
import { expectedList, expectedNumber, parameter, parameterList, type GroundTruth } from '../ground-truth.ts';
import type { CaseGroup, ExactCheck } from '../trial.ts';
import { byLeaving, scenarioOf, starts } from './event-exact.ts';
import { visitsIn, type TracedVisit } from './read.ts';

/** Small cases without chance from the test suite of Ciw, with requests that leave the queue or share a core. */
export const eventExactSharing: CaseGroup = {
  name: 'event by event, with other queues',
  takes: ({ id }) => id in cases,
  trials: (truth) => {
    const { scenario, checks } = cases[truth.id]!(truth);
    return [{ kind: 'exact', scenario, options: { traces: 100 }, checks }];
  },
};

const cases: Readonly<Record<string, (truth: GroundTruth) => { scenario: Scenario; checks: ExactCheck[] }>> =
  {
    'ciw-renege': (truth) => ({
      scenario: impatient(
        truth,
        { kind: 'constant', ratePerSecond: 1 / parameter(truth, 'arrival_every') },
        { kind: 'deterministic', seconds: parameter(truth, 'patience') },
      ),
      checks: [
        reneged('renege_at', expectedList(truth, 'renege_at'), (visit) => visit.leaveSeconds!),
        // The source counts from 1.
        reneged('reneged_ids', expectedList(truth, 'reneged_ids'), (visit) => visit.request + 1),
        completed('completed_at', expectedList(truth, 'completed_at'), (visit) => visit.leaveSeconds!),
      ],
    }),

    'ciw-renege-simultaneous': (truth) => ({
      scenario: impatient(
        truth,
        { kind: 'recorded', timesSeconds: parameterList(truth, 'arrival_dates') },
        { kind: 'sequence', seconds: parameterList(truth, 'patience') },
      ),
      checks: [
        completed('completed_ids', expectedList(truth, 'completed_ids'), (visit) => visit.request + 1),
        starts('start_dates', expectedList(truth, 'start_dates')),
        completed('end_dates', expectedList(truth, 'end_dates'), (visit) => visit.leaveSeconds!),
        reneged('renege_at', expectedList(truth, 'renege_at'), (visit) => visit.leaveSeconds!),
      ],
    }),

    'ciw-ps-limited': (truth) => {
      const jobs = parameter(truth, 'simultaneous');
      const ends = new Array<number>(jobs).fill(expectedNumber(truth, 'end_all'));
      return {
        scenario: scenarioOf({
          arrivals: { kind: 'recorded', timesSeconds: new Array<number>(jobs).fill(0) },
          serviceTime: { kind: 'deterministic', seconds: parameter(truth, 'service') },
          durationSeconds: 100,
          cores: 1,
          discipline: 'processor-sharing',
        }),
        checks: [completed('end_all', ends, (visit) => visit.leaveSeconds!)],
      };
    },
  };

function impatient(truth: GroundTruth, arrivals: Arrivals, patience: Distribution): Scenario {
  return scenarioOf({
    arrivals,
    serviceTime: { kind: 'deterministic', seconds: parameter(truth, 'service') },
    durationSeconds: parameter(truth, 'until'),
    cores: 1,
    patience,
  });
}

/** Something of each visit that was completed, in the order in which they left. */
function completed(
  metric: string,
  expected: readonly number[],
  what: (visit: TracedVisit) => number,
): ExactCheck {
  return { metric, expected, read: (result) => byLeaving(visitsIn(result, 'server')).map(what) };
}

/** Something of each visit that ended in the queue, in order of arrival. */
function reneged(
  metric: string,
  expected: readonly number[],
  what: (visit: TracedVisit) => number,
): ExactCheck {
  const read: ExactCheck['read'] = (result) =>
    visitsIn(result, 'server')
      .filter((visit) => visit.outcome === 'failed')
      .map(what);
  return { metric, expected, read };
}
