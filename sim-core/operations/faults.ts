import type { Breakable, System } from '../kernel/system.ts';
import type { RunEvent } from '../metrics/result.ts';
import { isLinkFault } from '../scenario/calls.ts';
import type { Fault, Scenario } from '../scenario/scenario.ts';
import { unitsOf } from '../scenario/size.ts';
import type { ExternalApi } from '../outside/external-api.ts';
import type { Service } from '../services/service.ts';
import { RandomFailures } from './random-failures.ts';

/** However many slow-downs overlap, work under way ends some day and can be sped up again. */
const SLOWEST_SHARE = 1e-9;

/** A node that faults can strike; not every one can be slowed down, and only what is somebody else's has outages. */
export type FaultTarget = Breakable &
  Partial<Pick<Service, 'slowDown' | 'isPresent'> & Pick<ExternalApi, 'outage'>>;

/** What is wrong with one machine right now. */
interface Trouble {
  crashes: number;
  readonly slowDowns: Fault[];
}

/**
 * Lets the faults of a scenario happen and end. Faults may overlap: a machine is back
 * when the last of its crashes is over, and works at the product of its slow-downs.
 * Lessons: The single server (crash), Load balancing (slow server).
 */
export class FaultSchedule {
  readonly #system: System;
  /** When faults ended before their time, seconds, by name. */
  readonly endedEarly = new Map<string, number>();
  readonly #names: readonly string[];
  readonly #faults: readonly Fault[];
  /** Those that are going on. */
  readonly #active = new Set<number>();
  readonly #targetOf: (id: string) => FaultTarget;
  readonly #randomFailures: RandomFailures;
  readonly #troubles = new Map<string, Trouble>();

  constructor(system: System, scenario: Scenario, seed: number, targetOf: (id: string) => FaultTarget) {
    this.#system = system;
    this.#targetOf = targetOf;
    const struck = Object.entries(scenario.faults ?? {}).filter(
      ([, fault]) => fault.enabled !== false && !isLinkFault(fault) && fault.kind !== 'random-failures',
    );
    this.#names = struck.map(([name]) => name);
    this.#faults = struck.map(([, fault]) => fault);
    const { simulation } = system;
    const begin = simulation.register((fault) => this.#begin(fault));
    const end = simulation.register((fault) => this.#end(fault));
    this.#randomFailures = new RandomFailures(system, seed, (fault, machine, begins) => {
      const target = targetOf(fault.node);
      if (target.outage) this.#outage(fault, target, begins);
      else this.#crash(fault, target, machine, this.#troubleOf(fault.node, machine), begins);
    });
    for (const [name, fault] of Object.entries(scenario.faults ?? {})) {
      if (fault.kind === 'random-failures' && fault.enabled !== false)
        this.#randomFailures.add(name, fault, unitsOf(scenario.nodes[fault.node]!));
    }
    this.#faults.forEach(({ atSeconds, forSeconds = Infinity }, fault) => {
      if (atSeconds <= scenario.durationSeconds) simulation.schedule(atSeconds, begin, fault);
      if (atSeconds + forSeconds <= scenario.durationSeconds)
        simulation.schedule(atSeconds + forSeconds, end, fault);
    });
  }

  /** Ends whatever is wrong with a node before its time. Returns how many faults that were. */
  endFaultsOf(node: string): number {
    const ending = [...this.#active].filter((fault) => this.#faults[fault]!.node === node);
    for (const fault of ending) {
      this.endedEarly.set(this.#names[fault]!, this.#system.simulation.now);
      this.#end(fault);
    }
    return ending.length;
  }

  #begin(fault: number): void {
    this.#active.add(fault);
    this.#strike(this.#faults[fault]!, true);
  }

  #end(fault: number): void {
    // Somebody may have ended it already.
    if (!this.#active.delete(fault)) return;
    this.#strike(this.#faults[fault]!, false);
  }

  #strike(fault: Fault, begins: boolean): void {
    const target = this.#targetOf(fault.node);
    if (fault.kind === 'outage') return this.#outage(fault, target, begins);
    const first = fault.instance === undefined ? 0 : fault.instance - 1;
    const last = fault.instance === undefined ? target.machines - 1 : first;
    for (let machine = first; machine <= last; machine++) {
      const trouble = this.#troubleOf(fault.node, machine);
      if (fault.kind === 'crash') this.#crash(fault, target, machine, trouble, begins);
      else this.#slowDown(fault, target, machine, trouble, begins);
    }
  }

  #crash(fault: Fault, target: FaultTarget, machine: number, trouble: Trouble, begins: boolean): void {
    trouble.crashes += begins ? 1 : -1;
    if (begins && trouble.crashes === 1) {
      if (target.isPresent?.(machine) !== false) this.#note('crash', fault, machine);
      target.crash(machine);
    } else if (!begins && trouble.crashes === 0) {
      if (target.isPresent?.(machine) !== false) this.#note('restart', fault, machine);
      target.restart(machine);
    }
  }

  /** What is somebody else's has no machines to crash: where it fails at random, its answers are errors. */
  #outage(
    fault: Extract<Fault, { kind: 'outage' | 'random-failures' }>,
    target: FaultTarget,
    begins: boolean,
  ): void {
    this.#note(begins ? 'outage' : 'recovery', fault, 0);
    target.outage!(fault, begins);
  }

  #slowDown(fault: Fault, target: FaultTarget, machine: number, trouble: Trouble, begins: boolean): void {
    if (begins) trouble.slowDowns.push(fault);
    else trouble.slowDowns.splice(trouble.slowDowns.indexOf(fault), 1);
    const product = trouble.slowDowns.reduce(
      (share, each) => share * (each.kind === 'slow-down' ? each.speed : 1),
      1,
    );
    const share = Math.max(SLOWEST_SHARE, product);
    this.#note(begins ? 'slow-down' : 'recovery', fault, machine);
    target.slowDown!(machine, share);
  }

  #note(kind: RunEvent['kind'], fault: Fault, machine: number): void {
    const atSeconds = this.#system.simulation.now;
    this.#system.events.push({ atSeconds, kind, node: fault.node, instance: machine + 1 });
  }

  #troubleOf(node: string, machine: number): Trouble {
    const key = `${node}/${machine}`;
    const known = this.#troubles.get(key);
    if (known) return known;
    const trouble: Trouble = { crashes: 0, slowDowns: [] };
    this.#troubles.set(key, trouble);
    return trouble;
  }
}
