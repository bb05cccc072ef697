import type { Box, Graph } from './graph.ts';
import { length, plus } from './length.ts';
import { boxHeight, laneHeight, workersInset, workersWidth } from './placement.ts';
import type { Lane, PlacedBox, Placement, Route, StrokeGroup } from './placement.ts';

/** The middle of the stage, where all links run. */
const center = length(0.5);
const halfGutter = 16;
const margin = 12;
const layerGap = 34;
const singleWidth = 216;
const laneSize = { columns: 15, rows: 4 };
const laneGap = 5;
const waitingTextHeight = 16;
const corner = 6;

/** From top to bottom: a layer a step away from the users, its machines in two columns. */
export function tallLayout(graph: Graph): Placement {
  const boxes: PlacedBox[] = [];
  let top = margin;
  for (const members of graph.columns) {
    const layer = members.map((index) => graph.boxes[index]!);
    const waits = layer.some((box) => box.kind === 'service');
    const cell = boxHeight + (waits ? laneGap + laneHeight(laneSize) + waitingTextHeight : 0);
    layer.forEach((box, index) => {
      const row = Math.floor(index / 2);
      boxes[box.index] = placeBox(
        box,
        layer.length === 1 ? 'center' : index % 2 === 0 ? 'left' : 'right',
        top + row * (cell + 16),
      );
    });
    const rows = layer.length === 1 ? 1 : Math.ceil(layer.length / 2);
    top += rows * (cell + 16) - 16 + layerGap;
  }
  const routes = graph.links.map((link) => routeOf(graph, boxes, link));
  return {
    orientation: 'tall',
    height: top - layerGap + margin,
    widestStage: 440,
    boxes,
    routes,
    strokes: [strokesOf(graph, routes)],
  };
}

function placeBox(box: Box, side: 'left' | 'center' | 'right', top: number): PlacedBox {
  const left = side === 'left' ? length(0) : plus(center, side === 'right' ? halfGutter : -singleWidth / 2);
  const width = side === 'center' ? length(0, singleWidth) : length(0.5, -halfGutter);
  const mirrored = side === 'left';
  const laneWidth = laneSize.columns * 7 + 2;
  const lane: Lane | null =
    box.kind === 'service'
      ? {
          ...laneSize,
          left: mirrored ? plus(center, -halfGutter - laneWidth) : left,
          top: top + boxHeight + laneGap,
          head: mirrored ? 'right' : 'left',
        }
      : null;
  return { left, width, top, height: boxHeight, mirrored, lane };
}

function routeOf(graph: Graph, boxes: readonly PlacedBox[], link: { from: number; to: number }): Route {
  const source = boxes[link.from]!;
  const target = boxes[link.to]!;
  const points = [];
  if (isCentered(source)) {
    points.push({ x: center, y: source.top + source.height });
  } else {
    const y = source.top + source.height / 2 + 9;
    points.push({ x: innerEdge(source), y }, { x: center, y });
  }
  if (isCentered(target)) {
    points.push({ x: center, y: target.top });
    if (target.lane) points.push(...wayToWorkers(target, graph.boxes[link.to]!.workers));
  } else {
    // Beside the line that leaves the box, if one does.
    const leaves = graph.links.some((other) => other.from === link.to);
    const y = target.top + target.height / 2 - (leaves ? 9 : 0);
    points.push({ x: center, y }, { x: innerEdge(target), y });
  }
  return points;
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

function innerEdge(box: PlacedBox) {
  return plus(center, box.mirrored ? -halfGutter : halfGutter);
}

/**
 * All lines lie in the gutter around the middle, so that one element of fixed
 * width holds them; what dots do beyond it, at the edge of a box, is not drawn.
 */
function strokesOf(graph: Graph, routes: readonly Route[]): StrokeGroup {
  const lines = new Map<string, number>();
  routes.forEach((route, link) => {
    const points = route
      .filter((point) => Math.abs(point.x.pixels) <= halfGutter)
      .map((point) => ({ x: halfGutter + point.x.pixels, y: point.y }));
    const target = graph.links[link]!.to;
    let path = `M${points[0]!.x} ${points[0]!.y}`;
    for (let index = 1; index < points.length; index++) {
      const point = points[index]!;
      const before = points[index - 1]!;
      const after = points[index + 1];
      if (!after) path += `L${point.x} ${point.y}`;
      else {
        const into = stepBack(point, before);
        const out = stepBack(point, after);
        path += `L${into.x} ${into.y}Q${point.x} ${point.y} ${out.x} ${out.y}`;
      }
    }
    lines.set(path, target);
  });
  return {
    left: plus(center, -halfGutter),
    width: length(0, 2 * halfGutter),
    unitsWide: 2 * halfGutter,
    lines: [...lines].map(([path, to]) => ({ path, to })),
  };
}

/** A point on the way from a corner towards a neighbor, where its rounding begins. */
function stepBack(
  from: { x: number; y: number },
  towards: { x: number; y: number },
): { x: number; y: number } {
  const distance = Math.hypot(towards.x - from.x, towards.y - from.y);
  const share = distance === 0 ? 0 : Math.min(corner, distance / 2) / distance;
  return { x: from.x + (towards.x - from.x) * share, y: from.y + (towards.y - from.y) * share };
}
