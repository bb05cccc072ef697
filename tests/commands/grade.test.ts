import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { hardSeeds } from '../../commands/grading/hard-seeds.ts';

function grade(...words: string[]) {
  return spawnSync('node', ['commands/grade.ts', ...words], { encoding: 'utf8' });
}

describe('the command', () => {
  test('grades the start on the seeds that the exercise lists', () => {
    const { stdout, status } = grade('load-balancing/slow-server');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^load-balancing\/slow-server with policy=round-robin servers=4\n/);
    expect(stdout).toMatch(/overall\.latencySecondsP99 .* ≤ 0\.3 +0 of 5\n/);
    expect(stdout).toContain('All goals hold on 0 of 5 seeds.');
  });

  test('grades an answer on as many seeds as one likes, and names the hard ones', () => {
    const { stdout } = grade('load-balancing/slow-server', 'policy=two-choices', '--seeds', '20');
    expect(stdout).toContain('policy=two-choices servers=4');
    expect(stdout).toContain('All goals hold on 20 of 20 seeds.');
    expect(stdout).toMatch(/Hardest seeds: (\d+, ){4}\d+\n/);
  });

  test.each([
    [[], 'grade: no exercise is named; usage: '],
    [['caching/nothing'], 'grade: exercise is "caching/nothing"; expected one of '],
    [['load-balancing/slow-server', 'rate=3'], '"rate=3" names no knob; expected one of policy, servers'],
    [['load-balancing/slow-server', 'servers=many'], 'servers is "many"; expected a number from 4 to 8'],
    [
      ['load-balancing/slow-server', 'policy=best'],
      'policy is "best"; expected one of random, round-robin, ',
    ],
    [
      ['single-server/say-no-early', 'queue-limit=15'],
      'grade: knob "queue-limit": 15 is no stop; the nearest are 14 and 16',
    ],
    [['load-balancing/slow-server', '--seeds', '0'], '--seeds is "0"; expected an integer from 1 to 10,000'],
  ])('refuses %o', (words, message) => {
    const { stderr, status } = grade(...words);
    expect(status).toBe(1);
    expect(stderr).toContain(message);
  });
});

describe('hard seeds', () => {
  const wait = { metric: 'wait', label: 'Wait', as: 'seconds', atMost: 10 } as const;
  const bill = { metric: 'bill', label: 'Bill', as: 'dollars', atMost: 100 } as const;

  test('are those that come nearest to a bound, in the measure of the goal', () => {
    const observed = [
      [2, 9, 5, 11],
      [20, 20, 99.9, 20],
    ];
    expect(hardSeeds([wait, bill], observed, [1, 2, 3, 4], 3)).toEqual([4, 3, 2]);
  });

  test('are not told by what is the same on all', () => {
    expect(
      hardSeeds(
        [bill, wait],
        [
          [100, 100],
          [1, 2],
        ],
        [7, 8],
        1,
      ),
    ).toEqual([8]);
  });

  test('are first those on which nothing was observed', () => {
    expect(hardSeeds([wait], [[9, null, 3]], [1, 2, 3], 2)).toEqual([2, 1]);
  });
});
