import type { RunResult, Scenario } from '#sim-core';
import type { ChartSpec } from '../chart-spec.ts';
import type { Lab } from '../lab.ts';
import type { ChartPicture, LabPicture } from '../picture.ts';
import type { RunCache } from './run-numbers.ts';

/** A step on the way to a picture. */
export type DrawingStep =
  /** Nothing to show yet; `ratio` of the main run is done, from 0 to 1. */
  | { readonly kind: 'working'; readonly ratio: number }
  /** The numbers are there, the charts that need more runs not yet. */
  | {
      readonly kind: 'result';
      readonly result: LabPicture['result'];
      readonly sentence: LabPicture['sentence'];
    }
  | {
      readonly kind: 'chart';
      readonly index: number;
      readonly chart: ChartPicture;
      readonly complete: boolean;
    };

/** What a chart is drawn from. */
export interface DrawingTask<Spec extends ChartSpec = ChartSpec> {
  readonly lab: Lab;
  readonly spec: Spec;
  /** Place of the chart among those of the lab. */
  readonly index: number;
  readonly scenario: Scenario;
  readonly seed: number;
  /** Of the main run, whole. */
  readonly result: RunResult;
  readonly cache: RunCache;
}

/** Draws a chart in small steps. */
export type Drawing = Generator<DrawingStep, void>;
