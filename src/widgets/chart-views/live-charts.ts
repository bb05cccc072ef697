import type { Attachment } from 'svelte/attachments';
import type { StopRange } from '../../charts/range-selection.svelte.ts';
import { liveStills } from '../../stills/live-stills.svelte.ts';
import type { LabState } from '../lab-state.svelte.ts';
import type { ChartsInTurn } from './charts-in-turn.svelte.ts';
import { withPart } from '../chart-parts.ts';
import { loadView } from './load-view.ts';

/** Brings the charts of a lab to life: see `liveStills`. A page loads only the kinds that it shows. */
export function liveCharts(current: LabState, charts: ChartsInTurn): Attachment<HTMLElement> {
  return liveStills({
    stills: current.lab.charts.map((spec, index) => ({
      load: () => loadView(spec.kind),
      props: {
        get subject() {
          return charts.subjectOf(index);
        },
        get part() {
          return current.parts[index] ?? null;
        },
        onpart: (part: StopRange | null) => (current.parts = withPart(current.parts, index, part)),
        spec,
      },
    })),
    isOutdated: () => current.settledRuns > 0 || current.status !== 'ready' || current.pinned !== null,
    fail: (reason) => (current.message = `The charts could not be loaded: ${reason}`),
  });
}
