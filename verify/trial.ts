import type { RunOptions, RunResult, Scenario } from '#sim-core';
import type { GroundTruth } from './ground-truth.ts';

/** How the general engine is asked for a published value: a scenario and what to read from its result. */
export type Trial = RandomTrial | ExactTrial;

/** A scenario with chance in it, run several times with different seeds. */
export interface RandomTrial {
  readonly kind: 'random';
  readonly scenario: Scenario;
  /** What differs between the runs beside the seed: another hash ring, arrivals that follow from an earlier run. */
  readonly prepare?: (scenario: Scenario, seed: number) => Scenario;
  readonly options?: RunOptions;
  readonly replications: number;
  readonly checks: readonly RandomCheck[];
}

export interface RandomCheck {
  /** Key of the expected value, as the source calls it. */
  readonly metric: string;
  readonly expected: number;
  /** By how much the expected value itself may be off: rounding in print, width of a histogram bucket. */
  readonly expectedError?: number;
  /** The expected value holds in a limit that no run reaches, so only the tolerance is tested. */
  readonly onlyInTheLimit?: boolean;
  /** The same quantity of one run; null where nothing was observed. */
  readonly read: (result: RunResult) => number | null;
}

/** A scenario without chance: every number has to be right to the last digits. */
export interface ExactTrial {
  readonly kind: 'exact';
  readonly scenario: Scenario;
  readonly options?: RunOptions;
  readonly checks: readonly ExactCheck[];
}

export interface ExactCheck {
  readonly metric: string;
  readonly expected: number | readonly number[];
  /** The luck of a hash function is in it, or rounding in print: the case's relative tolerance counts, not the last digits. */
  readonly isApproximate?: boolean;
  readonly read: (result: RunResult) => number | readonly number[];
}

/** Cases that become scenarios in the same way. */
export interface CaseGroup {
  readonly name: string;
  /** Whether this group knows how to simulate the case. */
  readonly takes: (truth: GroundTruth) => boolean;
  /** Keys of expected values that it does not check, and why. */
  readonly leavesOut?: Readonly<Record<string, string>>;
  readonly trials: (truth: GroundTruth) => readonly Trial[];
}
