import type { Simulation } from '../kernel/simulation.ts';
import { MachineStatistics } from '../metrics/machine-statistics.ts';
import { VisitQueue } from './visit-queue.ts';

/** One machine of a service: its queues, how fast it works, and whether it works at all. */
export class Machine extends MachineStatistics {
  readonly waitingForWorker = new VisitQueue();
  readonly waitingForCore = new VisitQueue();
  isDown = false;
  /** Work done in a second; 1 is the work that a service time is stated for. */
  speed: number;
  /** True while it hands out its workers. */
  isBeginning = false;

  constructor(simulation: Simulation, speed: number) {
    super(simulation);
    this.speed = speed;
  }

  /** How long the first in the queue has waited, seconds; 0 when nobody waits. */
  get longestWaitSeconds(): number {
    const { first } = this.waitingForWorker;
    return first === null ? 0 : this.simulation.now - first.arrivedAt;
  }
}
