import type { Component } from 'svelte';
import type { LabState } from '../lab-state.svelte.ts';
import type { ChartKind, ChartSpec } from '../chart-spec.ts';

/** What the picture of a chart is drawn from: the lab as it stands, and which of its charts it is. */
export interface ChartViewProps<Kind extends ChartKind = ChartKind> {
  readonly current: LabState;
  readonly spec: Extract<ChartSpec, { kind: Kind }>;
  /** Place of the chart among those of the lab. */
  readonly index: number;
}

/** Draws charts of one kind. */
export type ChartView = Component<ChartViewProps<never>>;
