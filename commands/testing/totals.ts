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

interface PlaywrightReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number };
  /** What went wrong outside of tests. */
  readonly errors: readonly unknown[];
}

/** Totals of a report by Playwright's json reporter; null when there is none. */
export function totalsOfPlaywright(file: string): Totals | null {
  const report = read(file) as PlaywrightReport | null;
  if (report === null) return null;
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected, failed: unexpected + flaky + report.errors.length };
}

/** Totals that a program prints itself: its last line of the form `3 passed, 0 failed`. */
export function totalsPrinted(output: string): Totals | null {
  const last = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
  return last === undefined ? null : { passed: Number(last[1]), failed: Number(last[2]) };
}

function read(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}
