import type { Box } from './boxes.ts';

/** A box by what it stands for, which outlives another drawing: its node, and the first of its machines, from 1. */
export type BoxName = Pick<Box, 'node' | 'first'>;

/** What a reader looks into, in a picture. */
export class Attention {
  /** The box whose panel is open; null for none. */
  box: BoxName | null = $state.raw(null);
  /** One request is followed, or about to be. */
  following = $state(false);

  /** Nothing is looked into, and nobody followed. */
  get isNowhere(): boolean {
    return this.box === null && !this.following;
  }

  /** Whether the panel of this box is open. */
  isOn({ node, first }: Box): boolean {
    return this.box?.node === node && this.box.first === first;
  }

  /** Opens the panel of a box, or closes it. */
  toggle(box: Box): void {
    this.box = this.isOn(box) ? null : { node: box.node, first: box.first };
  }
}
