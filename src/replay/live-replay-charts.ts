import type { Attachment } from 'svelte/attachments';
import { liveStills } from '../stills/live-stills.svelte.ts';
import type { ReplayState } from './replay-state.svelte.ts';

/** Brings the charts of the replay to life, which the build drew of the sample. */
export function liveReplayCharts(replay: ReplayState): Attachment<HTMLElement> {
  const { comparison: sample } = replay;
  return liveStills({
    stills: [
      {
        load: async () => (await import('./ReplayCharts.svelte')).default,
        props: {
          get comparison() {
            return replay.comparison;
          },
        },
      },
    ],
    isOutdated: () => replay.comparison !== sample,
    fail: (reason) => (replay.problem = `The charts could not be loaded: ${reason}`),
  });
}
