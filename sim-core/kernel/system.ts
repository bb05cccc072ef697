import type { FailureBook } from '../metrics/failure-book.ts';
import type { Recorder } from '../metrics/recorder.ts';
import type { NodeMetrics, NodeSeries, RunEvent } from '../metrics/result.ts';
import { CALLER, FRAME_SLOTS, MACHINE, NODE, ROW, SLOT_BITS, type CallFrames } from './call-frames.ts';
import type { Simulation } from './simulation.ts';

/** A part of the running system. Requests visit it in call frames. */
export interface RunningNode {
  readonly id: string;
  /** A visit begins: the frame is this node's, its caller waits. */
  arrive(frame: number): void;
  /** A call that one of this node's frames made was answered: 0 for well, else a failure's number. */
  answered(frame: number, failure: number): void;
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
  readonly frames: CallFrames;
  readonly recorder: Recorder;
  readonly failures: FailureBook;
  /** By index; filled while the system is built. */
  readonly nodes: RunningNode[];
  /** What happened besides requests, in order of time. */
  readonly events: RunEvent[];
  readonly warmUpSeconds: number;
  readonly durationSeconds: number;
}

/** Makes a call for a frame: opens a visit to another node and lets it begin. */
export function call(system: System, caller: number, node: number, machine: number): void {
  const { frames, simulation } = system;
  if (frames.isFull) {
    const failure = system.failures.numberOf(node, 'too-many-in-flight');
    return system.nodes[frames.slots[caller + NODE]!]!.answered(caller, failure);
  }
  const frame = frames.call(caller, node);
  frames.arrivedAt[frame >> SLOT_BITS] = simulation.now;
  frames.slots[frame + MACHINE] = machine;
  const row = frames.slots[caller + ROW]!;
  if (row >= 0) frames.slots[frame + ROW] = system.recorder.openVisit(row, node, simulation.now);
  system.nodes[node]!.arrive(frame);
}

/** Ends a visit: gives the frame back and the answer to whoever waits for it. */
export function answer(system: System, frame: number, failure: number): void {
  const { frames } = system;
  const row = frames.slots[frame + ROW]!;
  if (row >= 0) system.recorder.close(row, system.simulation.now, failure);
  const caller = frames.slots[frame + CALLER]!;
  frames.release(frame);
  if (caller >= 0) system.nodes[frames.slots[caller + NODE]!]!.answered(caller, failure);
}

/**
 * Ends at once all visits to a node that `strikes` says are struck, with this failure.
 * Calls that they had made go on, but nobody waits for their answers any more.
 */
export function breakOff(
  system: System,
  node: number,
  strikes: (frame: number) => boolean,
  failure: number,
): void {
  const { frames } = system;
  const struck = new Set<number>();
  for (let frame = 0; frame < frames.slots.length; frame += FRAME_SLOTS) {
    if (frames.slots[frame + NODE] === node && strikes(frame)) struck.add(frame);
  }
  for (let frame = 0; frame < frames.slots.length; frame += FRAME_SLOTS) {
    if (frames.slots[frame + NODE] !== -1 && struck.has(frames.slots[frame + CALLER]!))
      frames.slots[frame + CALLER] = -1;
  }
  for (const frame of struck) answer(system, frame, failure);
}
