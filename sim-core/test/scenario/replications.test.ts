import { describe, expect, it } from 'vitest';
import { compare, readMetric, replicate, replicationSeeds, run, ScenarioError, sweep } from '#sim-core';
import { exponential, poissonUsers, scenarioOf } from '../small-scenarios.ts';

const scenario = scenarioOf(
  20,
  { users: poissonUsers(20, 'api'), api: { kind: 'service', serviceTime: exponential(0.03) } },
  { seed: 40 },
);
const mean = 'overall.latencySecondsMean';

describe('replicate', () => {
  it('runs the scenario with one seed after the other', () => {
    const { results } = replicate(scenario, { replications: 3 });
    expect(results.map(({ seed }) => seed)).toEqual([40, 41, 42]);
    expect(results[1]).toEqual(run(scenario, { seed: 41 }));
    expect(replicationSeeds(4_294_967_294, 4)).toEqual([4_294_967_294, 4_294_967_295, 0, 1]);
  });

  it('gives the interval of a metric over the runs', () => {
    const replications = replicate(scenario, { replications: 5, seed: 1 });
    const values = replications.results.map((result) => readMetric(result, mean)!);
    const interval = replications.interval(mean)!;
    expect(interval.mean).toBeCloseTo(values.reduce((sum, value) => sum + value, 0) / 5, 12);
    expect(interval.count).toBe(5);
    expect(replicate(scenario, { replications: 1 }).interval(mean)!.halfWidth).toBe(Infinity);
  });

  it('knows no interval of what some run did not observe', () => {
    const rare = scenarioOf(1, { ...scenario.nodes, users: poissonUsers(0.5, 'api') });
    expect(replicate(rare, { replications: 10 }).interval(mean)).toBeNull();
    expect(compare(rare, rare, { replications: 10 }).difference(mean)).toBeNull();
  });

  it.each([0, 1.5, 10_001, NaN])('refuses %d replications', (replications) => {
    expect(() => replicate(scenario, { replications })).toThrow(
      new ScenarioError(
        'replications',
        `run options: replications is ${replications}; expected an integer from 1 to 10000`,
      ),
    );
  });
});

describe('compare', () => {
  it('finds no difference between a scenario and itself', () => {
    const same = compare(scenario, scenario, { replications: 4 });
    expect(same.difference(mean)).toMatchObject({ mean: 0, halfWidth: 0, count: 4 });
    expect(same.a.results.map(({ seed }) => seed)).toEqual([40, 41, 42, 43]);
  });

  it('gives b minus a, with the seeds of a', () => {
    const slower = scenarioOf(20, {
      ...scenario.nodes,
      api: { kind: 'service', serviceTime: exponential(0.04) },
    });
    const comparison = compare(scenario, slower, { replications: 4 });
    const { a, b } = comparison;
    expect(b.results.map(({ seed }) => seed)).toEqual(a.results.map(({ seed }) => seed));
    expect(comparison.difference(mean)!.low).toBeGreaterThan(0);
  });
});

describe('sweep', () => {
  it('runs the scenario with each value, all with the same seed', () => {
    const path = 'nodes.api.cores';
    const points = sweep(scenario, { path, values: [1, 2, 3], seriesBuckets: 4 });
    expect(points.map(({ value }) => value)).toEqual([1, 2, 3]);
    expect(new Set(points.map(({ result }) => result.seed))).toEqual(new Set([40]));
    const latencies = points.map(({ result }) => result.overall.latencySecondsMean!);
    expect(latencies.toSorted((a, b) => b - a)).toEqual(latencies);
  });

  it('refuses a value as the validator would', () => {
    expect(() => sweep(scenario, { path: 'nodes.api.cores', values: [0] })).toThrow(
      'service "api": cores is 0; expected an integer from 1 to 1024',
    );
  });
});

describe('run options', () => {
  it.each([
    ['seed', -1, 'an integer from 0 to 4294967295'],
    ['seed', 0.5, 'an integer from 0 to 4294967295'],
    ['seriesBuckets', 0, 'an integer from 1 to 1000'],
    ['seriesBuckets', 1001, 'an integer from 1 to 1000'],
    ['traces', -1, 'an integer from 0 to 10000'],
    ['traces', 10_001, 'an integer from 0 to 10000'],
    ['hops', 100_001, 'an integer from 0 to 100000'],
  ])('%s = %d is refused', (key, value, expected) => {
    expect(() => run(scenario, { [key]: value })).toThrow(
      new ScenarioError(key, `run options: ${key} is ${value}; expected ${expected}`),
    );
  });
});
