import type { Snippet } from 'svelte';
import type { Hops, RunResult, Scenario } from '#sim-core';
import type { Box } from './boxes.ts';
import type { DiagramView, Drawing } from './drawing.ts';
import type { StanceKeeper } from './stance.svelte.ts';
import type { TimelineEvent } from './timeline-marks.ts';

/** What a system diagram is given. */
export interface DiagramProps {
  scenario: Scenario;
  result: RunResult;
  /** The picture of both as it comes with the page: `drawingOf` of them. */
  drawing: Drawing;
  /** null until asked for with `onplay`. */
  hops: Hops | null;
  /** Shown above the picture; leave it out where something else on the page names it. */
  title?: string;
  /** Id of the element that names the picture. */
  labelledby?: string;
  /** How it is drawn at first; a map needs regions. */
  view?: DiagramView | undefined;
  /** Without timeline and legend. */
  compact?: boolean;
  /** Plays by itself as soon as it is alive, unless the reader prefers reduced motion. */
  autoplay?: boolean;
  /** From this age on a request is drawn as slow, seconds; default five times its own work. */
  slowSeconds?: number;
  /** What the timeline marks; default the faults of the scenario. */
  events?: readonly TimelineEvent[];
  /** How it stands, as a link wants it and as the next link will say. */
  stance?: StanceKeeper;
  /** Asks for the hops of the run: the reader wants to see it move. */
  onplay?: () => void;
  /** What opens when a box is pressed: gets the box, the time shown (null at rest) and a way to close it. */
  panel?: Snippet<[Box, number | null, () => void]>;
}
