import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseScenario, run } from '#sim-core';

const scenario = {
  version: 1,
  title: 'One server',
  durationSeconds: 200,
  nodes: {
    users: { kind: 'users', target: 'api', arrivals: { kind: 'poisson', ratePerSecond: 50 } },
    api: { kind: 'service', serviceTime: { kind: 'exponential', meanSeconds: 0.01 } },
  },
};

let folder = '';
let file = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'headroom-sim-'));
  file = join(folder, 'scenario.json');
  writeFileSync(file, JSON.stringify(scenario));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function sim(words: readonly string[], input = '') {
  return spawnSync('node', ['commands/sim.ts', ...words], { encoding: 'utf8', input });
}

describe('sim', () => {
  test('reports in words, in every number of the same run', () => {
    const { stdout, status } = sim([file]);
    expect(status).toBe(0);
    expect(stdout).toContain('One server');
    const { arrived } = run(parseScenario(scenario)).overall;
    expect(stdout).toMatch(new RegExp(`arrived +${arrived.toLocaleString('en-US')}`));
  });

  test('prints the result of `run` as JSON, whatever the seed', () => {
    const { stdout } = sim([file, '--json', '--seed', '7']);
    const expected = JSON.parse(JSON.stringify(run(parseScenario(scenario), { seed: 7 }))) as unknown;
    expect(JSON.parse(stdout)).toEqual(expected);
  });

  test('reads standard input', () => {
    expect(sim(['-', '--json'], JSON.stringify(scenario)).stdout).toBe(sim([file, '--json']).stdout);
  });

  test('prints every replication and an interval a metric', () => {
    const printed = JSON.parse(sim([file, '--replications', '3', '--json']).stdout) as {
      replications: { seed: number }[];
      intervals: Record<string, { mean: number; low: number; high: number; halfWidth: number }>;
    };
    expect(printed.replications.map(({ seed }) => seed)).toEqual([1, 2, 3]);
    const { mean, low, high, halfWidth } = printed.intervals['nodes.api.utilisation']!;
    expect([low, high]).toEqual([mean - halfWidth, mean + halfWidth]);
    expect(mean).toBeCloseTo(0.5, 1);
  });

  test.each([
    ['no file', [], 'no scenario is named'],
    ['a missing file', ['nowhere.json'], 'there is no such file'],
    ['a folder', ['sim-core'], 'it is a folder'],
    ['two files', ['a.json', 'b.json'], '"b.json" is one file too many'],
    ['an unknown flag', ['a.json', '--fast'], "Unknown option '--fast'"],
    ['a negative seed', ['a.json', '--seed', '-1'], '--seed is "-1"; expected an integer from 0'],
    [
      'no replication',
      ['a.json', '--replications', '0'],
      '--replications is "0"; expected an integer from 1',
    ],
    ['empty input', ['-'], 'standard input is empty'],
  ])('says in one line what is wrong: %s', (_case, words, message) => {
    const { stdout, stderr, status } = sim(words);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  test('says in one line what is wrong with a scenario', () => {
    for (const [input, message] of [
      ['{"version":', 'standard input is not JSON'],
      [JSON.stringify({ ...scenario, durationSeconds: -1 }), 'durationSeconds is -1'],
    ] as const) {
      const { stderr, status } = sim(['-'], input);
      expect(status).toBe(1);
      expect(stderr).toContain(message);
      expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    }
  });
});
