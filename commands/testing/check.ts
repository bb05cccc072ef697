import { spawn } from 'node:child_process';
import { delimiter, resolve } from 'node:path';
import type { Totals } from './totals.ts';

/** One step of `npm test`: a program that finds something out. */
export interface Check {
  /** The stage that it belongs to, by which it can be chosen: `lint`, `e2e` … */
  readonly stage: string;
  readonly title: string;
  /** Program (of the system or of a package) and its arguments. */
  readonly command: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Counts what the program tested; a check without it counts as one test. */
  readonly count?: (output: string) => Totals | null;
  /** Lines that are shown even if all went well. */
  readonly heed?: RegExp;
}

/** What came of a check. */
export interface Outcome extends Totals {
  readonly check: Check;
  /** Everything that it printed. */
  readonly output: string;
  readonly durationSeconds: number;
}

/** Runs a check to its end. Never rejects: a program that cannot be started is a failure. */
export async function runCheck(check: Check): Promise<Outcome> {
  const startedAt = performance.now();
  const { output, status } = await runProgram(check);
  const counted = check.count?.(output) ?? null;
  const totals = counted ?? { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 };
  // A program may fail for a reason that is none of its tests: a crash, a file that does not load.
  const failed = status !== 0 && totals.failed === 0 ? 1 : totals.failed;
  return {
    check,
    output,
    passed: totals.passed,
    failed,
    durationSeconds: (performance.now() - startedAt) / 1000,
  };
}

function runProgram(check: Check): Promise<{ output: string; status: number | null }> {
  const [program, ...rest] = check.command;
  return new Promise((settle) => {
    const chunks: Buffer[] = [];
    const child = spawn(program!, rest, {
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
      env: {
        ...process.env,
        PATH: `${resolve('node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`,
        ASTRO_TELEMETRY_DISABLED: '1',
        NO_COLOR: '1',
        FORCE_COLOR: undefined,
        ...check.environment,
      },
    });
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (error) => {
      settle({ output: error.message, status: null });
    });
    child.on('close', (status) => {
      settle({ output: Buffer.concat(chunks).toString('utf8'), status });
    });
  });
}
