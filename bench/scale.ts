import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import type { Scenario } from '#sim-core';
import { median } from './measure.ts';
import { timeEvents } from './pending-events.ts';
import type { MillionUsersRun } from './simulate-million-users.ts';

/** A line of the benchmark. */
export interface Line {
  readonly model: string;
  readonly engine: 'headroom';
  readonly requestsPerSecond: number | null;
  readonly ratios: Readonly<Record<string, number>>;
  readonly [measure: string]: unknown;
}

const millionUsers = new URL('./simulate-million-users.ts', import.meta.url);
const peakMemory = new URL('./peak-memory.ts', import.meta.url);
const coldStart = new URL('./cold-start.ts', import.meta.url);

const PENDING = [10, 1000, 100_000, 1_000_000];

/** The cost of an event against how many are pending; the ratio is to the fewest. */
export function pendingEventsLines(rounds: number): Line[] {
  const times = timeEvents(PENDING, rounds, 200_000);
  const [fewest] = PENDING;
  return PENDING.map((pending) => {
    const nanosecondsPerEvent = Math.round(median(times.map((round) => round[pending]!)));
    const ratio = median(times.map((round) => round[pending]! / round[fewest!]!));
    return {
      model: `${pending} pending events`,
      engine: 'headroom',
      // Two events a request.
      requestsPerSecond: Math.round(1e9 / nanosecondsPerEvent / 2),
      ratios: { [`${fewest} pending events`]: Number(ratio.toPrecision(3)) },
      nanosecondsPerEvent,
    };
  });
}

/** Peak memory of the balancer model, and of one ten times as long. */
export function memoryLines(requests: number, rounds: number): Line[] {
  const lengths = [requests, 10 * requests];
  const peaks = lengths.map((length) =>
    median(Array.from({ length: rounds }, () => printedBy(peakMemory, [String(length)]))),
  );
  return lengths.map((length, i) => ({
    model: `memory of ${length} requests`,
    engine: 'headroom',
    requestsPerSecond: null,
    ratios:
      i === 0 ? {} : { [`memory of ${requests} requests`]: Number((peaks[1]! / peaks[0]!).toPrecision(3)) },
    peakMegabytes: Math.round(peaks[i]!),
  }));
}

/** A whole application under load; where a machine is busy, the time of its processor says more than the clock. */
export function millionUsersLine(simulatedSeconds: number, rounds: number): Line {
  const runs = Array.from(
    { length: rounds },
    () => JSON.parse(outputOf(millionUsers, [String(simulatedSeconds)])) as MillionUsersRun,
  );
  const rate = (seconds: (run: MillionUsersRun) => number): number =>
    Math.round(median(runs.map((run) => run.requests / seconds(run))));
  return {
    model: 'million users',
    engine: 'headroom',
    requestsPerSecond: rate((run) => run.seconds),
    ratios: {},
    requestsPerProcessorSecond: rate((run) => run.processorSeconds),
    peakMegabytes: Math.round(median(runs.map((run) => run.peakMegabytes))),
  };
}

/** Importing the core, as a site bundles it, and running a scenario once, in a process that has done nothing else. */
export function coldStartLine(scenario: Scenario, rounds: number): Line {
  const folder = mkdtempSync(join(tmpdir(), 'headroom-bench-'));
  try {
    const bundle = join(folder, 'sim-core.mjs');
    buildSync({
      entryPoints: [fileURLToPath(import.meta.resolve('#sim-core'))],
      bundle: true,
      minify: true,
      format: 'esm',
      outfile: bundle,
    });
    const file = join(folder, 'scenario.json');
    writeFileSync(file, JSON.stringify(scenario));
    const times = Array.from({ length: rounds }, () => printedBy(coldStart, [bundle, file]));
    const milliseconds = Number(median(times).toFixed(1));
    return { model: 'cold start', engine: 'headroom', requestsPerSecond: null, ratios: {}, milliseconds };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The number that a program prints, run in a process of its own. */
function printedBy(program: URL, options: readonly string[]): number {
  return Number(outputOf(program, options));
}

function outputOf(program: URL, options: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(program), ...options], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${program.pathname} ended with ${status}: ${stderr}`);
  return stdout;
}
