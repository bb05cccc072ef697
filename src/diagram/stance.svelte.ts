import { untrack } from 'svelte';
import type { Attention, BoxName } from './attention.svelte.ts';
import type { DiagramView } from './drawing.ts';
import type { Choices } from './graph.ts';
import type { PictureState } from './picture-state.svelte.ts';
import type { Screening } from './screening.svelte.ts';
import type { Speed } from './speeds.ts';

/** How a picture stands: all that a reader can choose of it. */
export interface Stance {
  /** The moment at which it stands still, seconds of the run; null while it moves or shows the whole run. */
  readonly momentSeconds: number | null;
  readonly view: DiagramView;
  /** Nodes that were opened into their parts, or closed. */
  readonly choices: Choices;
  /** How many speeds faster than the usual one it plays; below 0 slower. */
  readonly pace: number;
  /** The box whose panel is open; null for none. */
  readonly panel: BoxName | null;
  /** Number of the request that is followed; null for none. */
  readonly followed: number | null;
}

/** Keeps a picture as somebody else wants it, and tells them how it stands. */
export interface StanceKeeper {
  /** What a link asks for; another object asks again. */
  readonly wanted: Stance | null;
  readonly told: (stance: Stance) => void;
}

/** All of a picture that a stance is about. */
interface Picture {
  readonly screening: Screening;
  readonly state: PictureState;
  readonly attention: Attention;
  readonly speeds: readonly Speed[];
}

/** Keeps a picture and its keeper in step; to be called while the component is made. */
export function keepStance(
  { screening, state, attention, speeds }: Picture,
  keeper: () => StanceKeeper | undefined,
): void {
  const { player } = screening;
  const placeOf = (ratio: number): number => speeds.findIndex((speed) => speed.ratio === ratio);
  const usual = placeOf(player.ratio);
  const stand = ({ momentSeconds, view, choices, pace, panel, followed }: Stance): void => {
    state.chooseAll(choices);
    state.view = view;
    attention.box = panel;
    const speed = speeds[usual + pace];
    if (speed) screening.changeSpeed(speed.ratio);
    if (momentSeconds !== null) screening.seek(momentSeconds);
    else if (followed !== null) screening.seek(screening.openingSeconds);
    attention.following = followed !== null;
    screening.follow(followed);
  };
  const wanted = $derived(keeper()?.wanted);
  $effect(() => {
    const to = wanted;
    if (to) untrack(() => stand(to));
  });
  $effect(() => {
    keeper()?.told({
      momentSeconds: player.playing ? null : player.seconds,
      view: state.view,
      choices: state.choices,
      pace: placeOf(player.ratio) - usual,
      panel: attention.box,
      followed: attention.following ? screening.followed : null,
    });
  });
}
