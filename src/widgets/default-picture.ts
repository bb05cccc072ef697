import { run } from '#sim-core';
import { checkLab } from './check-lab.ts';
import { drawPicture } from './draw-picture.ts';
import { defaultSeed } from './knobs.ts';
import type { Lab } from './lab.ts';
import type { LabPicture } from './picture.ts';

const drawn = new WeakMap<Lab, LabPicture>();

/**
 * What a lab shows before anybody touches it, drawn while the site is built and once
 * for all that name the lab. Throws when a knob or a chart does not fit its scenario or
 * the scenario is invalid: a mistake in the lesson should stop the build.
 */
export function defaultPicture(lab: Lab): LabPicture {
  const known = drawn.get(lab);
  if (known) return known;
  checkLab(lab, run(lab.scenario, { details: true }));
  const picture = drawPicture(lab, lab.scenario, defaultSeed(lab));
  drawn.set(lab, picture);
  return picture;
}
