import type { RunResult, Scenario } from '#sim-core';
import type { Box } from './boxes.ts';
import { graphOf } from './graph.ts';
import type { Choices, Graph } from './graph.ts';
import { linkMarksOfRun } from './link-marks.ts';
import type { LinkMark } from './link-marks.ts';
import { mapOf } from './map-drawing.ts';
import type { MapDrawing } from './map-drawing.ts';
import type { Placement } from './placement.ts';
import { slowSecondsOf } from './slowness.ts';
import { sentencesOf, statesOfRun } from './state.ts';
import type { BoxState } from './state.ts';
import { tallLayout } from './tall.ts';
import { turningPoints } from './turning-points.ts';
import type { TurningPoint } from './turning-points.ts';
import { watchesOf } from './watching.ts';
import type { Watch } from './watching.ts';
import { fittingClass, wideLayout } from './wide.ts';

/** Boxes and links, or places on a map of the world. */
export type DiagramView = 'boxes' | 'map';

/** A placement without what only moving dots need. */
export type Sheet = Omit<Placement, 'routes'>;

/**
 * All of a picture that stands still: plain data, drawn while the site is built, so that
 * a page can show and bring to life a picture without the code that laid it out.
 */
export interface Drawing {
  readonly boxes: readonly Box[];
  readonly wide: Sheet;
  readonly tall: Sheet;
  /** Style sheet class: from which width on the wide shape fits. */
  readonly fits: string;
  /** Means of the run. */
  readonly states: readonly BoxState[];
  /** What was out of the ordinary on the links. */
  readonly linkMarks: readonly LinkMark[];
  /** Who watches the system, over the run as a whole. */
  readonly watches: readonly Watch[];
  /** The same for a screen reader. */
  readonly sentences: readonly string[];
  /** The same on a map of the world, where the scenario says where things are. */
  readonly map: MapDrawing | null;
  readonly turningPoints: readonly TurningPoint[];
  /** From this age on a request is drawn as slow, seconds. */
  readonly slowSeconds: number;
}

/** Where everything stands, whatever the run. */
export interface Layout {
  readonly scenario: Scenario;
  readonly graph: Graph;
  readonly wide: Placement;
  readonly tall: Placement;
  readonly sheets: { readonly wide: Sheet; readonly tall: Sheet };
}

/**
 * Lays out a scenario, with the nodes opened or closed that the reader chose. Most knobs change no box and
 * no link: where the layout before had the same ones its parts are taken over, so that nobody draws them anew.
 */
export function layOut(scenario: Scenario, choices: Choices = {}, before: Layout | null = null): Layout {
  const graph = graphOf(scenario, choices);
  if (before && JSON.stringify(before.graph) === JSON.stringify(graph)) return { ...before, scenario };
  const wide = wideLayout(graph);
  const tall = tallLayout(graph);
  return { scenario, graph, wide, tall, sheets: { wide: sheetOf(wide), tall: sheetOf(tall) } };
}

/** The picture of a run at rest. */
export function draw(layout: Layout, result: RunResult, slowSeconds?: number): Drawing {
  const { scenario, graph, sheets } = layout;
  const slowFrom = slowSeconds ?? slowSecondsOf(scenario);
  const states = statesOfRun(scenario, result, graph, slowFrom);
  const linkMarks = linkMarksOfRun(layout, result);
  const watches = watchesOf(scenario, result, null);
  return {
    boxes: graph.boxes,
    ...sheets,
    fits: fittingClass(graph),
    states,
    linkMarks,
    watches,
    sentences: sentencesOf(scenario, graph, states, [...linkMarks, ...watches]),
    map: mapOf(scenario, result),
    turningPoints: turningPoints(scenario),
    slowSeconds: slowFrom,
  };
}

/** The first picture of a scenario, as it comes with the page. */
export function drawingOf(scenario: Scenario, result: RunResult, slowSeconds?: number): Drawing {
  return draw(layOut(scenario), result, slowSeconds);
}

function sheetOf({ orientation, height, widestStage, boxes, strokes }: Placement): Sheet {
  return { orientation, height, widestStage, boxes, strokes };
}
