import type { LabState } from './lab-state.svelte.ts';
import { decodeShareLink, unknownLabMessage } from './share-link.ts';

/** Puts a lab where the fragment of the address wants it, or says why it cannot. */
export function followLink(state: LabState, fragment: string): void {
  const link = decodeShareLink(state.lab, fragment);
  if (link.kind === 'state') state.apply(link.values, link.seed);
  else if (link.kind === 'problem') {
    state.reset();
    state.message = link.message;
  } else if (link.kind === 'other') {
    // A lab that is nowhere on the page cannot complain itself: the first one does.
    const ids = [...document.querySelectorAll<HTMLElement>('[data-lab]')].map(
      (element) => element.dataset.lab,
    );
    if (ids[0] === state.lab.id && !ids.includes(link.lab)) state.message = unknownLabMessage(link.lab);
  }
}

/** Takes a link to this lab out of the address, when what it stood for is gone. */
export function dropLink(labId: string): void {
  const fields = new URLSearchParams(window.location.hash.slice(1));
  if (fields.get('lab') !== labId) return;
  history.replaceState(history.state, '', window.location.pathname + window.location.search);
}
