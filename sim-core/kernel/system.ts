import type { FailureBook } from '../metrics/failure-book.ts';
import type { Recorder } from '../metrics/recorder.ts';
import type { NodeMetrics, NodeSeries, RunEvent } from '../metrics/result.ts';
import type { Simulation } from './simulation.ts';
import type { Visit, Visits } from './visits.ts';

/** A part of the running system. */
export interface RunningNode {
  readonly id: string;
  /** Its place among the nodes. */
  readonly index: number;
  /** A visit begins; its caller waits. */
  arrive(visit: Visit): void;
  /** A call that this visit made was answered: 0 for well, else a failure's number. */
  answered(visit: Visit, failure: number): void;
  /** Statistics from here on count. */
  warmUpEnds(): void;
  /** A bucket of the time series closes. */
  tick(bucketSeconds: number): void;
  metrics(measuredSeconds: number): NodeMetrics;
  series(): NodeSeries;
}

/** A node with machines, which faults can strike. Machines are counted from 0 here. */
export interface Breakable {
  readonly machines: number;
  crash(machine: number): void;
  restart(machine: number): void;
}

/** What all nodes of a run share. */
export interface System {
  readonly simulation: Simulation;
  readonly visits: Visits;
  readonly recorder: Recorder;
  readonly failures: FailureBook;
  /** By index; filled while the system is built. */
  readonly nodes: RunningNode[];
  /** What happened besides requests, in order of time. */
  readonly events: RunEvent[];
  readonly warmUpSeconds: number;
  readonly durationSeconds: number;
}

/** Makes a call for a visit: opens a visit to another node and lets it begin. */
export function call(system: System, caller: Visit, node: RunningNode, machine: number): void {
  const { visits, simulation } = system;
  if (visits.isFull) {
    const failure = system.failures.numberOf(node.index, 'too-many-in-flight');
    return caller.node!.answered(caller, failure);
  }
  const visit = visits.call(caller, node);
  visit.arrivedAt = simulation.now;
  visit.machine = machine;
  if (caller.row >= 0) visit.row = system.recorder.openVisit(caller.row, node.index, simulation.now);
  node.arrive(visit);
}

/** Ends a visit, and gives the answer to whoever waits for it. */
export function answer(system: System, visit: Visit, failure: number): void {
  if (visit.row >= 0) system.recorder.close(visit.row, system.simulation.now, failure);
  const { caller } = visit;
  system.visits.release(visit);
  if (caller !== null) caller.node!.answered(caller, failure);
}

/**
 * Ends these visits at once with this failure. Calls that they had made go on, but
 * nobody waits for their answers any more.
 */
export function breakOff(system: System, struck: readonly Visit[], failure: number): void {
  const isStruck = new Set(struck);
  for (const orphan of system.visits.inFlight(({ caller }) => caller !== null && isStruck.has(caller)))
    orphan.caller = null;
  for (const visit of struck) answer(system, visit, failure);
}
