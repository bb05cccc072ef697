import type { System } from '../kernel/system.ts';
import type { Visit } from '../kernel/visits.ts';
import type { FailureCause } from '../metrics/result.ts';
import { RandomStream, type Sampler, samplerOf } from '../random/index.ts';
import { LoadShedder } from '../resilience/load-shedder.ts';
import type { Construction } from '../scenario/construction.ts';
import { type ServiceNode, placesOf } from '../scenario/nodes/service.ts';
import type { Machine } from './machine.ts';

/**
 * Who gets in, and who leaves before their turn: the patience of those who wait, the memory
 * of a machine, and load shedding. Memory is taken with the worker; a request that finds a
 * free worker and no memory fails, for programs do not wait for memory. Who would rather
 * have requests wait allows no more workers than fit.
 * Lessons: The single server, Vertical scaling, Microservices.
 */
export class Admission {
  readonly #system: System;
  readonly #patience: Sampler | null;
  readonly #drawn = new Float64Array(1);
  readonly #gaveUp: number;
  readonly #mostHeld: number;
  readonly #maximumQueueSeconds: number;
  readonly #shedders: readonly LoadShedder[];

  /** @param gaveUp is told when a visit that still waits has lost its patience. */
  constructor(construction: Construction, id: string, node: ServiceNode, gaveUp: (visit: Visit) => void) {
    const { system, seed } = construction;
    this.#system = system;
    const { patience, shedding, memoryMegabytes, memoryMegabytesBase = 0 } = node;
    this.#patience = patience ? samplerOf(patience, new RandomStream(seed, `${id}/patience`)) : null;
    const free = memoryMegabytes === undefined ? Infinity : memoryMegabytes - memoryMegabytesBase;
    // A request of 0.1 in a memory of 0.3 must fit three times.
    const fitting = Math.floor((free / (node.memoryMegabytesPerRequest ?? 0)) * (1 + 1e-9));
    this.#mostHeld = fitting >= 0 ? fitting : Infinity;
    this.#maximumQueueSeconds = shedding?.maximumQueueSeconds ?? Infinity;
    this.#shedders = shedding ? Array.from({ length: placesOf(node) }, () => new LoadShedder(shedding)) : [];
    const index = construction.indexOf(id);
    this.#gaveUp = system.simulation.register((number) => {
      const visit = system.visits.at(number);
      const isHere = visit.node?.index === index;
      if (isHere && visit.deadline === system.simulation.now) gaveUp(visit);
    });
  }

  /** Whether a service asks for any of it. */
  static isNeeded({ patience, shedding, memoryMegabytes }: ServiceNode): boolean {
    return patience !== undefined || shedding !== undefined || memoryMegabytes !== undefined;
  }

  /** Whatever becomes of it, each visit draws its patience: so the next finds the same. */
  arrives(visit: Visit): void {
    visit.deadline = NaN;
    if (this.#patience === null) return;
    this.#patience.drawInto(this.#drawn, 0);
    visit.deadline = visit.arrivedAt + this.#drawn[0]!;
  }

  /** Why a visit is refused on arrival, or null. */
  refusalOnArrival(visit: Visit, machine: Machine, hasWorker: boolean): FailureCause | null {
    const { now } = this.#system.simulation;
    if (this.#shedders.length > 0) {
      const cause = this.#shedders[visit.machine]!.refusalOnArrival(now, machine.held + machine.waiting);
      if (cause !== null) return cause;
    }
    return hasWorker && machine.held >= this.#mostHeld ? 'no-memory' : null;
  }

  /** The visit is to wait in the queue. */
  waits(visit: Visit): void {
    if (this.#patience === null) return;
    this.#system.simulation.schedule(visit.deadline, this.#gaveUp, visit.number);
  }

  /** A worker is there for the visit: whether it is sent away all the same. */
  shedsAtStart(visit: Visit): boolean {
    visit.deadline = NaN;
    if (this.#shedders.length === 0) return false;
    const { now } = this.#system.simulation;
    const waited = now - visit.arrivedAt;
    const refusal = this.#shedders[visit.machine]!.refusalOnStart(now, waited);
    return refusal !== null || waited > this.#maximumQueueSeconds;
  }
}
