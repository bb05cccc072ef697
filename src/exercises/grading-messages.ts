import type { KnobValues } from '../widgets/lab.ts';
import type { Exercise } from './exercise.ts';
import type { Grade } from './grade.ts';

/** What the page asks of the worker. `labId` is the exercise's id: answers find their way by it. */
export interface GradingRequest {
  readonly kind: 'grade';
  readonly labId: string;
  /** Counts up; an answer carries the ticket of its question. */
  readonly ticket: number;
  readonly exercise: Exercise;
  readonly values: KnobValues;
}

/** What the worker answers. */
export type GradingAnswer =
  /** How much of the check is done, from 0 to 1. */
  | { readonly kind: 'grading'; readonly labId: string; readonly ticket: number; readonly ratio: number }
  | { readonly kind: 'graded'; readonly labId: string; readonly ticket: number; readonly grade: Grade }
  | { readonly kind: 'error'; readonly labId: string; readonly ticket: number; readonly message: string };
