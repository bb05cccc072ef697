import type { Hops, RunResult } from '#sim-core';
import { periodWords } from './period.ts';

/** What the picture shows: the run as a whole, by its means or on a map by medians, or dots, and what one of them stands for. */
export function captionOf(
  result: RunResult,
  shows: 'averages' | 'medians' | 'moment',
  hops: Hops | null,
  oneIn = 1,
): string {
  if (shows !== 'moment')
    return `${shows} over ${periodWords(result.durationSeconds - result.warmUpSeconds)}`;
  if (!hops) return 'running …';
  const every = hops.every * oneIn;
  return every === 1 ? '1 dot = 1 request' : `an even sample: 1 dot = ${every} requests`;
}
