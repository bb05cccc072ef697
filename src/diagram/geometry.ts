import type { Graph } from './graph.ts';
import { inPixels } from './length.ts';
import { laneX, laneY, workerX, workerY, workersInset, workersShown, workersWidth } from './placement.ts';
import type { Lane, PlacedBox, Placement, Route } from './placement.ts';

/** Points along a link, pixels: x0, y0, x1, y1 … at equal distances. */
export const samples = 48;

/** A placement on a stage of known width: everything in pixels. */
export interface Geometry {
  readonly links: readonly Float32Array[];
  readonly boxes: readonly BoxGeometry[];
}

export interface BoxGeometry {
  /** Where a dot enters the box. */
  readonly entryX: number;
  readonly entryY: number;
  /** Places in front of it; 0 where nobody waits. */
  readonly places: number;
  /** Places as x0, y0, x1, y1 … from the head. */
  readonly lane: Float32Array;
  /** Workers as x0, y0, …; all in one point if there are too many to show. */
  readonly workers: Float32Array;
  readonly workersShown: number;
}

/** Pixel positions of everything that dots move along. */
export function geometryOf(graph: Graph, placement: Placement, stageWidth: number): Geometry {
  return {
    links: placement.routes.map((route) => sampleRoute(route, placement.orientation === 'wide', stageWidth)),
    boxes: placement.boxes.map((box, index) => boxGeometry(box, graph.boxes[index]!.workers, stageWidth)),
  };
}

function boxGeometry(box: PlacedBox, workers: number, stageWidth: number): BoxGeometry {
  const left = inPixels(box.left, stageWidth);
  const width = inPixels(box.width, stageWidth);
  const middle = box.top + box.height / 2;
  const shown = workers > workersShown ? 0 : workers;
  const workersLeft = box.mirrored
    ? left + width - workersInset - workersWidth(workers)
    : left + workersInset;
  const places = new Float32Array(2 * Math.max(1, shown));
  for (let worker = 0; worker < places.length / 2; worker++) {
    places[2 * worker] = workersLeft + workerX(worker);
    places[2 * worker + 1] = middle + (shown === 0 ? 0 : workerY(worker, workers));
  }
  const lane = box.lane ? laneGeometry(box.lane, stageWidth) : new Float32Array(0);
  return {
    entryX: box.mirrored ? left + width : left,
    entryY: middle,
    places: lane.length / 2,
    lane,
    workers: places,
    workersShown: shown,
  };
}

function laneGeometry(lane: Lane, stageWidth: number): Float32Array {
  const left = inPixels(lane.left, stageWidth);
  const places = new Float32Array(2 * lane.columns * lane.rows);
  for (let turn = 0; turn < places.length / 2; turn++) {
    places[2 * turn] = left + laneX(lane, turn);
    places[2 * turn + 1] = lane.top + laneY(lane, turn);
  }
  return places;
}

function sampleRoute(route: Route, curved: boolean, stageWidth: number): Float32Array {
  const fine: number[] = [];
  for (let index = 1; index < route.length; index++) {
    const x0 = inPixels(route[index - 1]!.x, stageWidth);
    const x1 = inPixels(route[index]!.x, stageWidth);
    const y0 = route[index - 1]!.y;
    const y1 = route[index]!.y;
    for (let step = 0; step <= samples; step++) {
      const t = step / samples;
      // The curve of the strokes: control points level with the ends, half way between them.
      const x = curved ? x0 + (x1 - x0) * (1.5 * t * (1 - t) + t * t * t) : x0 + (x1 - x0) * t;
      fine.push(x, y0 + (y1 - y0) * (curved ? t * t * (3 - 2 * t) : t));
    }
  }
  return atEqualDistances(fine);
}

function atEqualDistances(fine: readonly number[]): Float32Array {
  const lengths = [0];
  for (let index = 2; index < fine.length; index += 2) {
    const step = Math.hypot(fine[index]! - fine[index - 2]!, fine[index + 1]! - fine[index - 1]!);
    lengths.push(lengths.at(-1)! + step);
  }
  const total = lengths.at(-1)!;
  const points = new Float32Array(2 * (samples + 1));
  let segment = 1;
  for (let sample = 0; sample <= samples; sample++) {
    const wanted = (total * sample) / samples;
    while (segment < lengths.length - 1 && lengths[segment]! < wanted) segment += 1;
    const span = lengths[segment]! - lengths[segment - 1]!;
    const share = span === 0 ? 0 : (wanted - lengths[segment - 1]!) / span;
    for (const axis of [0, 1]) {
      const from = fine[2 * segment - 2 + axis]!;
      points[2 * sample + axis] = from + (fine[2 * segment + axis]! - from) * share;
    }
  }
  return points;
}
