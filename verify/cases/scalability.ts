import type { RunResult, Scenario, ScenarioNode } from '#sim-core';
import { expectedList, expectedNumber, parameter, parameterList, type GroundTruth } from '../ground-truth.ts';
import type { CaseGroup } from '../trial.ts';

/** Cores of one machine that get in each other's way: the Universal Scalability Law. */
export const scalability: CaseGroup = {
  name: 'contention between cores',
  takes: ({ id }) => id === 'usl-exact',
  trials: (truth) => [
    {
      kind: 'exact',
      scenario: scenarioOf(truth),
      checks: [
        ...parameterList(truth, 'n').map((cores, i) => ({
          metric: `X[${i}]`,
          expected: expectedList(truth, 'X')[i]!,
          read: (result: RunResult): number => throughputOf(result, cores),
        })),
        { metric: 'Nmax', expected: expectedNumber(truth, 'Nmax'), read: bestOf },
      ],
    },
  ],
};

const MOST_CORES = 10;
const CORES = Array.from({ length: MOST_CORES }, (_, i) => i + 1);

/** A machine of each size, all of whose cores begin a second's work at once. */
function scenarioOf(truth: GroundTruth): Scenario {
  const contention = {
    contentionRatio: parameter(truth, 'alpha'),
    coherencyRatio: parameter(truth, 'beta'),
  };
  const machines = CORES.flatMap((cores): [string, ScenarioNode][] => {
    const timesSeconds = new Array<number>(cores).fill(0);
    const id = machineId(cores);
    const serviceTime = { kind: 'deterministic', seconds: 1 / parameter(truth, 'gamma') } as const;
    return [
      [`users-of-${id}`, { kind: 'users', target: id, arrivals: { kind: 'recorded', timesSeconds } }],
      // Sharing makes the law hold at every moment, also while the cores begin one after the other.
      [id, { kind: 'service', cores, serviceTime, discipline: 'processor-sharing', contention }],
    ];
  });
  return { version: 1, durationSeconds: 100, nodes: Object.fromEntries(machines) };
}

function machineId(cores: number): string {
  return `machine-${cores}`;
}

/** What so many busy cores get done in a second. */
function throughputOf(result: RunResult, cores: number): number {
  return cores / (result.nodes[machineId(cores)]!.latencySecondsMean ?? NaN);
}

/** The number of cores that gets most done. */
function bestOf(result: RunResult): number {
  return CORES.reduce((best, cores) =>
    throughputOf(result, cores) > throughputOf(result, best) ? cores : best,
  );
}
