import { Popularity } from '../popularity.ts';
import type { RandomStream } from '../random-stream.ts';
import { ZipfRanks } from '../zipf-ranks.ts';

/** Up to here a table is soon built, and four times as fast; of a million keys it is no faster. */
const LARGEST_TABLE = 65_536;

/** Draws ranks from 0, the most popular one. */
export interface RankSampler {
  draw(stream: RandomStream): number;
}

/** Ranks by Zipf's law, from a table for few and without one for many. */
export function ranksOf(count: number, skew: number): RankSampler {
  return count <= LARGEST_TABLE ? new Popularity(count, skew) : new ZipfRanks(count, skew);
}
