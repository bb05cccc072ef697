import type { Simulation } from '../kernel/simulation.ts';
import type { MachineMetrics } from './result.ts';

/** Time shares are kept for 0 to 31 requests at a machine, and '32 and more'. */
const OCCUPANCIES = 33;

/** Time integrals of one machine since the start of the run. */
interface Areas {
  readonly busy: Float64Array;
  readonly held: Float64Array;
  readonly waiting: Float64Array;
  readonly occupancy: Float64Array;
}

const areas = (machines: number): Areas => ({
  busy: new Float64Array(machines),
  held: new Float64Array(machines),
  waiting: new Float64Array(machines),
  occupancy: new Float64Array(machines * OCCUPANCIES),
});

/**
 * The state of the machines of a service, and its integrals over time: call `settle`
 * before a machine's state changes, and time averages come out exact.
 */
export class MachineStatistics {
  /** Cores at work, a machine. */
  readonly busy: Int32Array;
  /** Workers held, a machine. */
  readonly held: Int32Array;
  /** Requests waiting for a worker, a machine. */
  readonly waiting: Int32Array;
  readonly arrived: Float64Array;
  readonly served: Float64Array;
  readonly failed: Float64Array;
  readonly queueLengthSeries: number[][];
  readonly utilisationSeries: number[][];
  readonly #simulation: Simulation;
  readonly #maximum: Int32Array;
  readonly #settledAt: Float64Array;
  readonly #total: Areas;
  readonly #atWarmUp: Areas;
  readonly #atTickBusy: Float64Array;
  readonly #atTickWaiting: Float64Array;

  constructor(simulation: Simulation, machines: number) {
    this.#simulation = simulation;
    this.busy = new Int32Array(machines);
    this.held = new Int32Array(machines);
    this.waiting = new Int32Array(machines);
    this.arrived = new Float64Array(machines);
    this.served = new Float64Array(machines);
    this.failed = new Float64Array(machines);
    this.queueLengthSeries = Array.from({ length: machines }, () => []);
    this.utilisationSeries = Array.from({ length: machines }, () => []);
    this.#maximum = new Int32Array(machines);
    this.#settledAt = new Float64Array(machines);
    this.#total = areas(machines);
    this.#atWarmUp = areas(machines);
    this.#atTickBusy = new Float64Array(machines);
    this.#atTickWaiting = new Float64Array(machines);
  }

  /** Books the time since the last change under the state that the machine had. */
  settle(machine: number): void {
    const { now } = this.#simulation;
    const elapsed = now - this.#settledAt[machine]!;
    this.#settledAt[machine] = now;
    const total = this.#total;
    const waiting = this.waiting[machine]!;
    const held = this.held[machine]!;
    const inSystem = waiting + held;
    total.busy[machine]! += elapsed * this.busy[machine]!;
    total.held[machine]! += elapsed * held;
    total.waiting[machine]! += elapsed * waiting;
    total.occupancy[machine * OCCUPANCIES + (inSystem < OCCUPANCIES ? inSystem : OCCUPANCIES - 1)]! +=
      elapsed;
  }

  /** One more waits; keeps the longest queue. */
  wait(machine: number): void {
    const waiting = ++this.waiting[machine]!;
    if (waiting > this.#maximum[machine]!) this.#maximum[machine] = waiting;
  }

  /** Warm-up ends: what was integrated so far will not count. */
  warmUpEnds(): void {
    for (let machine = 0; machine < this.busy.length; machine++) this.settle(machine);
    for (const key of ['busy', 'held', 'waiting', 'occupancy'] as const) {
      this.#atWarmUp[key].set(this.#total[key]);
    }
    this.#maximum.set(this.waiting);
  }

  /** Closes a bucket of the time series. */
  tick(bucketSeconds: number, cores: number): void {
    for (let machine = 0; machine < this.busy.length; machine++) {
      this.settle(machine);
      const busy = this.#total.busy[machine]!;
      const waiting = this.#total.waiting[machine]!;
      this.utilisationSeries[machine]!.push((busy - this.#atTickBusy[machine]!) / bucketSeconds / cores);
      this.queueLengthSeries[machine]!.push((waiting - this.#atTickWaiting[machine]!) / bucketSeconds);
      this.#atTickBusy[machine] = busy;
      this.#atTickWaiting[machine] = waiting;
    }
  }

  /** Numbers of one machine over the measured time; asking changes nothing. */
  metrics(machine: number, measuredSeconds: number, cores: number, workers: number): MachineMetrics {
    const sinceSettled = this.#simulation.now - this.#settledAt[machine]!;
    const state = { busy: this.busy[machine]!, held: this.held[machine]!, waiting: this.waiting[machine]! };
    const mean = (key: 'busy' | 'held' | 'waiting'): number => {
      const area = this.#total[key][machine]! + sinceSettled * state[key] - this.#atWarmUp[key][machine]!;
      return Math.max(0, area) / measuredSeconds;
    };
    const first = machine * OCCUPANCIES;
    const present = Math.min(state.held + state.waiting, OCCUPANCIES - 1);
    const occupancySeconds = (n: number): number =>
      this.#total.occupancy[first + n]! +
      (n === present ? sinceSettled : 0) -
      this.#atWarmUp.occupancy[first + n]!;
    return {
      arrived: this.arrived[machine]!,
      served: this.served[machine]!,
      failed: this.failed[machine]!,
      utilisation: mean('busy') / cores,
      workerUtilisation: mean('held') / workers,
      queueLengthMean: mean('waiting'),
      queueLengthMaximum: this.#maximum[machine]!,
      inSystemMean: mean('held') + mean('waiting'),
      inSystemRatios: Array.from({ length: OCCUPANCIES }, (_, n) => occupancySeconds(n) / measuredSeconds),
    };
  }
}
