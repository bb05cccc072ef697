import type { Hops, RunResult, Scenario } from '#sim-core';
import type { ComparingAnswer, ComparingRequest } from '../compare/comparing-messages.ts';
import type { GradingAnswer, GradingRequest } from '../exercises/grading-messages.ts';
import type { Lab } from './lab.ts';
import type { Shown } from './worth-showing.ts';

/** Ticket of a drawing that nobody will see. */
export const rehearsal = -2;

/** What the page asks of the worker. `ticket` counts up for each lab; an answer carries the ticket of its question. */
export type SimulationRequest =
  /** An exercise's answer, to be checked. */
  | GradingRequest
  /** Two designs, to be run on the same traffic. */
  | ComparingRequest
  | {
      readonly kind: 'draw';
      readonly ticket: number;
      readonly lab: Lab;
      readonly scenario: Scenario;
      readonly seed: number;
    }
  /** The visits of some requests, for the moving diagram. */
  | {
      readonly kind: 'hops';
      readonly ticket: number;
      readonly labId: string;
      readonly scenario: Scenario;
      readonly seed: number;
      readonly requests: number;
    };

/** What the worker answers. */
export type SimulationAnswer =
  | GradingAnswer
  | ComparingAnswer
  | { readonly kind: 'step'; readonly labId: string; readonly ticket: number; readonly step: Shown }
  | { readonly kind: 'settled'; readonly labId: string; readonly ticket: number }
  | {
      readonly kind: 'hops';
      readonly labId: string;
      readonly ticket: number;
      readonly hops: Hops;
      /** The whole result of that run: the diagram draws events and series from it. */
      readonly result: RunResult;
    }
  | { readonly kind: 'error'; readonly labId: string; readonly ticket: number; readonly message: string };
