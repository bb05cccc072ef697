import type { System } from '../kernel/system.ts';
import type { Visit } from '../kernel/visits.ts';
import { SERVED } from '../metrics/failure-book.ts';
import type { LogEntry } from '../metrics/observability-result.ts';
import { mix } from '../random/index.ts';
import type { Log, LogLevel } from '../scenario/observability.ts';
import type { LogLines } from './log-lines.ts';
import { LogShipping } from './log-shipping.ts';

const levels: readonly LogLevel[] = ['error', 'warning', 'info', 'debug'];

/** The log of one machine. */
class MachineLog {
  /** Work that its cores have to do yet for lines that were written, seconds at speed 1. */
  owedSeconds = -0;
  linesOnDisk = 0;
  readonly shipping: LogShipping | null;

  constructor(shipping: LogShipping | null) {
    this.shipping = shipping;
  }
}

/**
 * What the machines of one service write down. A line is work for a core of its machine, done
 * together with the next piece of work there; on the machine's own disk it takes room, and a
 * full disk fails every request. Lesson: Logging.
 */
export class ServiceLog {
  readonly node: string;
  written = 0;
  lostInCrashes = 0;
  rotatedAway = 0;
  dropped = 0;
  readonly #system: System;
  readonly #name: string;
  readonly #log: Log;
  readonly #lines: LogLines;
  readonly #salt: number;
  readonly #level: number;
  readonly #sampleRatio: number;
  readonly #writeSeconds: number;
  /** Lines that a disk holds; Infinity where nothing is kept on the machine. */
  readonly #diskLines: number;
  readonly #machines: MachineLog[] = [];
  /** Failures of which nobody is left, or has room, to write. */
  readonly #silent: readonly number[];

  /** @param index of the node, by which its failures are known. */
  constructor(
    system: System,
    seed: number,
    name: string,
    log: Log,
    node: string,
    index: number,
    lines: LogLines,
  ) {
    const { bytesPerLine = 200, local: { diskMegabytes = 1000 } = {} } = log;
    this.node = node;
    this.#system = system;
    this.#name = name;
    this.#log = log;
    this.#lines = lines;
    this.#salt = mix(seed ^ 0x10661);
    this.#level = levels.indexOf(log.level);
    this.#sampleRatio = log.sampleRatio ?? 1;
    this.#writeSeconds = log.writeSeconds ?? 0.000_01;
    this.#diskLines =
      log.destination === 'local' ? Math.max(1, Math.floor((diskMegabytes * 1e6) / bytesPerLine)) : Infinity;
    const { failures } = system;
    this.#silent = (['refused', 'crashed', 'disk-full'] as const).map((cause) =>
      failures.numberOf(index, cause),
    );
  }

  /** Share of the fullest disk that lines take; null where none are kept on the machines. */
  get diskUseRatio(): number | null {
    if (this.#diskLines === Infinity) return null;
    return this.#machines.reduce((most, { linesOnDisk }) => Math.max(most, linesOnDisk), 0) / this.#diskLines;
  }

  /** A request comes to a machine; false when the machine's disk is full. */
  admits(visit: Visit): boolean {
    const machine = this.#machineOf(visit.machine);
    if (machine.linesOnDisk >= this.#diskLines) return false;
    if (this.#level === 3 && this.#isSampled(visit.request)) {
      const { debugLines = 10 } = this.#log;
      this.#write(machine, visit, 'debug', 'request-arrived', SERVED);
      for (let line = 1; line < debugLines; line++) this.#put(machine, visit.machine);
    }
    return true;
  }

  /** A request leaves a machine. */
  visitEnds(visit: Visit, failure: number): void {
    if (failure !== SERVED) {
      if (this.#silent.includes(failure)) return;
      this.#write(this.#machineOf(visit.machine), visit, 'error', 'request-failed', failure);
    } else if (visit.staleness !== 0 && this.#level >= 1) {
      this.#write(this.#machineOf(visit.machine), visit, 'warning', 'request-served', visit.staleness);
    } else if (this.#level >= 2 && this.#isSampled(visit.request)) {
      this.#write(this.#machineOf(visit.machine), visit, 'info', 'request-served', SERVED);
    }
  }

  /** Work of a core for lines written since it was last asked for, seconds at speed 1. */
  takeWriting(machine: number): number {
    const log = this.#machineOf(machine);
    const owed = log.owedSeconds;
    log.owedSeconds = 0;
    return owed;
  }

  /** The machine is gone, with its lines. */
  crash(index: number): void {
    const machine = this.#machineOf(index);
    const { now } = this.#system.simulation;
    this.lostInCrashes += machine.shipping === null ? machine.linesOnDisk : machine.shipping.crash(now);
    machine.linesOnDisk = 0;
    machine.owedSeconds = 0;
    this.#lines.lose(this.node, index + 1, now);
  }

  /** Deletes the lines on the disks, or only on those that are full. Returns how many machines work again. */
  rotate(onlyFull: boolean): number {
    const { simulation, events } = this.#system;
    let freed = 0;
    this.#machines.forEach((machine, index) => {
      const isFull = machine.linesOnDisk >= this.#diskLines;
      if (machine.shipping !== null || (onlyFull && !isFull)) return;
      this.rotatedAway += machine.linesOnDisk;
      machine.linesOnDisk = 0;
      this.#lines.lose(this.node, index + 1, simulation.now);
      if (!isFull) return;
      freed++;
      const instance = index + 1;
      events.push({ atSeconds: simulation.now, kind: 'disk-freed', node: this.node, instance });
    });
    return freed;
  }

  /** Lines that can be read, and lines on their way; asking changes nothing. */
  lineCounts(): { onDisks: number; sent: number; unsent: number } {
    const { now } = this.#system.simulation;
    let onDisks = 0;
    let sent = 0;
    let unsent = 0;
    this.#machines.forEach(({ linesOnDisk, shipping }) => {
      onDisks += linesOnDisk;
      sent += shipping?.sentBy(now) ?? 0;
      unsent += shipping?.waitingAt(now) ?? 0;
    });
    return { onDisks, sent, unsent };
  }

  #write(
    machine: MachineLog,
    visit: Visit,
    level: LogLevel,
    message: LogEntry['message'],
    failure: number,
  ): void {
    if (!this.#put(machine, visit.machine) || !this.#lines.wants(level, visit.request)) return;
    const { simulation, failures, classes } = this.#system;
    const atSeconds = simulation.now;
    const entry: LogEntry = {
      atSeconds,
      log: this.#name,
      level,
      message,
      node: this.node,
      instance: visit.machine + 1,
      request: visit.request,
      requestClass: classes[visit.requestClass]!.name,
      failure: failure === SERVED ? null : failures.describe(failure),
      latencySeconds: message === 'request-arrived' ? null : atSeconds - visit.arrivedAt,
    };
    const leaves = machine.shipping === null ? null : machine.shipping.lastLeaves;
    this.#lines.add(entry, leaves ?? Infinity, leaves ?? atSeconds);
  }

  /** Writes a line. Returns whether there was room for it. */
  #put(machine: MachineLog, index: number): boolean {
    const { simulation, events } = this.#system;
    this.written++;
    machine.owedSeconds += this.#writeSeconds;
    const hasRoom =
      machine.shipping === null
        ? machine.linesOnDisk < this.#diskLines
        : machine.shipping.write(simulation.now);
    if (!hasRoom) this.dropped++;
    else if (machine.shipping === null && ++machine.linesOnDisk === this.#diskLines)
      events.push({ atSeconds: simulation.now, kind: 'disk-full', node: this.node, instance: index + 1 });
    return hasRoom;
  }

  #isSampled(request: number): boolean {
    return (mix(request ^ this.#salt) >>> 0) / 4_294_967_296 < this.#sampleRatio;
  }

  #machineOf(index: number): MachineLog {
    const known = this.#machines[index];
    if (known !== undefined) return known;
    const { destination, shipped = {}, bytesPerLine = 200 } = this.#log;
    // Without holes: a machine that has written nothing yet is there too.
    while (this.#machines.length <= index) {
      const shipping = destination === 'shipped' ? new LogShipping(shipped, bytesPerLine) : null;
      this.#machines.push(new MachineLog(shipping));
    }
    return this.#machines[index]!;
  }
}
