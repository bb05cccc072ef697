import { run, type Scenario } from '#sim-core';
import { expect, test } from 'vitest';
import { histogramBins } from '../../charts/histogram-bins.ts';
import { slimResult } from '../picture.ts';
import { exampleLab } from './example-lab.ts';

/** Work that is always the same, more of it than gets done: in the end all wait in a full queue, ten seconds. */
const scenario: Scenario = {
  version: 1,
  durationSeconds: 120,
  warmUpSeconds: 12,
  seed: 1,
  nodes: {
    users: { kind: 'users', target: 'server', arrivals: { kind: 'constant', ratePerSecond: 120 } },
    server: {
      kind: 'service',
      queueLimit: 1000,
      serviceTime: { kind: 'lognormal', meanSeconds: 0.01, coefficientOfVariation: 0 },
    },
  },
};
const result = run(scenario);
const lab = { ...exampleLab, scenario, charts: [{ kind: 'latency-histogram' as const }] };
const slim = slimResult(lab, result).latencyHistogram;

test('the histogram that travels is small, and counts everybody', () => {
  expect(slim.counts.length).toBeLessThan(result.latencyHistogram.counts.length / 4);
  expect(slim.counts.reduce((sum, count) => sum + count, 0)).toBe(result.latencyHistogram.count);
});

test('the bar of the median holds whoever the median stands for', () => {
  const median = result.overall.latencySecondsP50!;
  const ratio = 1.065;
  // Wherever the borders of the bars are, but for one that hits the bucket of the median itself.
  for (let shift = 1; shift < 11; shift++) {
    const toSeconds = median * ratio ** (1 + shift / 11);
    const bins = histogramBins(slim, { fromSeconds: toSeconds / ratio ** 36, toSeconds }, 36);
    const own = bins.find((bin) => bin.fromSeconds <= median && median < bin.toSeconds);
    expect(own?.share).toBeGreaterThan(0.5);
  }
});
