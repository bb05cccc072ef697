export { default as BarComparison } from './BarComparison.svelte';
export { default as LatencyAgainstLoad } from './LatencyAgainstLoad.svelte';
export { default as LatencyHistogram } from './LatencyHistogram.svelte';
export { default as TimeSeries } from './TimeSeries.svelte';
export type {
  ChartUnit,
  ComparisonBar,
  CurvePoint,
  Hue,
  LoadPoint,
  SeriesEvent,
  SeriesLine,
} from './chart-inputs.ts';
