import type { System } from '../kernel/system.ts';
import type { OnCallMetrics } from '../metrics/observability-result.ts';
import type { OnCall } from '../scenario/observability.ts';
import type { RunningAlert } from './alerts.ts';

/** What somebody can do about trouble; each returns how much there was to mend. */
export interface Remedies {
  /** Ends crashes and slow-downs of a node. */
  endFaults(node: string): number;
  /** Deletes the lines on its full disks. */
  freeDisks(node: string): number;
}

/**
 * Somebody who is called by alerts and acts after a while, if one of them still fires then; and
 * once more, and again, as long as one does. Lesson: Alerts.
 */
export class OnCallPerson {
  readonly #system: System;
  readonly #onCall: OnCall;
  readonly #remedies: Remedies;
  readonly #alerts: readonly RunningAlert[];
  readonly #nodes: readonly string[];
  readonly #act: number;
  /** Called by an alert that began to fire. */
  #isCalled = false;
  /** When the next action is due, seconds; an event at another time is out of date. */
  #actsAt = NaN;
  #actions = 0;
  #needless = 0;

  /** @param nodes all nodes of the scenario. */
  constructor(
    system: System,
    onCall: OnCall,
    alerts: readonly RunningAlert[],
    nodes: readonly string[],
    remedies: Remedies,
  ) {
    this.#system = system;
    this.#onCall = onCall;
    this.#remedies = remedies;
    this.#alerts = alerts.filter(({ name }) => onCall.alerts?.includes(name) ?? true);
    this.#nodes = onCall.nodes ?? nodes;
    this.#act = system.simulation.register(() => this.#acts());
  }

  /** An alert begins to fire. */
  call(alert: RunningAlert): void {
    if (!this.#alerts.includes(alert) || this.#isCalled) return;
    this.#isCalled = true;
    this.#setOut();
  }

  metrics(): OnCallMetrics {
    return { actions: this.#actions, needless: this.#needless };
  }

  #setOut(): void {
    const { simulation, durationSeconds } = this.#system;
    this.#actsAt = simulation.now + this.#onCall.reactionSeconds;
    if (this.#actsAt <= durationSeconds) simulation.schedule(this.#actsAt, this.#act, 0);
  }

  #acts(): void {
    const { simulation, events } = this.#system;
    if (simulation.now !== this.#actsAt) return;
    const cause = this.#alerts.find(({ state }) => state === 'firing');
    if (cause === undefined) {
      if (this.#isCalled) this.#needless++;
      this.#isCalled = false;
      return;
    }
    const about = { node: cause.node, instance: 0, alert: cause.name };
    events.push({ atSeconds: simulation.now, kind: 'on-call-action', ...about });
    this.#actions++;
    if (this.#mend() === 0) this.#needless++;
    this.#isCalled = false;
    this.#setOut();
  }

  #mend(): number {
    const { action } = this.#onCall;
    if (action === 'none') return 0;
    return this.#nodes.reduce(
      (sum, node) =>
        sum + (action === 'restart' ? this.#remedies.endFaults(node) : this.#remedies.freeDisks(node)),
      0,
    );
  }
}
