import type { RunResult, Scenario } from '#sim-core';
import type { Component } from 'svelte';
import type { StopRange } from '../../charts/range-selection.svelte.ts';
import type { ChartKind, ChartSpec } from '../chart-spec.ts';
import type { LabState } from '../lab-state.svelte.ts';
import type { KnobValues, Lab } from '../lab.ts';
import type { ChartPicture } from '../picture.ts';

/** What the picture of a chart is drawn from: one state of its lab. */
export interface ChartSubject {
  readonly lab: Lab;
  /** The scenario that the result is of. */
  readonly scenario: Scenario;
  /** Where the knobs stood then. */
  readonly values: KnobValues;
  readonly result: RunResult;
  /** What was drawn in runs of the chart's own. */
  readonly drawn: ChartPicture | undefined;
  /** The same of the run that is kept to compare with. */
  readonly pinned: Pick<ChartSubject, 'result' | 'drawn'> | null;
}

export interface ChartViewProps<Kind extends ChartKind = ChartKind> {
  readonly subject: ChartSubject;
  readonly spec: Extract<ChartSpec, { kind: Kind }>;
  /** The part that is shown alone, where the chart can do that; null for all. */
  readonly part?: StopRange | null;
  /** Hears which part the reader wants to see. */
  readonly onpart?: (part: StopRange | null) => void;
}

/** Draws charts of one kind. */
export type ChartView = Component<ChartViewProps<never>>;

/** What a chart of a lab is drawn from as the lab stands. */
export function subjectOf(current: LabState, index: number): ChartSubject {
  const { lab, shownScenario, shownValues, picture, pinned } = current;
  return {
    lab,
    scenario: shownScenario,
    values: shownValues,
    result: picture.result,
    drawn: picture.charts[index],
    pinned: pinned && { result: pinned.result, drawn: pinned.charts[index] },
  };
}

/** Whether two subjects of one chart look the same. */
export function isSameSubject(one: ChartSubject, other: ChartSubject): boolean {
  return (
    one.scenario === other.scenario &&
    one.values === other.values &&
    one.result === other.result &&
    one.drawn === other.drawn &&
    one.pinned?.result === other.pinned?.result &&
    one.pinned?.drawn === other.pinned?.drawn
  );
}
