/**
 * What came of a value: its interval holds it or misses it; it is a limit that is only approached,
 * or has the luck of a hash function in it, and is near; it has no chance in it and is the same; or
 * it is off by more than its case allows.
 */
export type Outcome = 'inside' | 'misses' | 'near' | 'same' | 'off';

/** How the outcomes are called, wherever they are shown. */
export const outcomeNames: Readonly<Record<Outcome, string>> = {
  inside: 'inside',
  misses: 'misses',
  near: 'near enough',
  same: 'the same',
  off: 'off',
};

/** One published value and what the simulation made of it, ready to be shown. */
export interface CaseRow {
  /** Name of the case, which the command takes. */
  readonly id: string;
  readonly quantity: string;
  readonly expected: string;
  readonly simulated: string;
  /** The interval of 95 %; without chance there is none. */
  readonly interval: string;
  readonly outcome: Outcome;
}

/** One value as a place in a plot; numbers as they are measured. */
export interface MeasuredValue {
  readonly expected: number;
  readonly simulated: number;
  readonly halfWidth: number;
  readonly outcome: Outcome;
}
