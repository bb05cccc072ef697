import { callPolicy } from '../scenario/call-policy-shape.ts';
import type { Parts } from '../scenario/parts.ts';
import { AllPrecautions } from './all-precautions.ts';

/** What callers do for themselves. */
export const precautions: Parts['precautions'] = { policy: callPolicy, Precautions: AllPrecautions };
