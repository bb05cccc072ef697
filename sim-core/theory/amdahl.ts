import { requirePositive, requireRatio } from './range.ts';

/**
 * Amdahl's law: how many times faster n workers are than one when a share s of the work
 * cannot be divided: 1 / (s + (1 − s) / n). Lesson: vertical scaling, for the last cores.
 * @param serialRatio s, from 0 (all of it can be divided) to 1.
 * @param workers n, above 0; Infinity gives the limit 1 / s.
 * @returns a factor, at most n and at most 1 / s.
 * @throws RangeError when a number is out of range.
 * Source: Amdahl, Validity of the Single Processor Approach to Achieving Large Scale
 * Computing Capabilities, AFIPS 1967.
 */
export function amdahlSpeedup(serialRatio: number, workers: number): number {
  requireRatio('Amdahl', 'serialRatio', serialRatio);
  if (workers !== Infinity) requirePositive('Amdahl', 'workers', workers);
  return 1 / (serialRatio + (1 - serialRatio) / workers);
}
