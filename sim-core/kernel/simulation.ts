import { EventQueue } from './event-queue.ts';

/** What happens at an event; the argument says to whom (a call frame, a machine …). */
export type EventHandler = (argument: number) => void;

/**
 * The clock and the pending events. Time is virtual: seconds since the start, moved
 * only by events. Handlers are registered once and named by number, so that an event
 * is three numbers in a heap instead of a closure.
 */
export class Simulation {
  /** Current time, seconds. */
  now = 0;
  /** Events handled so far. */
  eventsProcessed = 0;
  readonly #queue = new EventQueue();
  readonly #handlers: EventHandler[] = [];

  /** Registers a handler; at most 128 in one simulation. Returns its number. */
  register(handler: EventHandler): number {
    if (this.#handlers.length === 128) throw new RangeError('simulation: 129 handlers; expected at most 128');
    return this.#handlers.push(handler) - 1;
  }

  /** Schedules an event at a time not before now, seconds. */
  schedule(atSeconds: number, handler: number, argument: number): void {
    this.#queue.push(atSeconds, handler, argument);
  }

  /**
   * Handles events up to and including `untilSeconds`, at most `maximumEvents` of
   * them. Returns true when none is left up to that time; the clock then stands there.
   */
  advance(untilSeconds: number, maximumEvents: number): boolean {
    const queue = this.#queue;
    const handlers = this.#handlers;
    let handled = 0;
    while (handled < maximumEvents && queue.pop(untilSeconds)) {
      handled++;
      this.now = queue.time;
      handlers[queue.handler]!(queue.argument);
    }
    this.eventsProcessed += handled;
    if (handled >= maximumEvents) return false;
    this.now = untilSeconds;
    return true;
  }

  /** Moves or drops pending events; see `EventQueue.rewrite`. */
  rewrite(move: (time: number, handler: number, argument: number) => number): void {
    this.#queue.rewrite(move);
  }
}
