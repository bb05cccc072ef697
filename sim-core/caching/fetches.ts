import type { Visit } from '../kernel/visits.ts';
import { VisitQueue } from '../services/visit-queue.ts';

/**
 * The fetches that are under way, a key each, and who waits for them: when a popular entry
 * goes, the first to miss it fetches it for all who miss it meanwhile.
 * Source: Nishtala et al., 'Scaling Memcache at Facebook', NSDI 2013 (leases). Lesson: Caching.
 */
export class Fetches {
  private readonly waitingFor = new Map<number, VisitQueue>();
  private readonly spare: VisitQueue[] = [];

  /** Waits for the fetch of its key, if there is one: then true. Else it has to fetch: false. */
  joins(visit: Visit): boolean {
    const waiting = this.waitingFor.get(visit.key);
    if (waiting === undefined) {
      this.waitingFor.set(visit.key, this.spare.pop() ?? new VisitQueue());
      return false;
    }
    waiting.push(visit);
    return true;
  }

  /** The fetch of a key is over. Returns who waited for it; hand that back with `recycle`. */
  end(key: number): VisitQueue | undefined {
    const waiting = this.waitingFor.get(key);
    this.waitingFor.delete(key);
    return waiting;
  }

  /** A queue of `end` that nobody is in any more. */
  recycle(queue: VisitQueue): void {
    this.spare.push(queue);
  }

  /** Forgets everything. */
  clear(): void {
    this.waitingFor.clear();
  }
}
