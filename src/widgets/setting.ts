import type { Interventions } from './interventions.ts';
import type { KnobValues } from './lab.ts';

/** All that decides what a run of a lab comes to: its knobs, its seed, and what the reader did beside them. */
export interface LabSetting {
  readonly values: KnobValues;
  readonly seed: number;
  readonly interventions: Interventions;
}
