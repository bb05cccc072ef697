import type { RandomStream } from '../../random/index.ts';
import type { Arrivals } from '../../scenario/traffic.ts';

/** Says when the next request comes. */
export interface ArrivalProcess {
  /** Time of the next arrival, seconds, never going back; Infinity after the last. */
  readonly time: number;
  /** Goes on to the next arrival; before the first call there is none. */
  advance(): void;
}

/** The arrivals of a kind, as a scenario writes them. */
export type Of<Kind extends Arrivals['kind']> = Extract<Arrivals, { kind: Kind }>;

/** What is known of a kind of arrivals; each takes valid ones, and times in seconds. */
export interface ArrivalKind<From> {
  /** A process that starts at time 0. */
  processOf(from: From, stream: RandomStream): ArrivalProcess;
  /** Arrivals that are expected up to a time. */
  expectedUpTo(from: From, seconds: number): number;
  /** A number that the expected arrivals do not exceed, where the above is one of the long run only. */
  expectedAtMost?(from: From, seconds: number): number;
  /** Steps that the process is expected to take up to a time without an arrival. */
  idleStepsUpTo?(from: From, seconds: number): number;
}

// The processes are classes, because an engine keeps a number that changes in an object,
// but allocates anew for each value of a variable that a closure shares.
