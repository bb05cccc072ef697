import { MAXIMUM_HANDLERS } from './event-key.ts';
import type { Move } from './event-heap.ts';
import { EventQueue } from './event-queue.ts';

/**
 * Events handled in one go. An engine compiles a function well that returns now and then;
 * one that ran for the whole simulation would be compiled in the middle of its loop, and
 * thrown away each time the loop ends.
 */
const BATCH = 1024;

/** What happens at an event; the argument says to whom (a visit, a machine …). */
export type EventHandler = (argument: number) => void;

/**
 * Whoever something happens to again and again. A compiler recognizes a method by its object,
 * and builds it into the loop over the events; a function it has to look up at every event.
 */
export interface EventTarget {
  happens(argument: number): void;
}

/** Calls a function at an event. */
class FunctionTarget implements EventTarget {
  declare private readonly handler: EventHandler;

  constructor(handler: EventHandler) {
    this.handler = handler;
  }

  happens(argument: number): void {
    this.handler.call(undefined, argument);
  }
}

/**
 * The clock and the pending events. Time is virtual: seconds since the start, moved
 * only by events. Handlers are registered once and named by number, so that an event
 * is three numbers instead of a closure.
 */
export class Simulation {
  /** Current time, seconds. */
  now = 0;
  /** Events handled so far. */
  eventsProcessed = 0;
  private readonly queue = new EventQueue();
  private readonly targets: EventTarget[] = [];

  /** Lets somebody know whom far events are about, shortly before they come. */
  foretell(listener: (args: Int32Array, count: number) => void): void {
    this.queue.comeNear = listener;
  }

  /** Registers a handler; at most 16,384 in one simulation, a dozen a node and some. Returns its number. */
  register(handler: EventHandler | EventTarget): number {
    if (this.targets.length === MAXIMUM_HANDLERS)
      throw new RangeError(`simulation: one handler too many; expected at most ${MAXIMUM_HANDLERS}`);
    return this.targets.push(typeof handler === 'function' ? new FunctionTarget(handler) : handler) - 1;
  }

  /** Schedules an event at a time not before now, seconds. */
  schedule(atSeconds: number, handler: number, argument: number): void {
    this.queue.push(atSeconds, handler, argument);
  }

  /**
   * Handles events up to and including `untilSeconds`, at most `maximumEvents` of
   * them. Returns true when none is left up to that time; the clock then stands there.
   */
  advance(untilSeconds: number, maximumEvents: number): boolean {
    let budget = maximumEvents;
    while (budget > 0) {
      const wanted = Math.min(budget, BATCH);
      const handled = this.handle(untilSeconds, wanted);
      budget -= handled;
      if (handled < wanted) {
        this.now = untilSeconds;
        return true;
      }
    }
    return false;
  }

  /** Handles at most so many events and says how many it were. */
  private handle(untilSeconds: number, wanted: number): number {
    const queue = this.queue;
    const targets = this.targets;
    let handled = 0;
    while (handled < wanted) {
      const event = queue.pop(untilSeconds);
      if (event === null) break;
      handled++;
      this.now = event.time;
      targets[event.handler]!.happens(event.argument);
    }
    this.eventsProcessed += handled;
    return handled;
  }

  /** Moves or drops pending events; see `EventQueue.rewrite`. */
  rewrite(move: Move): void {
    this.queue.rewrite(move);
  }
}
