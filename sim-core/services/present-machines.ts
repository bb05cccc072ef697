import type { Simulation } from '../kernel/simulation.ts';

/** How many machines there are, over time: what they cost goes by it. */
export class PresentMachines {
  readonly #simulation: Simulation;
  #count: number;
  #settledAt = -0;
  #machineSeconds = -0;
  #atWarmUp = -0;
  #atTick = -0;
  readonly series: number[] = [];

  constructor(simulation: Simulation, count: number) {
    this.#simulation = simulation;
    this.#count = count;
  }

  get count(): number {
    return this.#count;
  }

  change(by: number): void {
    this.#settle();
    this.#count += by;
  }

  #settle(): void {
    const { now } = this.#simulation;
    this.#machineSeconds += (now - this.#settledAt) * this.#count;
    this.#settledAt = now;
  }

  warmUpEnds(): void {
    this.#settle();
    this.#atWarmUp = this.#machineSeconds;
  }

  tick(bucketSeconds: number): void {
    this.#settle();
    this.series.push((this.#machineSeconds - this.#atTick) / bucketSeconds);
    this.#atTick = this.#machineSeconds;
  }

  /** Mean over the measured time; asking changes nothing. */
  mean(measuredSeconds: number): number {
    const present = (this.#simulation.now - this.#settledAt) * this.#count;
    const mean = (this.#machineSeconds + present - this.#atWarmUp) / measuredSeconds;
    return mean > 0 ? mean : 0;
  }
}
