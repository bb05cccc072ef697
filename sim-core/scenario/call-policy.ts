import { type Check, object, optional } from './checks.ts';
import { positiveSeconds } from './units.ts';

/** What a caller does so that a slow or failing callee does not become its own trouble. */
export interface CallPolicy {
  /** Longest wait for an answer, seconds; without it a caller waits for ever. */
  readonly timeoutSeconds?: number;
}

/** Precautions of a caller. */
export const callPolicy: Check<CallPolicy> = object({
  timeoutSeconds: optional(positiveSeconds),
});
