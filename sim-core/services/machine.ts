import type { Simulation } from '../kernel/simulation.ts';
import { MachineStatistics } from '../metrics/machine-statistics.ts';
import type { WaitingLine } from './disciplined-queue.ts';

/** One machine of a service: its queues, how fast it works, and whether it works at all. */
export class Machine extends MachineStatistics {
  declare readonly waitingForWorker: WaitingLine;
  declare readonly waitingForCore: WaitingLine;
  isDown = false;
  /** Work done in a second; 1 is the work that a service time is stated for. */
  declare speed: number;
  /** What slow-downs, a cold start and its build make of its own speed. */
  faultSpeed = 1;
  warmth = 1;
  buildSpeed = 1;
  /** True while it hands out its workers. */
  isBeginning = false;

  constructor(simulation: Simulation, speed: number, newLine: () => WaitingLine) {
    super(simulation);
    this.waitingForWorker = newLine();
    this.waitingForCore = newLine();
    this.speed = speed;
  }

  /** How long the first in the queue has waited, seconds; 0 when nobody waits. */
  get longestWaitSeconds(): number {
    const { first } = this.waitingForWorker;
    return first === null ? 0 : this.simulation.now - first.arrivedAt;
  }
}
