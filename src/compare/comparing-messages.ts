import type { ComparingWork, ComparisonPicture } from './comparing.ts';

/** What the page asks of the worker. `labId` is the comparison's id: answers find their way by it. */
export interface ComparingRequest extends ComparingWork {
  readonly kind: 'compare';
  readonly labId: string;
  /** Counts up; an answer carries the ticket of its question. */
  readonly ticket: number;
}

/** What the worker answers: what is known after some pairs, and after all. */
export type ComparingAnswer =
  | {
      readonly kind: 'compared';
      readonly labId: string;
      readonly ticket: number;
      readonly picture: ComparisonPicture;
      readonly complete: boolean;
    }
  | { readonly kind: 'error'; readonly labId: string; readonly ticket: number; readonly message: string };
