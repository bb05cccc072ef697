import type { System } from '../kernel/system.ts';
import type { Autoscaling } from '../scenario/autoscaling.ts';
import type { Fleet, FleetOwner } from '../services/fleet.ts';
import { Autoscaler } from './autoscaling.ts';

/**
 * Lets the number of a service's machines follow their utilisation: looks at fixed
 * intervals, adds machines that take their time to start, and takes the last ones away
 * when they have finished what they had. It rests while a deployment is under way.
 * Lesson: Horizontal scaling.
 */
export class AutoscaledFleet {
  readonly #system: System;
  readonly #owner: FleetOwner;
  readonly #fleet: Fleet;
  readonly #rule: Autoscaling;
  readonly #places: number;
  readonly #cores: number;
  readonly #intervalSeconds: number;
  readonly #autoscaler: Autoscaler;
  readonly #look: number;
  /** What each machine's cores had done when it was last looked at, and when that was. */
  readonly #busySeconds: Float64Array;
  readonly #lookedAt: Float64Array;
  #looks = 1;

  constructor(
    system: System,
    owner: FleetOwner,
    fleet: Fleet,
    places: number,
    rule: Autoscaling,
    cores: number,
  ) {
    this.#system = system;
    this.#owner = owner;
    this.#fleet = fleet;
    this.#rule = rule;
    this.#places = places;
    this.#cores = cores;
    this.#intervalSeconds = rule.intervalSeconds ?? 15;
    this.#autoscaler = new Autoscaler({
      targetUtilisation: rule.targetUtilisation,
      minimumInstances: rule.minimum,
      maximumInstances: rule.maximum,
      intervalSeconds: this.#intervalSeconds,
      tolerance: rule.tolerance ?? 0.1,
      scaleUpStabilizationSeconds: rule.scaleOutStabilizationSeconds ?? 0,
      scaleDownStabilizationSeconds: rule.scaleInStabilizationSeconds ?? 300,
      scaleUpCooldownSeconds: rule.scaleOutCooldownSeconds ?? 0,
      scaleDownCooldownSeconds: rule.scaleInCooldownSeconds ?? 0,
    });
    this.#busySeconds = new Float64Array(places);
    this.#lookedAt = new Float64Array(places);
    fleet.watch({ joins: (machine) => this.#note(machine), leaves: () => undefined });
    this.#look = system.simulation.register(() => this.#decide());
    system.simulation.schedule(this.#intervalSeconds, this.#look, 0);
  }

  #note(machine: number): void {
    this.#busySeconds[machine] = this.#owner.machine(machine).busySeconds;
    this.#lookedAt[machine] = this.#system.simulation.now;
  }

  #decide(): void {
    const { simulation } = this.#system;
    simulation.schedule(++this.#looks * this.#intervalSeconds, this.#look, 0);
    let busy = 0;
    let seconds = 0;
    let ready = 0;
    let instances = 0;
    for (let machine = 0; machine < this.#places; machine++) {
      if (this.#fleet.isStarting(machine)) instances++;
      if (!this.#fleet.isInRotation(machine)) continue;
      instances++;
      ready++;
      busy += this.#owner.machine(machine).busySeconds - this.#busySeconds[machine]!;
      seconds += simulation.now - this.#lookedAt[machine]!;
      this.#note(machine);
    }
    if (this.#fleet.isDeploying) return;
    const utilisation = seconds === 0 ? 0 : Math.min(1, busy / seconds / this.#cores);
    // With nothing seen yet there is nothing to go by.
    const wanted = this.#autoscaler.decide(simulation.now, instances, seconds === 0 ? 0 : ready, utilisation);
    if (wanted > instances) this.#scaleOut(wanted - instances);
    else if (wanted < instances) this.#scaleIn(instances - wanted);
  }

  #scaleOut(count: number): void {
    const seconds = this.#rule.startUpSeconds ?? this.#fleet.startUpSeconds;
    for (let machine = 0, left = count; machine < this.#places && left > 0; machine++) {
      if (this.#fleet.isPresent(machine)) continue;
      left--;
      this.#tell('scale-out', machine);
      this.#fleet.add(machine, seconds, this.#fleet.usualBuild, false);
    }
  }

  /** Those that are still starting go first, then the last. */
  #scaleIn(count: number): void {
    let left = count;
    for (const isStarting of [true, false]) {
      for (let machine = this.#places - 1; machine >= 0 && left > 0; machine--) {
        const goes = isStarting ? this.#fleet.isStarting(machine) : this.#fleet.isInRotation(machine);
        if (!goes) continue;
        left--;
        this.#tell('scale-in', machine);
        this.#fleet.remove(machine, Infinity);
      }
    }
  }

  #tell(kind: 'scale-out' | 'scale-in', machine: number): void {
    const atSeconds = this.#system.simulation.now;
    this.#system.events.push({ atSeconds, kind, node: this.#owner.id, instance: machine + 1 });
  }
}
