import type { ChartKind, ChartView } from './chart-view.ts';

const loaders: Readonly<Record<ChartKind, () => Promise<{ default: unknown }>>> = {
  'latency-against-load': () => import('./LoadView.svelte'),
  'time-series': () => import('./SeriesView.svelte'),
  'latency-histogram': () => import('./HistogramView.svelte'),
  comparison: () => import('./ComparisonView.svelte'),
};

/** Fetches what draws a kind of chart. Rejects when it cannot be loaded. */
export async function loadView(kind: ChartKind): Promise<ChartView> {
  return (await loaders[kind]()).default as ChartView;
}
