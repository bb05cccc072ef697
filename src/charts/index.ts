export { default as BarComparison } from './BarComparison.svelte';
export { default as CurveChart } from './CurveChart.svelte';
export { default as LatencyHistogram } from './LatencyHistogram.svelte';
export { default as TimeSeries } from './TimeSeries.svelte';
export { default as Waterfall } from './Waterfall.svelte';
export type {
  ChartUnit,
  ComparisonBar,
  CurveLine,
  CurvePoint,
  Hue,
  SeriesEvent,
  SeriesLine,
} from './chart-inputs.ts';
export type { WaterfallSpan } from './waterfall-span.ts';
