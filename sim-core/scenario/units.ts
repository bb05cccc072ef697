import { number } from './checks.ts';

/** Longest time that a run may last, seconds. */
export const LONGEST_RUN_SECONDS = 10_000_000;
/** Longest time that a scenario may speak of, seconds. */
export const A_YEAR = 31_536_000;

export const seconds = number({ minimum: 0, maximum: A_YEAR });
export const positiveSeconds = number({ minimum: 0, maximum: A_YEAR, above: true });
export const ratePerSecond = number({ minimum: 0, maximum: 1e7 });
export const positiveRatePerSecond = number({ minimum: 0, maximum: 1e7, above: true });
export const probability = number({ minimum: 0, maximum: 1 });
