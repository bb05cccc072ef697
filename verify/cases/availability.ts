import type { Fault, PlanStep, Scenario, ServiceNode } from '#sim-core';
import { expectedList, expectedNumber, parameter, parameterList, type GroundTruth } from '../ground-truth.ts';
import type { CaseGroup, RandomTrial } from '../trial.ts';

/** Parts that fail and are repaired at random times, and the share of requests that find enough of them. */
export const availability: CaseGroup = {
  name: 'random failures',
  takes: ({ id }) => id in cases,
  trials: (truth) => cases[truth.id]!(truth),
};

const cases: Readonly<Record<string, (truth: GroundTruth) => RandomTrial[]>> = {
  'avail-serial': (truth) =>
    parameterList(truth, 'n').map((parts, i) =>
      trialOf(`A[${i}]`, expectedList(truth, 'A')[i]!, { ...partsOf(truth), parts, needed: parts }, 20_000),
    ),
  'avail-parallel': (truth) =>
    parameterList(truth, 'n').map((parts, i) =>
      trialOf(
        `A[${i}]`,
        expectedList(truth, 'A')[i]!,
        { ...partsOf(truth), parts, needed: 1 },
        parts > 1 ? 20_000 : 100_000,
      ),
    ),
  'avail-kofn': (truth) => [
    trialOf(
      'A',
      expectedNumber(truth, 'A'),
      { ...partsOf(truth), parts: parameter(truth, 'n'), needed: parameter(truth, 'k') },
      40_000,
    ),
  ],
  'avail-mtbf': (truth) => [
    trialOf(
      'A',
      expectedNumber(truth, 'A'),
      {
        meanTimeToFailureSeconds: parameter(truth, 'mtbf'),
        meanTimeToRepairSeconds: parameter(truth, 'mttr'),
        parts: 1,
        needed: 1,
      },
      20_000,
    ),
  ],
};

const REPLICATIONS = 20;

interface Parts {
  readonly meanTimeToFailureSeconds: number;
  readonly meanTimeToRepairSeconds: number;
  readonly parts: number;
  readonly needed: number;
}

/** Times to failure and to repair with the availability that the case states. */
function partsOf(truth: GroundTruth): Omit<Parts, 'parts' | 'needed'> {
  const available = parameter(truth, 'a');
  return { meanTimeToFailureSeconds: available / (1 - available), meanTimeToRepairSeconds: 1 };
}

/** Requests that ask all parts at once and need answers of so many. */
function trialOf(metric: string, expected: number, of: Parts, requests: number): RandomTrial {
  const { parts, needed, ...times } = of;
  const ids = Array.from({ length: parts }, (_, i) => `part-${i + 1}`);
  const part: ServiceNode = { kind: 'service', serviceTime: { kind: 'deterministic', seconds: 0 } };
  const plan: PlanStep[] = [{ parallel: ids.map((call) => ({ call })), need: needed }];
  const faults = ids.map((node): [string, Fault] => [
    node,
    { kind: 'random-failures', node, atSeconds: 0, ...times },
  ]);
  // What one request finds shall tell nothing of what the next will.
  const apartSeconds = 4 * times.meanTimeToRepairSeconds;
  const scenario: Scenario = {
    version: 1,
    durationSeconds: 1.01 * requests * apartSeconds,
    warmUpSeconds: 0.01 * requests * apartSeconds,
    nodes: {
      users: {
        kind: 'users',
        target: 'host',
        arrivals: { kind: 'constant', ratePerSecond: 1 / apartSeconds },
      },
      host: { kind: 'service', plan },
      ...Object.fromEntries(ids.map((id) => [id, part])),
    },
    faults: Object.fromEntries(faults),
  };
  const check = {
    metric,
    expected,
    // What happens less often than three times in all requests may well not be seen at all.
    expectedError: 3 / (REPLICATIONS * requests),
    read: ({ overall }: { overall: { failureRatio: number | null } }) => 1 - (overall.failureRatio ?? NaN),
  };
  return { kind: 'random', scenario, replications: REPLICATIONS, checks: [check] };
}
