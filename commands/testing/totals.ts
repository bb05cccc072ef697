import { existsSync, readFileSync } from 'node:fs';

/** How many tests passed and failed. */
export interface Totals {
  readonly passed: number;
  readonly failed: number;
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

/** Totals of a report by Vitest's json reporter; null when there is none. A file that does not load is a failure. */
export function totalsOfVitest(file: string): Totals | null {
  const report = read(file) as VitestReport | null;
  if (report === null) return null;
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded };
}

/** Annotation of a test that failed because the browser had stopped drawing. */
export const browserStopped = 'browser-stopped';

interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs: readonly { readonly tests: readonly PlaywrightTest[] }[];
}

interface PlaywrightTest {
  /** 'flaky' where only a later attempt went well. */
  readonly status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
  readonly results: readonly {
    readonly status: string;
    readonly annotations?: readonly { readonly type: string }[];
  }[];
}

interface PlaywrightReport {
  readonly suites: readonly PlaywrightSuite[];
  /** What went wrong outside of tests. */
  readonly errors: readonly unknown[];
}

/**
 * Totals of a report by Playwright's json reporter; null when there is none. A test that goes well only when it is
 * run again has failed, unless the browser had stopped drawing.
 */
export function totalsOfPlaywright(file: string): Totals | null {
  const report = read(file) as PlaywrightReport | null;
  if (report === null) return null;
  const tests = report.suites.flatMap(testsIn).filter(({ status }) => status !== 'skipped');
  const passed = tests.filter((test) => test.status === 'expected' || isExcused(test)).length;
  return { passed, failed: tests.length - passed + report.errors.length };
}

function testsIn({ suites = [], specs }: PlaywrightSuite): PlaywrightTest[] {
  return [...specs.flatMap(({ tests }) => tests), ...suites.flatMap(testsIn)];
}

function isExcused({ status, results }: PlaywrightTest): boolean {
  const failed = results.filter((result) => result.status !== 'passed');
  return (
    status === 'flaky' &&
    failed.every(({ annotations = [] }) => annotations.some(({ type }) => type === browserStopped))
  );
}

/** Totals that a program prints itself: its last line of the form `3 passed, 0 failed`. */
export function totalsPrinted(output: string): Totals | null {
  const last = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
  return last === undefined ? null : { passed: Number(last[1]), failed: Number(last[2]) };
}

function read(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}
