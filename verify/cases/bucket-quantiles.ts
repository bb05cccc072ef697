import type { RunResult, Scenario, ServiceNode, UsersNode } from '#sim-core';
import { expectedNumberIn, parameterList, type GroundTruth } from '../ground-truth.ts';
import type { CaseGroup } from '../trial.ts';

/** Percentiles as a metrics system takes them from fixed buckets. */
export const bucketQuantiles: CaseGroup = {
  name: 'percentiles from buckets',
  takes: ({ id }) => id in seriesOf,
  leavesOut: { 'value[other than the median]': 'a reading has the percentiles 50, 95 and 99' },
  trials: (truth) => {
    const i = parameterList(truth, 'q').indexOf(0.5);
    const read = ({ collected }: RunResult): number => collected?.nodes.server?.latencySecondsP50[0] ?? NaN;
    return [
      {
        kind: 'exact',
        scenario: scenarioOf(boundsOf(truth), seriesOf[truth.id]!(truth)),
        checks: [{ metric: `value[${i}]`, expected: expectedNumberIn(truth, 'value', i), read }],
      },
    ];
  },
};

/** Counts up to each bound, a list a series. */
const seriesOf: Readonly<Record<string, (truth: GroundTruth) => (readonly number[])[]>> = {
  'prom-quantile-positive': (truth) => [parameterList(truth, 'cum')],
  'prom-quantile-agg': (truth) => truth.params.series as number[][],
};

function boundsOf(truth: GroundTruth): number[] {
  return (truth.params.le as (number | string)[]).filter((bound) => typeof bound === 'number');
}

/** A server that takes so long for so many requests of each series, read once. */
function scenarioOf(bounds: readonly number[], series: readonly (readonly number[])[]): Scenario {
  // Somewhere in each bucket; where does not matter, which is what the case is about.
  const inside = [...bounds.map((bound) => 0.9 * bound), 2 * bounds.at(-1)!];
  const taken = series.map((counts) =>
    inside.flatMap((seconds, i) => new Array<number>(counts[i]! - (counts[i - 1] ?? 0)).fill(seconds)),
  );
  const name = (index: number): string => `series-${index + 1}`;
  const users = taken.map((seconds, i): [string, UsersNode] => [
    name(i),
    {
      kind: 'users',
      target: 'server',
      arrivals: { kind: 'recorded', timesSeconds: seconds.map(() => 0) },
      classes: { [name(i)]: { share: 1 } },
    },
  ]);
  const classes = taken.map((seconds, i): [string, NonNullable<ServiceNode['classes']>[string]] => [
    name(i),
    { serviceTime: { kind: 'sequence', seconds } },
  ]);
  return {
    version: 1,
    durationSeconds: 10,
    nodes: {
      ...Object.fromEntries(users),
      server: {
        kind: 'service',
        cores: 100,
        serviceTime: { kind: 'deterministic', seconds: 0 },
        classes: Object.fromEntries(classes),
      },
    },
    metricsCollection: { scrapeIntervalSeconds: 10, bucketBoundsSeconds: bounds },
  };
}
