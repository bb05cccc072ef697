import { SvelteMap } from 'svelte/reactivity';
import type { Knob, KnobValue, KnobValues, Lab } from './lab.ts';
import { LabState } from './lab-state.svelte.ts';
import type { LabPicture } from './picture.ts';

const states = new SvelteMap<string, LabState>();
/** Turns of a knob in the text, made before its lab came to life. */
const earlyTurns = new Map<string, KnobValues>();

/**
 * The one state of a lab on this page. While the site is built there is no page, so
 * every call yields a state of its own.
 */
export function labState(lab: Lab, picture: LabPicture): LabState {
  if (typeof window === 'undefined') return new LabState(lab, picture);
  const known = states.get(lab.id);
  if (known) return known;
  const state = new LabState(lab, picture);
  states.set(lab.id, state);
  const early = earlyTurns.get(lab.id);
  if (early) state.apply({ ...state.values, ...early }, state.seed);
  return state;
}

/** Turns a knob of a lab, be it alive already or only later. */
export function turnKnobOf(labId: string, knob: Knob, value: KnobValue): void {
  const state = states.get(labId);
  if (state) state.turn(knob, value);
  else earlyTurns.set(labId, { ...earlyTurns.get(labId), [knob.id]: value });
}

/** The state of a lab, once its instrument has come to life; a reader of it is told when it does. */
export function liveLabState(labId: string): LabState | undefined {
  return typeof window === 'undefined' ? undefined : states.get(labId);
}
