import { drawingOf, type Drawing } from '../diagram/drawing.ts';
import type { ComparedRuns } from './comparing.ts';

export { default as ComparedDiagrams } from './ComparedDiagrams.svelte';

/** Both designs as they came through a run of each. */
export function drawingsOf({ scenarios, results }: ComparedRuns): [Drawing, Drawing] {
  return [drawingOf(scenarios[0], results[0]), drawingOf(scenarios[1], results[1])];
}
