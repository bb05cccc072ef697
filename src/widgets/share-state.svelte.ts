import type { LabState } from './lab-state.svelte.ts';

/** Making a link to what a lab shows now, and markup that shows it on another site. */
export class ShareState {
  readonly #lab: LabState;
  /** The link, shown for copying by hand where the clipboard is out of reach; else empty. */
  link = $state('');
  /** The markup for another site; empty until asked for. */
  embed = $state('');
  /** What came of it, for the reader; empty before. */
  outcome = $state('');

  constructor(lab: LabState) {
    this.#lab = lab;
  }

  /** Puts the link on the clipboard, or shows it. */
  async share(): Promise<void> {
    const address = new URL(window.location.href);
    address.hash = await this.#fragment();
    this.embed = '';
    const isCopied = await copied(address.href);
    this.link = isCopied ? '' : address.href;
    this.outcome = isCopied
      ? 'Link copied. It opens this instrument as it stands.'
      : 'Copy this link. It opens this instrument as it stands.';
  }

  /** Shows the markup for another site, and puts it on the clipboard where that can be had. */
  async shareEmbed(): Promise<void> {
    const { embedSnippet } = await import('./share-embed.ts');
    const course = new URL(import.meta.env.BASE_URL.replace(/\/?$/, '/'), window.location.href);
    const { id, title } = this.#lab.lab;
    this.embed = embedSnippet(course, id, title, await this.#fragment());
    this.link = '';
    this.outcome = (await copied(this.embed))
      ? 'Markup copied. It shows this instrument, as it stands, on another site or a slide.'
      : 'Copy this markup. It shows this instrument, as it stands, on another site or a slide.';
  }

  /** The picture has changed, so what was shared is another. */
  forget(): void {
    this.link = '';
    this.embed = '';
    this.outcome = '';
  }

  async #fragment(): Promise<string> {
    const { encodeShareLink } = await import('./share-link.ts');
    const { lab, values, seed, interventions, pinnedSetting: pinned, stance } = this.#lab;
    return encodeShareLink(lab, { values, seed, interventions, pinned, stance });
  }
}

/** False where there is no clipboard: without https, or without permission. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
