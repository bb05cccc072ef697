import type { Scenario } from '#sim-core';
import { drawing, numbersOf, runningFor, type WaterfallDrawing } from './draw-steps.ts';
import type { Drawing } from './drawings/drawing-step.ts';
import type { RunCache } from './drawings/run-numbers.ts';
import { endsOf, jsonFor, withKnobSet } from './knobs.ts';
import type { Lab } from './lab.ts';

/** Slices of a run after which a compiler has seen enough: a tenth of a second, or two. */
const slicesOfRehearsal = 240;

/**
 * Does all that a turn of a knob is going to need, so that the first one finds it compiled: runs the lab
 * with its knobs at their ends, one at a time, and then draws it as it stands. Throws what `drawing` throws.
 */
export function* rehearsing(
  lab: Lab,
  scenario: Scenario,
  seed: number,
  cache: RunCache,
  drawWaterfall: WaterfallDrawing | null,
): Drawing {
  let slicesLeft = slicesOfRehearsal;
  for (const turned of scenariosTurned(lab, scenario)) {
    const run = runningFor(lab, turned, seed);
    while (slicesLeft-- > 0) {
      const next = run.next();
      if (next.done === true) {
        numbersOf(lab, turned, next.value, true);
        break;
      }
      yield next.value;
    }
  }
  yield* drawing(lab, scenario, seed, cache, drawWaterfall);
}

function scenariosTurned(lab: Lab, scenario: Scenario): Scenario[] {
  return lab.knobs.flatMap((knob) =>
    endsOf(knob).map((value) => withKnobSet(lab, scenario, knob, jsonFor(knob, value))),
  );
}
