import { requirePositive } from '../theory/range.ts';

/**
 * Tells a standing queue from a burst. A burst drains, so within an interval somebody
 * waits less than the target; where the shortest wait of a whole interval was longer, the
 * queue stands. Over the next interval whoever has waited more than twice the target is
 * then refused when its turn comes: it has waited too long to be served in time, and those
 * behind it get their chance. Lesson: Microservices.
 *
 * The detection is that of Nichols and Jacobson, 'Controlling Queue Delay' (ACM Queue
 * 2012). CoDel drops packets one by one, ever faster, for senders who slow down when they
 * lose one; callers of a service do not, so it refuses all late ones, as Facebook's servers
 * do (Maurer, 'Fail at Scale', ACM Queue 2015; folly's Codel, whose defaults are 5 ms and 100 ms).
 */
export class ControlledDelay {
  readonly #targetSeconds: number;
  readonly #intervalSeconds: number;
  #intervalEndsAt = 0;
  #shortestWait = 0;
  #standing = false;

  /**
   * @param targetSeconds a wait that is all right for ever, above 0
   * @param intervalSeconds how long a burst may take to drain, above 0; many times the target
   */
  constructor(targetSeconds: number, intervalSeconds: number) {
    requirePositive('controlled delay', 'targetSeconds', targetSeconds);
    requirePositive('controlled delay', 'intervalSeconds', intervalSeconds);
    this.#targetSeconds = targetSeconds;
    this.#intervalSeconds = intervalSeconds;
  }

  /**
   * To be asked for each request that leaves the queue, refused or not.
   * @param now seconds, never earlier than in the call before
   * @param waitedSeconds in the queue; 0 for one that found a free worker
   */
  refuses(now: number, waitedSeconds: number): boolean {
    if (waitedSeconds < this.#shortestWait) this.#shortestWait = waitedSeconds;
    if (now >= this.#intervalEndsAt) {
      this.#standing = this.#shortestWait > this.#targetSeconds;
      this.#shortestWait = waitedSeconds;
      this.#intervalEndsAt = now + this.#intervalSeconds;
    }
    return this.#standing && waitedSeconds > 2 * this.#targetSeconds;
  }
}
