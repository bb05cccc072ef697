import type { Visit } from '../kernel/visits.ts';
import type { WaitingLine } from './disciplined-queue.ts';

/**
 * A first-come-first-served queue, linked through the visits themselves: no allocation,
 * and no limit but the visits.
 */
export class VisitQueue implements WaitingLine {
  /** The visit at the head, left in its place; null when the queue is empty. */
  first: Visit | null = null;
  private last: Visit | null = null;

  push(visit: Visit): void {
    visit.next = null;
    if (this.first === null) this.first = visit;
    else this.last!.next = visit;
    this.last = visit;
  }

  /** The visit at the head, taken off; null when the queue is empty. */
  shift(): Visit | null {
    const visit = this.first;
    if (visit !== null) this.first = visit.next;
    return visit;
  }

  clear(): void {
    this.first = this.last = null;
  }
}
