import type { RunResult } from '#sim-core';
import type { Box } from './boxes.ts';

import { formatSeconds } from '../prose/format.ts';

/** A speed of the clock: simulated seconds in a second of the reader's. */
export interface Speed {
  readonly ratio: number;
  /** What a second of the reader's shows of the run: '1 s = 50 ms'. */
  readonly label: string;
}

const fastestExponent = 5;
const ladder: readonly number[] = Array.from({ length: 10 }, (_, index) => 10 ** (index - 4)).flatMap(
  (decade) => (decade >= 10 ** fastestExponent ? [decade] : [decade, decade * 2, decade * 5]),
);

/** Dots a second that an eye can follow, for each machine, and at most. */
const dotsPerSecondAndMachine = 8;
const dotsPerSecondAtMost = 40;

/** The speed at which this traffic can be watched, as a step of 1, 2, 5, 10 … */
export function usualSpeed(requestsPerSecond: number, machines: number): number {
  const dots = Math.min(dotsPerSecondAtMost, dotsPerSecondAndMachine * Math.max(1, machines));
  const wish = requestsPerSecond > 0 ? dots / requestsPerSecond : 1;
  return ladder.reduce((best, step) =>
    Math.abs(Math.log(step / wish)) < Math.abs(Math.log(best / wish)) ? step : best,
  );
}

/** The same for the traffic of a run and the boxes that do the work. */
export function usualSpeedOf(result: RunResult, boxes: readonly Pick<Box, 'workers' | 'machines'>[]): number {
  const machines = boxes.reduce((sum, box) => sum + (box.workers > 0 ? box.machines : 0), 0);
  return usualSpeed(result.overall.offeredPerSecond, machines);
}

/** Slower and faster ones around it: a choice for the reader. */
export function speedsAround(usual: number): Speed[] {
  const at = ladder.indexOf(usual);
  return [-4, -2, 0, 2, 4, 6]
    .map((step) => ladder[at + step])
    .filter((ratio) => ratio !== undefined)
    .map((ratio) => ({ ratio, label: `1\u00a0s = ${spanWords(ratio)}` }));
}

/** '50 ms', '1 s', '5 min': no digits that say nothing. */
function spanWords(seconds: number): string {
  return formatSeconds(seconds).replace(/\.0+(?!\d)/, '');
}
