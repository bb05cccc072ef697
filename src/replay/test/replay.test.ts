import type { Scenario } from '#sim-core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAccessLog } from '../access-log.ts';
import { burstinessOf, dispersionOf } from '../burstiness.ts';
import { coresKnob, serviceTimeKnob, speedKnob } from '../replay-knobs.ts';
import { replayWindows } from '../replay-window.ts';
import { recordedReplay, replayAtOnce } from '../replay.ts';
import { sampleLog } from '../sample-log.ts';
import { sampleView } from '../sample-view.ts';
import { meanSecondsOf } from '#sim-core';
import { scaled } from '../service-time.ts';
import { replayServer } from '../replay-server.ts';
import { speedRange, TARGET_UTILISATION } from '../speed-up.ts';

const scenario: Scenario = {
  version: 1,
  durationSeconds: 600,
  seed: 7,
  nodes: {
    users: { kind: 'users', target: 'server', arrivals: { kind: 'poisson', ratePerSecond: 10 } },
    server: { kind: 'service', cores: 2, serviceTime: { kind: 'exponential', meanSeconds: 0.05 } },
  },
};
const sample = parseAccessLog([sampleLog()]);

describe('windows', () => {
  test('cover the whole log and its busiest stretches, in round slices', () => {
    const windows = replayWindows(sample.arrivalSeconds);
    expect(windows.map(({ name }) => name)).toEqual(['whole', 'hour']);
    expect(windows[0]).toMatchObject({ fromSeconds: 0, requests: sample.summary.requests });
    for (const { spanSeconds, sliceSeconds, fullSlices } of windows) {
      expect(spanSeconds % sliceSeconds).toBe(0);
      expect(fullSlices).toBeLessThanOrEqual(spanSeconds / sliceSeconds);
    }
  });

  test('the busiest hour holds no fewer requests than any other', () => {
    const hour = replayWindows(sample.arrivalSeconds)[1]!;
    const within = (from: number) =>
      sample.arrivalSeconds.filter((time) => time >= from && time < from + 3600).length;
    expect(hour.requests).toBe(within(hour.fromSeconds));
    for (let from = 0; from < 6 * 3600; from += 311) expect(within(from)).toBeLessThanOrEqual(hour.requests);
  });

  test.each([[[0.5]], [[0, 0.2, 0.4]], [[0, 5e9]]])('exist for the short and the strange log %j', (times) => {
    const [window] = replayWindows(Float64Array.from(times));
    expect(window!.requests).toBe(times.length);
    expect(window!.spanSeconds).toBeGreaterThan(times.at(-1)!);
    expect(window!.spanSeconds / window!.sliceSeconds).toBeLessThanOrEqual(240);
  });
});

describe('speed', () => {
  test('suggests the target load, whatever the log and the server', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000_000 }),
        fc.integer({ min: 1, max: 1e8 }),
        fc.integer({ min: 1, max: 64 }),
        fc.double({ min: 0.001, max: 10, noNaN: true }),
        (requests, spanSeconds, cores, serviceSeconds) => {
          const { minimum, maximum, suggested } = speedRange(
            { requests, spanSeconds },
            { instances: 1, cores, serviceSeconds },
          );
          expect(minimum).toBeGreaterThan(0);
          expect(suggested).toBeGreaterThanOrEqual(minimum);
          expect(suggested).toBeLessThanOrEqual(maximum);
          const utilisation = ((requests / spanSeconds) * suggested * serviceSeconds) / cores;
          // Two digits of a speed; the longest run that a scenario may ask for.
          if (spanSeconds / suggested < 9e6)
            expect(Math.abs(utilisation / TARGET_UTILISATION - 1)).toBeLessThan(0.06);
        },
      ),
      { seed: 1 },
    );
  });

  test('its knob, and the others, hold what the lesson gives', () => {
    const server = replayServer(scenario);
    const speeds = speedRange(replayWindows(sample.arrivalSeconds)[0]!, server);
    for (const [knob, value] of [
      [speedKnob(speeds), speeds.suggested],
      [coresKnob(server.cores), server.cores],
      [serviceTimeKnob(server.serviceSeconds), server.serviceSeconds],
    ] as const) {
      expect(value).toBeGreaterThanOrEqual(knob.minimum);
      expect(value).toBeLessThanOrEqual(knob.maximum);
      expect(knob.step).toBeGreaterThan(0);
      expect(knob.step).toBeLessThanOrEqual(knob.maximum - knob.minimum);
    }
  });

  test('a scenario that no log can be replayed on is refused by name', () => {
    const { users, server } = scenario.nodes;
    expect(() => replayServer({ ...scenario, nodes: { server: server! } })).toThrow(/0 users nodes/);
    expect(() => replayServer({ ...scenario, nodes: { users: users!, other: server! } })).toThrow(/"server"/);
  });
});

test.each([
  { kind: 'deterministic', seconds: 2 },
  { kind: 'uniform', minimumSeconds: 1, maximumSeconds: 3 },
  { kind: 'lognormal', meanSeconds: 2, coefficientOfVariation: 3 },
  { kind: 'hyperexponential', meanSeconds: 2, coefficientOfVariation: 3 },
  {
    kind: 'hyperexponential',
    phases: [
      { probability: 0.5, meanSeconds: 1 },
      { probability: 0.5, meanSeconds: 3 },
    ],
  },
  { kind: 'sequence', seconds: [1, 3] },
  { kind: 'empirical', seconds: [3, 1] },
  { kind: 'pareto', minimumSeconds: 1, shape: 2 },
  { kind: 'weibull', meanSeconds: 2, shape: 0.5 },
  {
    kind: 'quantiles',
    points: [
      { share: 0, seconds: 1 },
      { share: 1, seconds: 3 },
    ],
  },
  {
    kind: 'mixture',
    parts: [
      { probability: 0.5, distribution: { kind: 'deterministic', seconds: 1 } },
      { probability: 0.5, distribution: { kind: 'pareto', minimumSeconds: 2, shape: 3 } },
    ],
  },
] as const)('a service time of kind $kind keeps its shape when scaled', (distribution) => {
  expect(meanSecondsOf(scaled(distribution, 0.25))).toBeCloseTo(0.5, 12);
});

describe('burstiness', () => {
  test('is 0 for constant counts, larger for bursts, unknown for too few', () => {
    expect(dispersionOf([3, 3, 3])).toBe(0);
    expect(dispersionOf([0, 0, 9, 0])).toBe(9);
    expect(dispersionOf([4])).toBeNull();
    expect(dispersionOf([0, 0])).toBeNull();
  });

  test('is found at the width where it is greatest', () => {
    // Sixty requests in the first second of every minute.
    const times = Float64Array.from({ length: 60 * 200 }, (_, i) => Math.floor(i / 60) * 60 + (i % 60) / 60);
    expect(burstinessOf(times, 0, 12_000)).toMatchObject({ sliceSeconds: 1 });
    expect(burstinessOf(times, 0, 12_000)!.dispersion).toBeGreaterThan(50);
    expect(burstinessOf(times.subarray(0, 60), 0, 1)).toBeNull();
  });
});

describe('a replay', () => {
  const [whole] = replayWindows(sample.arrivalSeconds);
  const settings = { window: 'whole', speed: 100, cores: 2, serviceSeconds: 0.05 } as const;

  test('sends every recorded request, at its time, once', () => {
    const { nodes, durationSeconds } = recordedReplay(scenario, sample.arrivalSeconds, whole!, settings);
    expect(durationSeconds).toBe(whole!.spanSeconds / 100);
    expect(nodes.users).toMatchObject({ arrivals: { kind: 'recorded', speed: 100 } });
    const { recorded } = replayAtOnce(scenario, sample.arrivalSeconds, whole!, settings);
    expect(recorded.arrived).toBe(sample.summary.requests);
    expect(recorded.served + recorded.failed + recorded.inFlight).toBe(recorded.arrived);
  });

  test('of the sample keeps the server as busy as suggested, and its bursts hurt', () => {
    const { comparison, log } = sampleView(scenario);
    const { recorded, poisson, burstiness } = comparison;
    expect(recorded.utilisation).toBeGreaterThan(TARGET_UTILISATION - 0.03);
    expect(recorded.utilisation).toBeLessThan(TARGET_UTILISATION + 0.03);
    expect(Math.abs(poisson.utilisation - recorded.utilisation)).toBeLessThan(0.04);
    expect(recorded.latencySecondsP99!).toBeGreaterThan(2 * poisson.latencySecondsP99!);
    expect(burstiness!.dispersion).toBeGreaterThan(5);
    expect(log.summary.malformed).toBe(3);
  });

  test('repeats itself exactly', () => {
    expect(sampleView(scenario)).toEqual(sampleView(scenario));
  });
});
