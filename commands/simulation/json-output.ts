import type { Replications, RunResult } from '#sim-core';
import { metricPathsOf } from './metric-paths.ts';

/** A result as one line of JSON; columns of numbers are plain arrays. */
export function writeResult(result: RunResult): string {
  return `${write(result)}\n`;
}

/**
 * Replications as one line of JSON, `{ replications: [result …], intervals: { path: interval } }`,
 * a piece a result: all of them in one string might be longer than a string can be.
 */
export function* writeReplications(repeated: Replications): Generator<string> {
  yield '{"replications":[';
  for (const [index, result] of repeated.results.entries()) {
    yield (index === 0 ? '' : ',') + write(result);
  }
  const paths = metricPathsOf(repeated.results[0]!);
  const intervals = Object.fromEntries(paths.map((path) => [path, repeated.interval(path)]));
  yield `],"intervals":${write(intervals)}}\n`;
}

function write(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    ArrayBuffer.isView(each) ? Array.from(each as unknown as ArrayLike<number>) : each,
  );
}
