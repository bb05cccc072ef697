import type { Visit } from '../kernel/visits.ts';
import { VisitQueue } from '../services/visit-queue.ts';
import { WAITING } from './message-counts.ts';

/**
 * Messages that may be delivered, first in first out. A message that was done while it
 * stood here, because a delivery thought to have failed came to a good end, is passed over.
 * `isCalling` marks the messages that stand here.
 */
export class ReadyMessages {
  readonly #queue = new VisitQueue();

  push(message: Visit): void {
    message.isCalling = true;
    this.#queue.push(message);
  }

  /** The message at the head, taken off, whatever has become of it; null when there is none. */
  shift(): Visit | null {
    const message = this.#queue.shift();
    if (message !== null) message.isCalling = false;
    return message;
  }

  clear(): void {
    while (this.shift() !== null);
    this.#queue.clear();
  }

  /** Age of the message whose turn is next, seconds; 0 when none waits. */
  oldestAgeSeconds(now: number): number {
    let message = this.#queue.first;
    while (message !== null && message.step !== WAITING) message = message.next;
    return message === null ? 0 : now - message.arrivedAt;
  }
}
