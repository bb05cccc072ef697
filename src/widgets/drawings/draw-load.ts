import type { CurvePoint } from '../../charts/chart-inputs.ts';
import { ratePath, type LoadSpec } from '../chart-spec.ts';
import { withPath } from '../path.ts';
import { rounded } from '../picture.ts';
import { capacityPerSecond, theorySeconds } from '../theory-curve.ts';
import type { Drawing, DrawingTask } from './drawing-step.ts';
import { numberOf } from './run-numbers.ts';

/** Latency against load: a run for each load, and the formula where there is one. */
export function* drawLoad({ spec, index, scenario, seed, cache }: DrawingTask<LoadSpec>): Drawing {
  const path = spec.path ?? ratePath;
  const theory =
    spec.theory === false
      ? []
      : theoryBetween(spec.loads, (load) => theorySeconds(withPath(scenario, path, load), spec.metric));
  const capacity = path.endsWith('.ratePerSecond') ? capacityPerSecond(scenario) : undefined;
  const points: CurvePoint[] = [];
  for (const load of spec.loads) {
    const question = {
      scenario: withPath(scenario, path, load),
      seed,
      metric: `overall.${spec.metric}`,
      interval: spec.interval === true,
    };
    points.push({ at: load, ...(yield* numberOf(question, cache)) });
    const chart = {
      kind: spec.kind,
      points: [...points],
      theory,
      ...(capacity === undefined ? {} : { capacity: rounded(capacity) }),
    };
    yield { kind: 'chart', index, chart, complete: points.length === spec.loads.length };
  }
}

/** A formula at some places and between them, as far as it is finite; empty where there is none. */
function theoryBetween(places: readonly number[], formula: (at: number) => number | null): CurvePoint[] {
  const points: CurvePoint[] = [];
  const first = places[0] ?? 0;
  const last = places.at(-1) ?? 0;
  const count = 48;
  const between = Array.from({ length: count + 1 }, (_, i) => rounded(first + ((last - first) * i) / count));
  // The places themselves too: near the wall a straight line between two points is far above the curve.
  for (const at of [...new Set([...between, ...places])].sort((a, b) => a - b)) {
    const value = formula(at);
    if (value === null || !Number.isFinite(value)) break;
    points.push({ at, value: rounded(value) });
  }
  return points;
}
