import type { Hops, RunResult } from '#sim-core';
import { periodWords } from './period.ts';

/** What the picture shows: the run as a whole, or dots, and what one of them stands for. */
export function captionOf(result: RunResult, isMoment: boolean, hops: Hops | null, oneIn = 1): string {
  if (!isMoment) return `averages over ${periodWords(result.durationSeconds - result.warmUpSeconds)}`;
  if (!hops) return 'running …';
  const every = hops.every * oneIn;
  return every === 1 ? '1 dot = 1 request' : `an even sample: 1 dot = ${every} requests`;
}
