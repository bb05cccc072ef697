import type { RunResult, Scenario } from '#sim-core';
import type { ChartSpec } from '../chart-spec.ts';
import type { Lab } from '../lab.ts';
import type { ChartPicture, LabPicture } from '../picture.ts';
import type { RunCache } from './run-numbers.ts';

/** A step on the way to a picture. */
export type DrawingStep = WorkingStep | ShownStep;

/** Nothing to show yet. */
export interface WorkingStep {
  readonly kind: 'working';
  /** Share of the run that is done, from 0 to 1. */
  readonly ratio: number;
  /** Of the run that the numbers come from, once it measures something. */
  readonly soFar?: NumbersSoFar | undefined;
}

/** What a run that goes on has to say already. */
export interface NumbersSoFar {
  /** Share of the measured time that is simulated, from 0 to 1. */
  readonly share: number;
  readonly numbers: () => ResultStep;
}

/** A part of the picture. */
export type ShownStep = ResultStep | ChartStep;

/** The numbers are there, the charts that need more runs not yet. */
export interface ResultStep {
  readonly kind: 'result';
  readonly result: LabPicture['result'];
  readonly sentence: LabPicture['sentence'];
  /** False while the run goes on: then `durationSeconds` of the result says how far it is. */
  readonly complete: boolean;
}

export interface ChartStep {
  readonly kind: 'chart';
  readonly index: number;
  readonly chart: ChartPicture;
  readonly complete: boolean;
}

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
