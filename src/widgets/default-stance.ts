import type { Stance } from '../diagram/stance.svelte.ts';
import type { Lab } from './lab.ts';

/** How the diagram of a lab stands before anybody touched it. */
export function defaultStance(lab: Lab): Stance {
  return {
    momentSeconds: null,
    view: lab.view ?? 'boxes',
    choices: {},
    pace: 0,
    panel: null,
    followed: null,
  };
}
