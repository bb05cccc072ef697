import type { FailureBook } from '../metrics/failure-book.ts';
import type { Recorder } from '../metrics/recorder.ts';
import type { EventBook } from '../metrics/event-book.ts';
import type { NodeMetrics, NodeSeries } from '../metrics/result.ts';
import type { Simulation } from './simulation.ts';
import type { Visit, Visits } from './visits.ts';
import type { WriteTimes } from './write-times.ts';

/** Anything that a request can visit. */
export interface Visitable {
  /** Its place among the nodes and what lies between them; failures are booked under it. */
  readonly index: number;
  /** True for what lies between two nodes: a link, a client's precautions. It has no row of its own in a trace. */
  readonly isBetween: boolean;
  /** True for what takes a request from one node to another and takes time for it. */
  readonly carries?: boolean;
  /** True while nothing gets through it. */
  readonly isCut?: boolean;
  /** A visit begins; its caller waits. */
  arrive(visit: Visit): void;
  /** A call that this visit made was answered: 0 for well, else a failure's number. */
  answered(visit: Visit, failure: number, child: Visit): void;
}

/** A part of the running system. */
export interface RunningNode extends Visitable {
  readonly id: string;
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

/** Looks on as visits end: logs and the collection of metrics. */
export interface VisitObserver {
  /** A visit is over: 0 for well, else a failure's number. */
  visitEnds(visit: Visit, failure: number): void;
}

/** What a request class is like. */
export interface RunningClass {
  readonly name: string;
  /** It changes what it asks for. */
  readonly writes: boolean;
  readonly requestBytes: number;
  readonly responseBytes: number;
}

/** What all nodes of a run share. */
export interface System {
  readonly simulation: Simulation;
  readonly visits: Visits;
  readonly recorder: Recorder;
  readonly failures: FailureBook;
  /** When each key was last written. */
  readonly writes: WriteTimes;
  /** Whether there is a node that may answer with outdated data. */
  readonly mayBeStale: boolean;
  /** By index; filled while the system is built. */
  readonly nodes: RunningNode[];
  /** By index of the class. */
  readonly classes: readonly RunningClass[];
  /** What happened besides requests, in order of time. */
  readonly events: EventBook;
  /** Null where nobody looks on. */
  observer: VisitObserver | null;
  readonly warmUpSeconds: number;
  readonly durationSeconds: number;
  /** Whether more is to be written down than usual. */
  readonly details: boolean;
  /** Whether machines may go down with the visits that they hold: by faults, or as a fleet changes. */
  mayBreak: boolean;
}

/** Makes a call for a visit: opens a visit to another node and lets it begin. */
export function call(system: System, caller: Visit, node: Visitable, machine: number): void {
  const visit = openCall(system, caller, node, machine);
  if (visit !== null) node.arrive(visit);
}

/**
 * Opens a visit to another node, for those who must know it before it begins; they let it
 * arrive. Null where there is no room for it, which the caller has been told by then.
 */
export function openCall(system: System, caller: Visit, node: Visitable, machine: number): Visit | null {
  const { visits, simulation } = system;
  if (visits.isFull) {
    const failure = system.failures.numberOf(node.index, 'too-many-in-flight');
    caller.node!.answered(caller, failure, caller);
    return null;
  }
  const visit = visits.call(caller, node, machine);
  visit.arrivedAt = simulation.now;
  if (caller.row !== -1) system.recorder.follow(caller, visit, simulation.now);
  return visit;
}

/** Hands its visits over to others, and takes them back. */
export interface Lender extends Visitable {
  /** The other node is done with the visit: 0 for well, else a failure's number. */
  returned(visit: Visit, failure: number): void;
}

/**
 * Whether a visit may be handed over: not if it is recorded, for its rows tell who held it when, not where a machine
 * may go down, for it would be struck as a different one, and not while somebody has to have it back already.
 */
export function mayLend(system: System, visit: Visit): boolean {
  return visit.row === -1 && !system.mayBreak && visit.lender === null && !system.visits.isFull;
}

/**
 * Hands a visit that may be lent over to another node, which sees no difference to a call. That saves a second visit
 * for those who do nothing with theirs until the answer comes; they get it back then, as `returned`.
 */
export function lend(system: System, visit: Visit, lender: Lender, node: Visitable, machine: number): void {
  // A run is to be full when it would be with a visit for each of the two.
  system.visits.live++;
  visit.lender = lender;
  visit.node = node;
  visit.machine = machine;
  node.arrive(visit);
}

/** Ends a visit for whose answer nobody waits: the first of a request. */
export function close(system: System, visit: Visit, failure: number): void {
  if (visit.row >= 0) system.recorder.close(visit.row, system.simulation.now, failure);
  if (system.observer !== null) system.observer.visitEnds(visit, failure);
  system.visits.release(visit);
}

/** Ends a visit, and gives the answer to whoever waits for it; one that was lent goes back instead. */
export function answer(system: System, visit: Visit, failure: number): void {
  const { caller, lender, staleness } = visit;
  if (lender !== null) {
    if (system.observer !== null) system.observer.visitEnds(visit, failure);
    system.visits.live--;
    visit.lender = null;
    visit.node = lender;
    return lender.returned(visit, failure);
  }
  close(system, visit, failure);
  if (caller === null) return;
  if (staleness !== 0) caller.staleness = staleness;
  caller.node!.answered(caller, failure, visit);
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
