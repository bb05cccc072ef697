import type { KnobValues } from '../widgets/lab.ts';

/** The reference solution of an exercise, kept apart from it so that no page contains it. */
export interface Solution {
  /** Id of the exercise. */
  readonly exercise: string;
  /** Knobs that it moves away from the start. */
  readonly values: KnobValues;
  /** Other good answers, unlike the first: there is often more than one. Each must pass too. */
  readonly alternatives?: readonly KnobValues[];
  /** The best that can be done with the taught knob left where it stands at first; must fail. */
  readonly withoutLever: KnobValues;
}
