import type { System, Visitable } from '../kernel/system.ts';
import type { HealthCheck } from '../scenario/nodes/load-balancer.ts';
import type { Service } from '../services/service.ts';
import type { Backends } from './backends.ts';

/** A machine behind the balancer. */
export interface CheckedMachine {
  readonly service: Service;
  readonly machine: number;
  /** What the checks go through. */
  readonly route: Visitable;
}

/**
 * Asks every machine at a fixed interval whether it is there. Some failed checks in a
 * row take it out of rotation, some passed ones bring it back; between a crash and the
 * verdict requests still go to the dead machine. With a timeout a check also fails where
 * it would have to queue too long; so an eager balancer can empty a cluster that is only
 * busy. A check takes no worker and no time of the machine. Lesson: Load balancing.
 */
export class HealthChecks {
  readonly #system: System;
  readonly #interval: number;
  readonly #unhealthyThreshold: number;
  readonly #healthyThreshold: number;
  readonly #timeout: number;
  readonly #backends: Backends;
  readonly #machines: readonly CheckedMachine[];
  /** Checks in a row that speak against the present verdict. */
  readonly #contrary: Int32Array;
  readonly #healthySeconds: Float64Array;
  readonly #verdictAt: Float64Array;
  readonly #check: number;
  #checks = 1;

  constructor(system: System, check: HealthCheck, backends: Backends, machines: readonly CheckedMachine[]) {
    this.#system = system;
    this.#interval = check.intervalSeconds;
    this.#unhealthyThreshold = check.unhealthyThreshold ?? 3;
    this.#healthyThreshold = check.healthyThreshold ?? 2;
    this.#timeout = check.timeoutSeconds ?? Infinity;
    this.#backends = backends;
    this.#machines = machines;
    this.#contrary = new Int32Array(machines.length);
    this.#healthySeconds = new Float64Array(machines.length);
    this.#verdictAt = new Float64Array(machines.length);
    this.#check = system.simulation.register(() => this.#checkAll());
    system.simulation.schedule(this.#interval, this.#check, 0);
  }

  #checkAll(): void {
    const { simulation } = this.#system;
    for (let backend = 0; backend < this.#machines.length; backend++) {
      if (!this.#backends.isThere(backend)) continue;
      const { service, machine, route } = this.#machines[backend]!;
      const { isDown, longestWaitSeconds } = service.machine(machine);
      const passes = !isDown && route.isCut !== true && longestWaitSeconds <= this.#timeout;
      const healthy = this.#backends.passes(backend);
      if (passes === healthy) this.#contrary[backend] = 0;
      else if (++this.#contrary[backend]! >= (healthy ? this.#unhealthyThreshold : this.#healthyThreshold)) {
        this.#decide(backend, passes);
      }
    }
    // Multiplied rather than added up, so that the thousandth comes exactly on time.
    simulation.schedule(++this.#checks * this.#interval, this.#check, 0);
  }

  #decide(backend: number, healthy: boolean): void {
    const { now } = this.#system.simulation;
    if (!healthy) this.#healthySeconds[backend]! += now - this.#verdictAt[backend]!;
    this.#verdictAt[backend] = now;
    this.#contrary[backend] = 0;
    this.#backends.setHealthy(backend, healthy);
    const { service, machine } = this.#machines[backend]!;
    const kind = healthy ? 'healthy' : 'unhealthy';
    this.#system.events.push({ atSeconds: now, kind, node: service.id, instance: machine + 1 });
  }

  /** A new machine stands in that place: a new verdict, and no checks that speak against it. */
  registers(backend: number): void {
    if (!this.#backends.passes(backend)) this.#verdictAt[backend] = this.#system.simulation.now;
    this.#contrary[backend] = 0;
  }

  warmUpEnds(): void {
    this.#healthySeconds.fill(0);
    this.#verdictAt.fill(this.#system.simulation.now);
  }

  /** Share of the measured time in which the balancer thought this machine healthy. */
  healthyRatio(backend: number, measuredSeconds: number): number {
    const sinceVerdict = this.#system.simulation.now - this.#verdictAt[backend]!;
    const present = this.#backends.passes(backend) ? sinceVerdict : 0;
    return (this.#healthySeconds[backend]! + present) / measuredSeconds;
  }
}
