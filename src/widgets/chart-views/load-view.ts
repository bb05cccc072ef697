import type { ChartKind } from '../chart-spec.ts';
import type { ChartView } from './chart-view.ts';

const loaders: Readonly<Record<ChartKind, () => Promise<{ default: unknown }>>> = {
  'latency-against-load': () => import('./LoadView.svelte'),
  'quantity-against': () => import('./QuantityView.svelte'),
  'hit-rate-curve': () => import('./HitRateView.svelte'),
  'time-series': () => import('./SeriesView.svelte'),
  'heat-map': () => import('./HeatView.svelte'),
  'latency-histogram': () => import('./HistogramView.svelte'),
  comparison: () => import('./ComparisonView.svelte'),
  utilisation: () => import('./UtilisationView.svelte'),
  waterfall: () => import('./WaterfallView.svelte'),
  'world-map': () => import('./MapView.svelte'),
  'small-multiples': () => import('./MultiplesView.svelte'),
  cost: () => import('./CostView.svelte'),
};

/** Fetches what draws a kind of chart. Rejects when it cannot be loaded. */
export async function loadView(kind: ChartKind): Promise<ChartView> {
  return (await loaders[kind]()).default as ChartView;
}
