import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCheck } from '../../commands/testing/check.ts';
import {
  browserStopped,
  totalsOfPlaywright,
  totalsOfVitest,
  totalsPrinted,
} from '../../commands/testing/totals.ts';

const folder = mkdtempSync(join(tmpdir(), 'headroom-totals-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function report(value: unknown): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(value));
  return file;
}

test('a test file that does not load is a failure', () => {
  const file = report({
    numPassedTests: 3,
    numFailedTests: 1,
    testResults: [
      { status: 'failed', assertionResults: [{}] },
      { status: 'failed', assertionResults: [] },
      { status: 'passed', assertionResults: [{}, {}, {}] },
    ],
  });
  expect(totalsOfVitest(file)).toEqual({ passed: 3, failed: 2 });
});

/** A test with these attempts, each by how it ended and what was noted at it. */
function tried(status: string, ...attempts: (readonly [status: string, annotation?: string])[]) {
  const results = attempts.map(([ended, type]) => ({
    status: ended,
    annotations: type === undefined ? [] : [{ type }],
  }));
  return { tests: [{ status, results }] };
}

test('in the browser a test that needed a second try is a failure', () => {
  const specs = [
    tried('expected', ['passed']),
    tried('skipped', ['skipped']),
    tried('unexpected', ['failed'], ['failed']),
    tried('flaky', ['failed'], ['passed']),
  ];
  const file = report({ suites: [{ specs: [specs[0]], suites: [{ specs: specs.slice(1) }] }], errors: [{}] });
  expect(totalsOfPlaywright(file)).toEqual({ passed: 1, failed: 3 });
});

test('unless the browser had stopped drawing, and it fails if it never goes well', () => {
  const stopped = ['timedOut', browserStopped] as const;
  const specs = [tried('flaky', stopped, ['passed']), tried('unexpected', stopped, stopped)];
  expect(totalsOfPlaywright(report({ suites: [{ specs }], errors: [] }))).toEqual({ passed: 1, failed: 1 });
});

test('no report is no totals', () => {
  expect(totalsOfVitest(join(folder, 'none.json'))).toBeNull();
});

test('totals that a program prints are the last ones', () => {
  expect(totalsPrinted('1 passed, 0 failed\nmore\n12 passed, 3 failed\n')).toEqual({ passed: 12, failed: 3 });
  expect(totalsPrinted('nothing')).toBeNull();
});

test('a check that ends badly has failed, whatever it counted', async () => {
  const check = { stage: 'x', title: 'x', command: ['node', '-e', 'process.exit(2)'] };
  expect(await runCheck(check)).toMatchObject({ passed: 0, failed: 1 });
  expect(await runCheck({ ...check, count: () => ({ passed: 4, failed: 0 }) })).toMatchObject({
    passed: 4,
    failed: 1,
  });
  expect(await runCheck({ ...check, command: ['no-such-program'] })).toMatchObject({ passed: 0, failed: 1 });
});
