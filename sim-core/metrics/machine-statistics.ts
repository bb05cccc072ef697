import type { Simulation } from '../kernel/simulation.ts';
import type { MachineMetrics } from './result.ts';

/** Time shares are kept for 0 to 31 requests at a machine, and '32 and more'. */
const OCCUPANCIES = 33;

/** Time integrals of one machine's state. */
interface Areas {
  readonly busySeconds: number;
  readonly heldSeconds: number;
  readonly waitingSeconds: number;
  readonly occupancySeconds: Float64Array;
}

/**
 * The state of one machine, and its integrals over time: call `settle` before the state
 * changes, and time averages come out exact.
 */
export class MachineStatistics {
  /** Cores at work. */
  busy = 0;
  /** Workers held. */
  held = 0;
  /** Requests waiting for a worker. */
  waiting = 0;
  // Of the visits that began after warm-up.
  arrived = 0;
  served = 0;
  failed = 0;
  readonly queueLengthSeries: number[] = [];
  readonly utilisationSeries: number[] = [];
  declare protected readonly simulation: Simulation;
  private longestQueue = 0;
  // Minus zero, so that an engine sees at once that these hold fractions.
  private settledAt = -0;
  private busySettled = -0;
  private heldSettled = -0;
  private waitingSettled = -0;
  private readonly occupancySettled = new Float64Array(OCCUPANCIES);
  private atWarmUp: Areas | null = null;
  private busyAtTick = -0;
  private waitingAtTick = -0;

  constructor(simulation: Simulation) {
    this.simulation = simulation;
  }

  /** Books the time since the last change under the state that the machine had. */
  settle(): void {
    const { now } = this.simulation;
    const elapsed = now - this.settledAt;
    this.settledAt = now;
    const inSystem = this.waiting + this.held;
    this.busySettled += elapsed * this.busy;
    this.heldSettled += elapsed * this.held;
    this.waitingSettled += elapsed * this.waiting;
    this.occupancySettled[inSystem < OCCUPANCIES ? inSystem : OCCUPANCIES - 1]! += elapsed;
  }

  /** Time that cores were busy since the start, seconds; asking changes nothing. */
  get busySeconds(): number {
    return this.busySettled + (this.simulation.now - this.settledAt) * this.busy;
  }

  /** One more waits; keeps the longest queue. */
  wait(): void {
    this.waiting++;
    if (this.waiting > this.longestQueue) this.longestQueue = this.waiting;
  }

  /** Warm-up ends: what was integrated so far will not count. */
  warmUpEnds(): void {
    this.settle();
    this.atWarmUp = {
      busySeconds: this.busySettled,
      heldSeconds: this.heldSettled,
      waitingSeconds: this.waitingSettled,
      occupancySeconds: this.occupancySettled.slice(),
    };
    this.longestQueue = this.waiting;
  }

  /** Closes a bucket of the time series. */
  tick(bucketSeconds: number, cores: number): void {
    this.settle();
    this.utilisationSeries.push((this.busySettled - this.busyAtTick) / bucketSeconds / cores);
    this.queueLengthSeries.push((this.waitingSettled - this.waitingAtTick) / bucketSeconds);
    this.busyAtTick = this.busySettled;
    this.waitingAtTick = this.waitingSettled;
  }

  /** Numbers over the measured time; asking changes nothing. */
  metrics(measuredSeconds: number, cores: number, workers: number): MachineMetrics {
    const sinceSettled = this.simulation.now - this.settledAt;
    const before = this.atWarmUp;
    const mean = (area: number, state: number, areaBefore = 0): number =>
      Math.max(0, area + sinceSettled * state - areaBefore) / measuredSeconds;
    const heldMean = mean(this.heldSettled, this.held, before?.heldSeconds);
    const waitingMean = mean(this.waitingSettled, this.waiting, before?.waitingSeconds);
    const present = Math.min(this.held + this.waiting, OCCUPANCIES - 1);
    return {
      arrived: this.arrived,
      served: this.served,
      failed: this.failed,
      utilisation: mean(this.busySettled, this.busy, before?.busySeconds) / cores,
      workerUtilisation: heldMean / workers,
      queueLengthMean: waitingMean,
      queueLengthMaximum: this.longestQueue,
      inSystemMean: heldMean + waitingMean,
      inSystemRatios: Array.from(
        this.occupancySettled,
        (seconds, n) =>
          (seconds + (n === present ? sinceSettled : 0) - (before?.occupancySeconds[n] ?? 0)) /
          measuredSeconds,
      ),
    };
  }
}
