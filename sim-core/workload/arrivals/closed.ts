import { meanSecondsOf } from '../../random/index.ts';
import { mostRenewals } from './renewal.ts';
import type { ArrivalKind, Of } from './kind.ts';

/** From one request of a person to the next it takes at least so long, seconds. */
export const SHORTEST_CYCLE_SECONDS = 0.001;

/** Taken for the mean time of an answer where only a guess is needed, seconds. */
const GUESSED_ANSWER_SECONDS = 0.1;

/**
 * So many people who think, ask, wait for the answer and think again: a closed workload,
 * which slows down with the system instead of overrunning it. When they ask depends on
 * the answers (see `closed-crowd.ts`), so there are no arrivals to be told in advance.
 */
export const closed: ArrivalKind<Of<'closed'>> = {
  processOf: () => ({ time: Infinity, advance: () => undefined }),
  expectedUpTo: ({ users, thinkTime }, seconds) =>
    (users * seconds) / (meanSecondsOf(thinkTime) + GUESSED_ANSWER_SECONDS),
  // Who gets every answer at once asks after each think time, and never more often than is allowed.
  expectedAtMost: ({ users, thinkTime }, seconds) =>
    users *
    (1 +
      Math.min(
        seconds / SHORTEST_CYCLE_SECONDS,
        meanSecondsOf(thinkTime) > 0 ? mostRenewals(thinkTime, seconds) : Infinity,
      )),
};
