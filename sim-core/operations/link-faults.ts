import type { System } from '../kernel/system.ts';
import type { RunEvent } from '../metrics/result.ts';
import { strikes } from '../network/network.ts';
import type { RunningLink } from '../network/running-link.ts';
import type { LinkFault } from '../scenario/scenario.ts';

/**
 * Lets the faults of the network happen and end. Faults may overlap: a link is whole when
 * the last of its cuts is over, and its factors multiply. Lesson: The network between.
 */
export class LinkFaults {
  readonly #system: System;
  readonly #faults: readonly LinkFault[];
  readonly #links: readonly RunningLink[];
  readonly #slow = new Set<LinkFault>();

  /** @param links those of the run; may still grow until it begins. */
  constructor(system: System, faults: readonly LinkFault[], links: readonly RunningLink[]) {
    this.#system = system;
    this.#faults = faults;
    this.#links = links;
    if (faults.length === 0) return;
    const { simulation, durationSeconds } = system;
    const begin = simulation.register((fault) => this.#strike(faults[fault]!, true));
    const end = simulation.register((fault) => this.#strike(faults[fault]!, false));
    faults.forEach(({ atSeconds, forSeconds = Infinity }, fault) => {
      if (atSeconds <= durationSeconds) simulation.schedule(atSeconds, begin, fault);
      if (atSeconds + forSeconds <= durationSeconds) simulation.schedule(atSeconds + forSeconds, end, fault);
    });
  }

  #strike(fault: LinkFault, begins: boolean): void {
    const struck = this.#links.filter(({ from, to }) => strikes(fault, from, to));
    if (fault.kind === 'partition') {
      for (const link of struck) link.cuts += begins ? 1 : -1;
      this.#note(begins ? 'partition' : 'reconnection', fault);
      return;
    }
    if (begins) this.#slow.add(fault);
    else this.#slow.delete(fault);
    for (const link of struck) link.latencyFactor = this.#factorOf(link);
    this.#note(begins ? 'slow-link' : 'recovery', fault);
  }

  #factorOf({ from, to }: RunningLink): number {
    return this.#faults.reduce(
      (product, fault) =>
        fault.kind === 'slow-link' && this.#slow.has(fault) && strikes(fault, from, to)
          ? product * fault.latencyFactor
          : product,
      1,
    );
  }

  #note(kind: RunEvent['kind'], { node }: LinkFault): void {
    this.#system.events.push({ atSeconds: this.#system.simulation.now, kind, node, instance: 0 });
  }
}
