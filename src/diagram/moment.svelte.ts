import { untrack } from 'svelte';
import type { Screening } from './screening.svelte.ts';

/** Where a picture stands, as a link wants it and as the next link will say. */
export interface Moment {
  /** A moment to stand at, seconds of the run; another object asks again. */
  readonly wanted: { readonly seconds: number } | null;
  /** Hears where the picture stands still, seconds; null while it moves or shows the whole run. */
  readonly told: (seconds: number | null) => void;
}

/** Keeps a picture and the moment in step; to be called while the component is made. */
export function keepMoment(screening: Screening, moment: () => Moment | undefined): void {
  const wanted = $derived(moment()?.wanted);
  $effect(() => {
    const to = wanted;
    if (to) untrack(() => screening.seek(to.seconds));
  });
  $effect(() => {
    moment()?.told(screening.player.playing ? null : screening.player.seconds);
  });
}
