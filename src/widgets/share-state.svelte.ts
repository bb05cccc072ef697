import { encodeShareLink } from './share-link.ts';
import type { LabState } from './lab-state.svelte.ts';

/** Making a link to what a lab shows now. */
export class ShareState {
  readonly #lab: LabState;
  /** The link, shown for copying by hand where the clipboard is out of reach; else empty. */
  link = $state('');
  /** What came of it, for the reader; empty before. */
  outcome = $state('');

  constructor(lab: LabState) {
    this.#lab = lab;
  }

  /** Puts the link on the clipboard, or shows it. */
  async share(): Promise<void> {
    const { lab, values, seed } = this.#lab;
    const address = new URL(window.location.href);
    address.hash = encodeShareLink(lab, values, seed);
    try {
      await navigator.clipboard.writeText(address.href);
      this.link = '';
      this.outcome = 'Link copied. It opens this instrument with these knobs and this seed.';
    } catch {
      // No clipboard without https or permission.
      this.link = address.href;
      this.outcome = 'Copy this link. It opens this instrument with these knobs and this seed.';
    }
  }

  /** The picture has changed, so what was shared is another. */
  forget(): void {
    this.link = '';
    this.outcome = '';
  }
}
