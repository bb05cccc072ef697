import type { Box, Graph } from './graph.ts';
import { length, plus } from './length.ts';
import type { Length } from './length.ts';
import { boxHeight, laneHeight, workersInset, workersWidth } from './placement.ts';
import type { Lane, PlacedBox, Placement, Route, RoutePoint } from './placement.ts';
import { tallStrokes } from './tall-strokes.ts';
import { trunksOf } from './trunks.ts';
import type { Trunks } from './trunks.ts';

/** The middle of the stage, where links run. */
const center = length(0.5);
const halfGutter = 16;
const margin = 14;
const layerGap = 38;
const rowGap = 18;
const singleWidth = 216;
/** Beside a box that stands alone: the first of the links that pass it. */
const passInset = 11;
const passPitch = 6;
const laneSize = { columns: 13, rows: 4 };
/** Between a lane and the box below it: the words and the switch on its upper edge stand there. */
const laneGap = 11;
const waitingTextHeight = 16;
/** Above a box in front of which somebody may wait. */
const laneSpace = waitingTextHeight + laneHeight(laneSize) + laneGap;

/** A layer of boxes: alone in the middle, or in two columns beside the gutter. */
interface Layer {
  readonly top: number;
  readonly bottom: number;
  readonly isSingle: boolean;
}

/** From top to bottom: a layer a step away from the users, its boxes in two columns. */
export function tallLayout(graph: Graph): Placement {
  const boxes: PlacedBox[] = [];
  const layers: Layer[] = [];
  let top = margin;
  for (const members of graph.columns) {
    const layer = members.map((index) => graph.boxes[index]!);
    const above = layer.some((box) => box.waits) ? laneSpace : 0;
    const cell = above + boxHeight;
    layer.forEach((box, index) => {
      const side = layer.length === 1 ? 'center' : index % 2 === 0 ? 'left' : 'right';
      boxes[box.index] = placeBox(box, side, top + above + Math.floor(index / 2) * (cell + rowGap));
    });
    const rows = layer.length === 1 ? 1 : Math.ceil(layer.length / 2);
    const bottom = top + rows * (cell + rowGap) - rowGap;
    layers.push({ top, bottom, isSingle: layer.length === 1 });
    top = bottom + layerGap;
  }
  const trunks = trunksOf(graph);
  const ways = graph.links.map((link) => wayOf(graph, boxes, layers, trunks, link));
  return {
    orientation: 'tall',
    height: top - layerGap + margin,
    widestStage: 440,
    boxes,
    routes: ways.map(({ seen, unseen }) => [...seen, ...unseen]),
    strokes: [
      tallStrokes(
        graph,
        ways.map(({ seen }) => seen),
      ),
    ],
  };
}

function placeBox(box: Box, side: 'left' | 'center' | 'right', top: number): PlacedBox {
  const left = side === 'left' ? length(0) : plus(center, side === 'right' ? halfGutter : -singleWidth / 2);
  const width = side === 'center' ? length(0, singleWidth) : length(0.5, -halfGutter);
  const mirrored = side === 'left';
  const laneWidth = laneSize.columns * 7 + 2;
  const lane: Lane | null = box.waits
    ? {
        ...laneSize,
        left: mirrored ? plus(center, -halfGutter - laneWidth) : left,
        top: top - laneGap - laneHeight(laneSize),
        head: mirrored ? 'right' : 'left',
      }
    : null;
  return { left, width, top, height: boxHeight, mirrored, lane };
}

/** The way of a request, the part that is drawn and the part inside the box. */
function wayOf(
  graph: Graph,
  boxes: readonly PlacedBox[],
  layers: readonly Layer[],
  trunks: Trunks,
  link: { from: number; to: number },
): { seen: RoutePoint[]; unseen: Route } {
  const source = boxes[link.from]!;
  const target = boxes[link.to]!;
  const { node, column } = graph.boxes[link.from]!;
  const trunk = trunks.offset(node);
  const x = plus(center, trunk);
  const seen: RoutePoint[] = [];
  if (isCentered(source)) {
    seen.push({ x, y: source.top + source.height });
  } else {
    const y = source.top + source.height / 2 + 9;
    seen.push({ x: innerEdge(source), y }, { x, y });
  }
  for (let passed = column + 1; passed < graph.boxes[link.to]!.column; passed++) {
    const layer = layers[passed]!;
    if (!layer.isSingle) continue;
    const { side, turn } = trunks.detour(node);
    const beside = plus(center, side * (singleWidth / 2 + passInset + turn * passPitch));
    const above = layer.top - layerGap / 2 + 4 - turn * 4;
    const below = layer.bottom + layerGap / 2 - 8 + turn * 4;
    seen.push({ x, y: above }, { x: beside, y: above }, { x: beside, y: below }, { x, y: below });
  }
  if (isCentered(target)) {
    seen.push({ x, y: target.top });
    return { seen, unseen: target.lane ? wayToWorkers(target, graph.boxes[link.to]!.workers) : [] };
  }
  // Beside the line that leaves the box, if one does.
  const leaves = graph.links.some((other) => other.from === link.to);
  const y = target.top + target.height / 2 - (leaves ? 9 : 0);
  seen.push({ x, y }, { x: innerEdge(target), y });
  return { seen, unseen: [] };
}

/** Along the upper edge of a box and down to its workers: a dot that runs across the label could not be read. */
function wayToWorkers(box: PlacedBox, workers: number): Route {
  const x = plus(box.left, workersInset + workersWidth(workers) / 2);
  return [
    { x, y: box.top },
    { x, y: box.top + box.height / 2 },
  ];
}

function isCentered(box: PlacedBox): boolean {
  return box.width.share === 0;
}

function innerEdge(box: PlacedBox): Length {
  return plus(center, box.mirrored ? -halfGutter : halfGutter);
}
