import type { Scenario } from '#sim-core';
import { drawing } from './draw-steps.ts';
import { drawWaterfall } from './drawings/draw-waterfall.ts';
import type { RunCache } from './drawings/run-numbers.ts';
import type { Lab } from './lab.ts';
import type { ChartPicture, LabPicture } from './picture.ts';

/** The whole picture at once, as the build needs it. */
export function drawPicture(
  lab: Lab,
  scenario: Scenario,
  seed: number,
  cache: RunCache = new Map(),
): LabPicture {
  const charts: ChartPicture[] = [];
  let picture: LabPicture | undefined;
  for (const step of drawing(lab, scenario, seed, cache, drawWaterfall)) {
    if (step.kind === 'result') picture = { seed, sentence: step.sentence, result: step.result, charts };
    if (step.kind === 'chart') charts[step.index] = step.chart;
  }
  if (!picture) throw new Error(`lab "${lab.id}": the run yielded no result`);
  return picture;
}
