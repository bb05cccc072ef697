import type { RunEvent } from './run-event.ts';

/** Events that are kept: a circuit breaker may change its state a million times a second. */
const MOST_EVENTS = 200_000;

/** What happened besides requests, in order of time: the first so many; of the rest only how many there were. */
export class EventBook {
  readonly list: RunEvent[] = [];
  omitted = 0;

  push(event: RunEvent): void {
    if (this.list.length < MOST_EVENTS) this.list.push(event);
    else this.omitted++;
  }
}
