import { openCall, type System, type Visitable } from '../kernel/system.ts';
import type { Visit } from '../kernel/visits.ts';
import { SERVED } from '../metrics/failure-book.ts';

/** No answer yet; other answers are 0 or the number of a failure. */
export const UNANSWERED = -1;

/**
 * Calls made side by side, as for a page that is put together from the answers of many
 * services. It goes on when enough are answered well, or when that can no longer be; the
 * other calls go on too, but nobody waits for them. Lesson: Microservices.
 */
export class ParallelCalls {
  declare private readonly targets: readonly Visitable[];
  declare private readonly need: number;

  /** @param need good answers that suffice. */
  constructor(targets: readonly Visitable[], need: number) {
    this.targets = targets;
    this.need = need;
  }

  /** Makes all calls for a visit. Returns the answer of all if there is one at once. */
  start(system: System, visit: Visit): number {
    visit.child = null;
    visit.note = 0;
    visit.pending = this.targets.length;
    // Early answers wait for the last call to be made.
    visit.isCalling = true;
    for (const target of this.targets) {
      const child = openCall(system, visit, target, -1);
      if (child === null) continue;
      child.siblingBefore = null;
      child.sibling = visit.child;
      if (visit.child !== null) visit.child.siblingBefore = child;
      visit.child = child;
      target.arrive(child);
    }
    visit.isCalling = false;
    return this.verdict(visit);
  }

  /** One of the calls was answered. Returns the answer of all, if that settles it. */
  answered(visit: Visit, failure: number, child: Visit): number {
    visit.pending--;
    if (failure === SERVED) visit.note++;
    else visit.failure = failure;
    if (child !== visit) {
      if (child.sibling !== null) child.sibling.siblingBefore = child.siblingBefore;
      if (child.siblingBefore !== null) child.siblingBefore.sibling = child.sibling;
      else visit.child = child.sibling;
    }
    return visit.isCalling ? UNANSWERED : this.verdict(visit);
  }

  private verdict(visit: Visit): number {
    const isWell = visit.note >= this.need;
    if (!isWell && visit.note + visit.pending >= this.need) return UNANSWERED;
    for (let child = visit.child; child !== null; child = child.sibling) child.caller = null;
    visit.child = null;
    return isWell ? SERVED : visit.failure;
  }
}
