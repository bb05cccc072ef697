import { untrack } from 'svelte';
import type { DiagramView } from './drawing.ts';
import type { Choices } from './graph.ts';
import type { PictureState } from './picture-state.svelte.ts';
import type { Screening } from './screening.svelte.ts';

/** How a picture stands: all that a reader can choose of it. */
export interface Stance {
  /** The moment at which it stands still, seconds of the run; null while it moves or shows the whole run. */
  readonly momentSeconds: number | null;
  readonly view: DiagramView;
  /** Nodes that were opened into their parts, or closed. */
  readonly choices: Choices;
}

/** Keeps a picture as somebody else wants it, and tells them how it stands. */
export interface StanceKeeper {
  /** What a link asks for; another object asks again. */
  readonly wanted: Stance | null;
  readonly told: (stance: Stance) => void;
}

/** Keeps a picture and its keeper in step; to be called while the component is made. */
export function keepStance(
  screening: Screening,
  picture: PictureState,
  keeper: () => StanceKeeper | undefined,
): void {
  const stand = ({ momentSeconds, view, choices }: Stance): void => {
    picture.chooseAll(choices);
    picture.view = view;
    if (momentSeconds !== null) screening.seek(momentSeconds);
  };
  const wanted = $derived(keeper()?.wanted);
  $effect(() => {
    const to = wanted;
    if (to) untrack(() => stand(to));
  });
  $effect(() => {
    const { player } = screening;
    keeper()?.told({
      momentSeconds: player.playing ? null : player.seconds,
      view: picture.view,
      choices: picture.choices,
    });
  });
}
