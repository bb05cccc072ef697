import { drawApart } from './draw-apart.ts';
import { scenarioFor } from './knobs.ts';
import type { LabState } from './lab-state.svelte.ts';
import type { LabSetting } from './setting.ts';
import { decodeShareLink, unknownLabReason, type ShareLink } from './share-link.ts';

/** Puts a lab where a link wants it. A link that cannot be followed changes nothing and says why. */
export async function openLink(state: LabState, fragment: string): Promise<void> {
  const link = decodeShareLink(state.lab, fragment);
  if (link.kind === 'problem') refuse(state, link.reason);
  else if (link.kind === 'other') {
    // A lab that is nowhere on the page cannot complain itself: the first one does.
    const ids = [...document.querySelectorAll<HTMLElement>('[data-lab]')].map(
      (element) => element.dataset.lab,
    );
    if (ids[0] === state.lab.id && !ids.includes(link.lab)) refuse(state, unknownLabReason(link.lab));
  } else if (link.kind === 'state') await openState(state, link);
}

async function openState(state: LabState, link: Extract<ShareLink, { kind: 'state' }>): Promise<void> {
  const objection =
    (await objectionTo(state, link)) ?? (link.pinned && (await objectionTo(state, link.pinned)));
  if (objection !== null) {
    refuse(state, objection);
    return;
  }
  state.pin(null);
  state.apply(link.values, link.seed, link.interventions);
  state.wantedStance = link.stance;
  state.parts = link.parts;
  if (link.pinned) await pinAgain(state, link.pinned);
}

/** What the engine says against a setting; null if it would run it. */
async function objectionTo(state: LabState, setting: LabSetting): Promise<string | null> {
  // Knobs alone have been held against their ranges.
  if (Object.keys(setting.interventions).length === 0) return null;
  const { parseScenario } = await import('./validate-scenario.ts');
  try {
    parseScenario(scenarioFor(state.lab, setting.values, setting.interventions));
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The run that was kept to compare with is run again; nobody waits for it. */
async function pinAgain(state: LabState, setting: LabSetting): Promise<void> {
  const { hash } = window.location;
  const scenario = scenarioFor(state.lab, setting.values, setting.interventions);
  const picture = await drawApart(state.lab, scenario, setting.seed);
  if (picture && window.location.hash === hash) state.pin(picture, setting);
}

function refuse(state: LabState, reason: string): void {
  const standing = state.isDefault
    ? 'You see the setting of the lesson instead.'
    : 'The instrument stays as you left it.';
  state.message = `The link could not be followed: ${reason}. ${standing}`;
}
