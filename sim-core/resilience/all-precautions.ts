import { answer, type System } from '../kernel/system.ts';
import { CallerCounts, type CallerMetrics } from '../metrics/caller-metrics.ts';
import { type CallPolicy, mostAttempts } from '../scenario/call-policy.ts';
import type { Construction } from '../scenario/construction.ts';
import { DeadlineClock } from './deadlines.ts';
import { Executions } from './executions.ts';
import { Precautions, type SharedByPrecautions } from './precautions.ts';

/** The precautions of all callers in a run. */
export class AllPrecautions {
  readonly #system: System;
  readonly #shared: SharedByPrecautions;
  readonly #all: Precautions[] = [];
  /** How many steps of one node call the same other one with precautions. */
  readonly #timesOf = new Map<string, number>();

  constructor(system: System) {
    const { simulation, visits } = system;
    this.#system = system;
    this.#shared = {
      clock: new DeadlineClock(simulation),
      // Nothing else ends a visit that waits for one of these two events.
      attemptHandler: simulation.register((number) => {
        const visit = visits.at(number);
        (visit.node as Precautions).tryAgain(visit);
      }),
      answerHandler: simulation.register((number) => {
        const visit = visits.at(number);
        answer(system, visit, visit.failure);
      }),
      depth: 0,
    };
  }

  /** New precautions of one caller towards one callee, ready to be called. */
  between(construction: Construction, from: string, to: string, policy: CallPolicy): Precautions {
    const system = this.#system;
    const pair = `${from}>${to}`;
    const times = (this.#timesOf.get(pair) ?? 0) + 1;
    this.#timesOf.set(pair, times);
    const name = times === 1 ? pair : `${pair}:${times}`;
    const index = construction.indexBetween(name);
    const counts = new CallerCounts();
    const target = construction.network.between(from, to);
    // Only who may send a call twice can have it carried out twice.
    const executions =
      mostAttempts(policy) > 1 && system.classes.some(({ writes }) => writes)
        ? new Executions(system, index, target, policy.idempotencyKey ?? false, counts)
        : null;
    const { seed } = construction;
    const place = { from, to, name, index, seed, shared: this.#shared };
    const added = new Precautions(system, place, policy, executions ?? target, executions, counts);
    this.#all.push(added);
    return added;
  }

  /** By who calls whom; null where nobody takes precautions. */
  metrics(): Record<string, CallerMetrics> | null {
    if (this.#all.length === 0) return null;
    return Object.fromEntries(this.#all.map(({ name, counts }) => [name, counts.metrics()]));
  }
}
