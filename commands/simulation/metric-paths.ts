import type { RunResult } from '#sim-core';

/**
 * Paths of all single numbers of a result, as `readMetric` takes them:
 * `overall.latencySecondsP99`, `nodes.api.instances.0.utilisation`. Columns of
 * numbers (series, histograms, shares of time) are left out.
 */
export function metricPathsOf(result: RunResult): string[] {
  return [...pathsBelow('overall', result.overall), ...pathsBelow('nodes', result.nodes)];
}

function pathsBelow(path: string, value: unknown): string[] {
  if (typeof value === 'number' || value === null) return [path];
  if (typeof value !== 'object') return [];
  if (Array.isArray(value) && value.every((each) => typeof each === 'number')) return [];
  return Object.entries(value).flatMap(([key, each]) => pathsBelow(`${path}.${key}`, each));
}
