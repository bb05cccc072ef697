import type { RunResult, Scenario, ScenarioNode } from '#sim-core';
import type { ScalabilityLaw } from '#theory';

/** A machine of each of these numbers of cores, all of which begin the same work at once and get in each other's way. */
export function contendedMachines(law: ScalabilityLaw, sizes: readonly number[]): Scenario {
  const { contentionRatio, coherencyRatio, throughputPerSecondOfOne } = law;
  const contention = { contentionRatio, coherencyRatio };
  const serviceTime = { kind: 'deterministic', seconds: 1 / throughputPerSecondOfOne } as const;
  const machines = sizes.flatMap((cores): [string, ScenarioNode][] => {
    const timesSeconds = new Array<number>(cores).fill(0);
    const id = machineId(cores);
    return [
      [`users-of-${id}`, { kind: 'users', target: id, arrivals: { kind: 'recorded', timesSeconds } }],
      // Sharing makes the law hold at every moment, also while the cores begin one after the other.
      [id, { kind: 'service', cores, serviceTime, discipline: 'processor-sharing', contention }],
    ];
  });
  return { version: 1, durationSeconds: 100, nodes: Object.fromEntries(machines) };
}

/** What so many busy cores get done in a second. */
export function throughputOf(result: RunResult, cores: number): number {
  return cores / (result.nodes[machineId(cores)]!.latencySecondsMean ?? NaN);
}

/** The number of cores that gets most done. */
export function bestOf(result: RunResult, sizes: readonly number[]): number {
  return sizes.reduce((best, cores) =>
    throughputOf(result, cores) > throughputOf(result, best) ? cores : best,
  );
}

function machineId(cores: number): string {
  return `machine-${cores}`;
}
