import { copied } from './clipboard.ts';
import type { LabState } from './lab-state.svelte.ts';
import type { Shared } from './share-embed.ts';

/** Making a link to what a lab shows now, and markup that shows it on another site. */
export class ShareState implements Shared {
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
    const { shareEmbed } = await import('./share-embed.ts');
    const { id, title } = this.#lab.lab;
    Object.assign(this, await shareEmbed({ place: id, title }, await this.#fragment()));
  }

  /** The picture has changed, so what was shared is another. */
  forget(): void {
    this.link = '';
    this.embed = '';
    this.outcome = '';
  }

  async #fragment(): Promise<string> {
    const { encodeShareLink } = await import('./share-link.ts');
    const { lab, values, seed, interventions, pinnedSetting: pinned, stance, parts } = this.#lab;
    return encodeShareLink(lab, { values, seed, interventions, pinned, stance, parts });
  }
}
