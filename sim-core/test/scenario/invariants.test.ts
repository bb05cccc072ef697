import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseScenario, run, start, type NodeMetrics, type RunResult } from '#sim-core';
import { always, casesOf } from '../always.ts';
import { arbitraryNetwork } from '../arbitrary-network.ts';
import { arbitraryScenario } from '../arbitrary-scenario.ts';
import { poissonUsers, deterministic, scenarioOf, upTo } from '../small-scenarios.ts';

/** Numbers that a float may make a last bit larger than they are. */
const ROUNDING = 1e-9;

const samples = [...casesOf(arbitraryScenario, 80), ...casesOf(arbitraryNetwork, 40)].map((scenario) => ({
  scenario,
  result: run(scenario),
}));

describe('whatever the scenario', () => {
  it('requests that arrived were served, failed or are in flight, at every node', () => {
    everywhere((result) => {
      const parts = [...Object.values(result.nodes), ...Object.values(result.links ?? {})];
      for (const visits of [result.overall, ...parts]) {
        const { arrived, served, failed, inFlight } = visits;
        expect(arrived).toBe(served + failed + inFlight);
        expect(Math.min(served, failed, inFlight)).toBeGreaterThanOrEqual(0);
      }
      expect(sum(result.failures.map(({ count }) => count))).toBe(result.overall.failed);
      for (const node of Object.values(result.nodes)) expectPartsToAddUp(node);
    });
  });

  it('calls under precautions are answered, abandoned or in flight, and every attempt has its reason', () => {
    everywhere(({ callers = {} }) => {
      for (const caller of Object.values(callers)) {
        const { calls, served, failed, abandoned, inFlight, attempts, retries, hedges } = caller;
        expect(calls).toBe(served + failed + abandoned + inFlight);
        expect(inFlight).toBeGreaterThanOrEqual(0);
        const first = attempts - retries - hedges;
        expect(first).toBeLessThanOrEqual(calls);
        expect(first).toBeGreaterThanOrEqual(calls - caller.refusedByBreaker - caller.refusedByBulkhead);
        expect(served).toBeLessThanOrEqual(first);
        expect(caller.doubleExecutions).toBeLessThanOrEqual(retries + hedges);
        if (caller.repeatsRecognized > 0) expect(caller.doubleExecutions).toBe(0);
      }
    });
  });

  it('no number is NaN, infinite or below zero', () => {
    everywhere((result) => expectGoodNumbers(result, 'result'));
  });

  it('percentiles rise, and the histogram holds what was served', () => {
    everywhere(({ overall, latencyHistogram }) => {
      expect(latencyHistogram.count).toBe(overall.served);
      expect(sum(latencyHistogram.counts)).toBe(overall.served);
      if (overall.served === 0) return;
      const rising = [
        ...[overall.latencySecondsP50, overall.latencySecondsP90, overall.latencySecondsP95],
        ...[overall.latencySecondsP99, overall.latencySecondsP999, overall.latencySecondsMaximum],
      ] as number[];
      expect(rising.toSorted((a, b) => a - b)).toEqual(rising);
      expect(overall.latencySecondsMean).toBeLessThanOrEqual(overall.latencySecondsMaximum! * (1 + ROUNDING));
    });
  });

  it('ratios are ratios, and the shares of time make a whole', () => {
    everywhere((result) => {
      for (const link of Object.values(result.links ?? {})) {
        expect(Math.max(link.requestUtilisation, link.responseUtilisation)).toBeLessThanOrEqual(1 + ROUNDING);
        expect(link.lost + link.partitioned).toBeLessThanOrEqual(link.failed + link.inFlight);
      }
      for (const node of Object.values(result.nodes)) {
        if (node.kind === 'load-balancer') {
          for (const { healthyRatio } of node.backends)
            expect(healthyRatio).toBeLessThanOrEqual(1 + ROUNDING);
        }
        if (node.kind !== 'service') continue;
        for (const machine of node.instances) {
          expect(machine.queueLengthMean).toBeLessThanOrEqual(machine.queueLengthMaximum + ROUNDING);
        }
        for (const machine of [node, ...node.instances]) {
          expect(machine.utilisation).toBeLessThanOrEqual(1 + ROUNDING);
          expect(machine.workerUtilisation).toBeLessThanOrEqual(1 + ROUNDING);
          expect(sum(machine.inSystemRatios)).toBeCloseTo(1, 9);
        }
      }
    });
  });

  it('every line of a log is somewhere, or is lost for a reason', () => {
    everywhere((result) => {
      for (const log of Object.values(result.logging ?? {})) {
        const { written, readable, unsent, lostInCrashes, rotatedAway, dropped } = log;
        expect(written).toBe(readable + unsent + lostInCrashes + rotatedAway + dropped);
      }
    });
  });

  it('the time series adds up to all that happened', () => {
    everywhere((result) => {
      for (const [id, series] of Object.entries(result.series.nodes)) {
        const total = (rates: readonly number[]): number => sum(rates) * result.series.bucketSeconds;
        const { arrived, failed, served } = result.nodes[id]!;
        expect(total(series.arrivedPerSecond)).toBeGreaterThanOrEqual(arrived - ROUNDING);
        if (result.warmUpSeconds > 0) continue;
        expect(total(series.arrivedPerSecond)).toBeCloseTo(arrived, 6);
        expect(total(series.servedPerSecond)).toBeCloseTo(served, 6);
        expect(total(series.failedPerSecond)).toBeCloseTo(failed, 6);
      }
    });
  });

  it('the same seed gives the same result to the last bit, in one go or in slices, watched or not', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 5 });
    always(
      fc.property(fc.oneof(arbitraryScenario, arbitraryNetwork), sizes, (scenario, slices) => {
        const options = { traces: 20, hops: 50, logLines: 20, seriesBuckets: 7 };
        const sliced = start(scenario, options);
        let last = 0;
        for (let i = 0; !sliced.advance(slices[i % slices.length]); i++) {
          expect(sliced.progress).toBeGreaterThanOrEqual(last);
          last = sliced.progress;
          if (i % 7 === 0 && sliced.measured > 0) sliced.result();
        }
        expect(sliced.progress).toBe(1);
        expect(JSON.stringify(sliced.result())).toBe(JSON.stringify(run(scenario, options)));
      }),
      40,
    );
  });

  it('a result survives JSON', () => {
    everywhere((result) => expect(JSON.parse(JSON.stringify(result))).toEqual(result));
  });

  it('a scenario survives JSON, and the validator leaves it as it is', () => {
    always(
      fc.property(fc.oneof(arbitraryScenario, arbitraryNetwork), (scenario) => {
        const parsed = parseScenario(JSON.parse(JSON.stringify(scenario)));
        expect(parsed).toEqual(JSON.parse(JSON.stringify(scenario)));
        expect(parseScenario(parsed)).toEqual(parsed);
      }),
      40,
    );
  });
});

describe('a longer queue', () => {
  it('never loses more of the same requests, when each takes the same time', () => {
    const lost = (queueLimit: number, seed: number): number =>
      run(
        scenarioOf(50, {
          users: poissonUsers(10, 'api'),
          api: { kind: 'service', queueLimit, serviceTime: deterministic(0.11) },
        }),
        { seed },
      ).overall.failed;
    for (const seed of upTo(10)) {
      const losses = [0, 1, 2, 5, 20, 1000].map((queueLimit) => lost(queueLimit, seed));
      expect(losses.toSorted((a, b) => b - a)).toEqual(losses);
      expect(losses.at(-1)).toBe(0);
    }
  });
});

/** Checks the results of many scenarios; says which scenario it is that breaks a rule. */
function everywhere(rule: (result: RunResult) => void): void {
  for (const { scenario, result } of samples) {
    try {
      rule(result);
    } catch (error) {
      throw new Error(`${(error as Error).message}\nin ${JSON.stringify(scenario)}`, { cause: error });
    }
  }
}

function expectPartsToAddUp(node: NodeMetrics): void {
  const parts =
    node.kind === 'service' ? node.instances : node.kind === 'users' ? Object.values(node.classes) : null;
  if (parts === null) return;
  const regions = node.kind === 'users' && node.regions ? Object.values(node.regions) : null;
  for (const key of ['arrived', 'served', 'failed'] as const) {
    expect(sum(parts.map((part) => part[key]))).toBe(node[key]);
    if (regions !== null) expect(sum(regions.map((region) => region[key]))).toBe(node[key]);
  }
}

function expectGoodNumbers(value: unknown, path: string): void {
  if (typeof value === 'number') {
    if (!Number.isFinite(value) || value < 0) throw new Error(`${path} is ${value}`);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) expectGoodNumbers(each, `${path}.${key}`);
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
