import type { LabState } from './lab-state.svelte.ts';

/**
 * Puts a lab where the fragment of the address wants it, or says why it cannot. What reads links is
 * fetched when there is one: most readers come without.
 */
export async function followLink(state: LabState, fragment: string): Promise<void> {
  if (!fragment.startsWith('#lab=')) return;
  try {
    const { openLink } = await import('./open-share-link.ts');
    await openLink(state, fragment);
  } catch {
    state.message = 'The link could not be followed: what reads it could not be loaded.';
  }
}

/** Takes a link to this lab out of the address, when what it stood for is gone. */
export function dropLink(labId: string): void {
  const fields = new URLSearchParams(window.location.hash.slice(1));
  if (fields.get('lab') !== labId) return;
  history.replaceState(history.state, '', window.location.pathname + window.location.search);
}
