import type { RandomStream } from '../random/index.ts';
import type { Arrivals } from '../scenario/traffic.ts';
import { bursty } from './arrivals/bursty.ts';
import { closed } from './arrivals/closed.ts';
import { constant } from './arrivals/constant.ts';
import { dailyRhythm } from './arrivals/daily-rhythm.ts';
import { flashCrowd } from './arrivals/flash-crowd.ts';
import type { ArrivalKind, ArrivalProcess, Of } from './arrivals/kind.ts';
import { poisson } from './arrivals/poisson.ts';
import { rateCurve } from './arrivals/rate-curve.ts';
import { recorded } from './arrivals/recorded.ts';
import { renewal } from './arrivals/renewal.ts';

export type { ArrivalProcess } from './arrivals/kind.ts';

/** Adding a kind of arrivals is a file, an entry here and one in the schema. */
const kinds: { readonly [Kind in Arrivals['kind']]: ArrivalKind<Of<Kind>> } = {
  poisson,
  constant,
  renewal,
  recorded,
  bursty,
  'daily-rhythm': dailyRhythm,
  'flash-crowd': flashCrowd,
  'rate-curve': rateCurve,
  closed,
};

function kindOf(arrivals: Arrivals): ArrivalKind<Arrivals> {
  return kinds[arrivals.kind];
}

/** An arrival process that starts at time 0. Lesson: The single server. */
export function arrivalProcessOf(arrivals: Arrivals, stream: RandomStream): ArrivalProcess {
  return kindOf(arrivals).processOf(arrivals, stream);
}

/** Arrivals that are expected up to a time, seconds; of a renewal process those of the long run. */
export function expectedArrivals(arrivals: Arrivals, seconds: number): number {
  return kindOf(arrivals).expectedUpTo(arrivals, seconds);
}

/** A bound of the arrivals that are expected up to a time, seconds. */
export function mostExpectedArrivals(arrivals: Arrivals, seconds: number): number {
  const kind = kindOf(arrivals);
  return (kind.expectedAtMost ?? kind.expectedUpTo)(arrivals, seconds);
}

/** Steps that arrivals are expected to take up to a time, seconds, in which nobody arrives. */
export function idleArrivalSteps(arrivals: Arrivals, seconds: number): number {
  return kindOf(arrivals).idleStepsUpTo?.(arrivals, seconds) ?? 0;
}
