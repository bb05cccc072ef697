import {
  type Check,
  flag,
  integer,
  type Place,
  literal,
  number,
  object,
  optional,
  refuse,
} from './checks.ts';
import { probability, seconds } from './units.ts';

/** A new build goes to the machines of a service. */
export interface Deployment {
  /** When it begins; or when the one before it has ended, if that is later. Seconds. */
  readonly atSeconds: number;
  /**
   * `big-bang` replaces all machines at once, `rolling` some after the others, `blue-green` starts as
   * many new ones beside them and turns the traffic over, `canary` waits after the first few.
   */
  readonly strategy: 'big-bang' | 'rolling' | 'blue-green' | 'canary';
  /** Machines replaced at a time; default 1. For `rolling` and `canary`. */
  readonly batch?: number;
  /** From the start of a machine with the new build until it serves, seconds; default the service's `startUpSeconds`. */
  readonly startUpSeconds?: number;
  /** How long a machine may finish what it has before it is stopped, seconds; default 0: what it has is lost. */
  readonly drainSeconds?: number;
  /** What is wrong with the new build; it is as good as the old when left out. */
  readonly badBuild?: BadBuild;
  /** Share of the machines that are the canary, at least one; default 0.1. */
  readonly canaryShare?: number;
  /** How long the new build is watched, after the canary and after the last machine, seconds; default 0. */
  readonly bakeSeconds?: number;
  readonly rollback?: Rollback;
  /** One that is switched off does not happen; default true. */
  readonly enabled?: boolean;
}

export interface BadBuild {
  /** Share of the requests that fail of it, after all their work; default 0. */
  readonly failureProbability?: number;
  /** Share of the usual speed; default 1. */
  readonly speed?: number;
}

/** Back to the old build when too much goes wrong on the new one. */
export interface Rollback {
  /** More than this share of the requests that ended on new machines failed; 0 to 1. Never at 1: no more than all can fail. */
  readonly failureRatio: number;
  /** Over so many seconds, which are looked at one stretch after the other. */
  readonly windowSeconds: number;
}

const strategies = ['big-bang', 'rolling', 'blue-green', 'canary'] as const;

const strategy: Check<Deployment['strategy']> = (value, place: Place) => {
  const known = strategies.find((each) => each === value);
  return known === undefined
    ? refuse(place, value, strategies.map((each) => `"${each}"`).join(', '))
    : literal(known)(value, place);
};

/** A valid deployment. */
export const deployment: Check<Deployment> = object({
  atSeconds: seconds,
  strategy,
  batch: optional(integer(1, 10_000)),
  startUpSeconds: optional(seconds),
  drainSeconds: optional(seconds),
  badBuild: optional(
    object({
      failureProbability: optional(probability),
      speed: optional(number({ minimum: 0.001, maximum: 1 })),
    }),
  ),
  canaryShare: optional(number({ minimum: 0, maximum: 1, above: true })),
  bakeSeconds: optional(seconds),
  rollback: optional(
    object({
      failureRatio: probability,
      windowSeconds: number({ minimum: 0.1, maximum: 86_400 }),
    }),
  ),
  enabled: optional(flag),
});
