import { boxWidths } from './box-width.ts';
import type { Box, Graph } from './graph.ts';
import { length, middle, plus } from './length.ts';
import type { Length } from './length.ts';
import { boxHeight, laneHeight, laneWidth } from './placement.ts';
import type { Lane, PlacedBox, Placement, Route, RoutePoint } from './placement.ts';
import { passKey } from './slots.ts';
import { stackedCenters } from './stacking.ts';
import type { Unit } from './stacking.ts';
import { wideStrokes } from './wide-strokes.ts';

const margin = 14;
const shortestLink = 46;
/** Where many columns have to share the stage. */
const tightestLink = 26;
/** Stages narrower than this are served by boxes at their narrowest, if need be. */
const usualStage = 700;
const laneGap = 2;
const passHeight = 12;
/** Above the first box there may be a mark or a switch in its edge. */
const headroom = 8;

/** One column of boxes: all equally wide, all with a lane in front or none. */
interface Column {
  readonly left: Length;
  readonly lane: { readonly columns: number; readonly rows: number } | null;
  readonly boxLeft: Length;
  readonly boxWidth: Length;
  readonly right: Length;
}

/** From left to right: a column a step away from the users. */
export function wideLayout(graph: Graph): Placement {
  const columns = placeColumns(graph);
  const { centers, height } = placeRows(graph);
  const boxes: PlacedBox[] = graph.boxes.map((box) =>
    placeBox(box, columns[box.column]!, centers.box(box) - boxHeight / 2),
  );
  const routes = graph.links.map((link) => routeOf(graph, columns, boxes, centers.pass, height, link));
  return {
    orientation: 'wide',
    height,
    widestStage: columns.length * 330,
    boxes,
    routes,
    strokes: wideStrokes(graph, routes),
  };
}

/** Least width of a stage that this orientation fits on, pixels. */
export function wideNeeds(graph: Graph): number {
  const { needs } = measures(graph);
  return needs.at(-1)!.end;
}

interface Measure {
  readonly lane: number;
  /** Edges at the narrowest stage, and where there is room. */
  readonly start: number;
  readonly end: number;
}

/** Where the columns begin and end, on the narrowest stage that they fit on and on a roomy one. */
function measures(graph: Graph): { needs: Measure[]; room: Measure[] } {
  const columns = graph.columns.map((members) => {
    const boxes = members.map((index) => graph.boxes[index]!);
    const widths = boxes.map(boxWidths);
    return {
      lane: boxes.some((box) => box.waits) ? laneWidth(laneSize(graph)) + laneGap : 0,
      least: Math.max(...widths.map((width) => width.least)),
      roomy: Math.max(...widths.map((width) => width.roomy)),
    };
  });
  const along = (width: 'least' | 'roomy', gap: number): Measure[] => {
    let at = 0;
    return columns.map((column) => {
      const start = at;
      const end = start + column.lane + column[width];
      at = end + gap;
      return { lane: column.lane, start, end };
    });
  };
  const room = along('roomy', shortestLink);
  // Whatever fits on a usual stage with room keeps it, and only its links grow.
  return { needs: room.at(-1)!.end <= usualStage ? room : along('least', tightestLink), room };
}

function placeColumns(graph: Graph): Column[] {
  const { needs, room } = measures(graph);
  const narrow = needs.at(-1)!.end;
  const grows = room !== needs;
  const gaps = Math.max(1, room.length - 1);
  // The second stage between which and the first all is linear.
  const far = grows ? room.at(-1)!.end + gaps * shortestLink : narrow + 1000;
  const at = (near: number, later: number): Length => {
    const share = (later - near) / (far - narrow);
    return length(share, near - share * narrow);
  };
  const slack = (index: number) => ((grows ? shortestLink * gaps : 1000) * index) / gaps;
  return needs.map((near, index) => {
    const later = room[index]!;
    const left = at(near.start, later.start + slack(index));
    const right = at(near.end, later.end + slack(index));
    const boxLeft = plus(left, near.lane);
    const boxWidth = { share: right.share - boxLeft.share, pixels: right.pixels - boxLeft.pixels };
    return { left, lane: near.lane > 0 ? laneSize(graph) : null, boxLeft, boxWidth, right };
  });
}

function laneSize(graph: Graph): { columns: number; rows: number } {
  const count = graph.columns.length;
  return { columns: count > 5 ? 3 : count > 4 ? 4 : count > 3 ? 6 : 12, rows: 5 };
}

function placeRows(graph: Graph) {
  const rows = Math.max(...graph.columns.map((column) => column.length));
  const gap = rows > 5 ? 22 : 24;
  const unitOf = ({ node, key }: { node: string | null; key: string }): Unit => {
    const count = node === null ? 0 : graph.boxes.filter((box) => box.node === node).length;
    return { key, size: node === null ? passHeight : count * (boxHeight + gap) - gap };
  };
  const centers = stackedCenters(
    graph.slots.map((slots) => slots.map(unitOf)),
    neighborsIn(graph),
    gap,
  );
  const first = new Map<string, Box>();
  for (const box of graph.boxes) if (!first.has(box.node)) first.set(box.node, box);
  const sizes = new Map(graph.slots.flat().map((slot) => [slot.key, unitOf(slot).size]));
  const edges = [...centers].map(([key, center]) => ({ center, size: sizes.get(key)! }));
  const top = Math.min(...edges.map(({ center, size }) => center - size / 2));
  const bottom = Math.max(...edges.map(({ center, size }) => center + size / 2));
  // A single row gets air, so that answers can rise from it and it does not look squeezed.
  const above = bottom - top < 2 * boxHeight ? 2 * margin : margin + headroom;
  const shift = above - top;
  return {
    height: Math.round(bottom + shift + above + headroom / 2),
    centers: {
      pass: (key: string) => Math.round(centers.get(key)! + shift),
      box: (box: Box) => {
        const turn = box.index - first.get(box.node)!.index;
        const unitTop = centers.get(box.node)! - sizes.get(box.node)! / 2 + shift;
        return Math.round(unitTop) + turn * (boxHeight + gap) + boxHeight / 2;
      },
    },
  };
}

/** Keys of what a place is joined with, in both directions. */
function neighborsIn(graph: Graph): (key: string) => readonly string[] {
  const neighbors = new Map<string, string[]>();
  const join = (a: string, b: string): void => {
    neighbors.set(a, [...(neighbors.get(a) ?? []), b]);
    neighbors.set(b, [...(neighbors.get(b) ?? []), a]);
  };
  const seen = new Set<string>();
  for (const link of graph.links) {
    const from = graph.boxes[link.from]!;
    const to = graph.boxes[link.to]!;
    const pair = `${from.node} ${to.node}`;
    if (seen.has(pair)) continue;
    seen.add(pair);
    let last = from.node;
    for (let column = from.column + 1; column < to.column; column++) {
      const key = passKey(from.node, to.node, column);
      join(last, key);
      last = key;
    }
    if (to.column > from.column) join(last, to.node);
  }
  return (key) => neighbors.get(key) ?? [];
}

function placeBox(box: Box, column: Column, top: number): PlacedBox {
  const size = box.waits ? column.lane : null;
  const lane: Lane | null = size && {
    ...size,
    left: column.left,
    top: top + (boxHeight - laneHeight(size)) / 2,
    head: 'right',
  };
  return { left: column.boxLeft, width: column.boxWidth, top, height: boxHeight, mirrored: false, lane };
}

function routeOf(
  graph: Graph,
  columns: readonly Column[],
  boxes: readonly PlacedBox[],
  passY: (key: string) => number,
  height: number,
  link: { from: number; to: number },
): Route {
  const source = graph.boxes[link.from]!;
  const target = graph.boxes[link.to]!;
  const startY = middleOf(boxes[link.from]!);
  const endY = middleOf(boxes[link.to]!);
  const { left, lane } = columns[target.column]!;
  const points: RoutePoint[] = [{ x: columns[source.column]!.right, y: startY }];
  const end = { x: left, y: endY };
  if (target.column <= source.column) {
    // A circle of calls: back below everything.
    const x = plus(columns[source.column]!.right, 10);
    const back = plus(left, -10);
    const y = height - 5;
    points.push({ x, y: startY }, { x, y }, { x: back, y }, { x: back, y: endY });
  }
  for (let passed = source.column + 1; passed < target.column; passed++) {
    const y = passY(passKey(source.node, target.node, passed));
    points.push({ x: columns[passed]!.left, y }, { x: columns[passed]!.right, y });
  }
  const last = points.at(-1)!;
  const sources = graph.links.filter((other) => other.to === link.to).length;
  const targets = graph.links.filter(
    (other) => other.from === link.from && graph.boxes[other.to]!.node === target.node,
  ).length;
  // Several callers of several machines meet in one point instead of crossing each other.
  if (sources > 1 && targets > 1 && target.column > source.column) {
    points.push({ x: middle(last.x, end.x), y: meanY(graph, boxes, target.node) });
  }
  points.push(end);
  const box = boxes[link.to]!;
  if (!box.lane && lane) points.push({ x: box.left, y: endY });
  return points;
}

function middleOf(box: PlacedBox): number {
  return box.top + box.height / 2;
}

function meanY(graph: Graph, boxes: readonly PlacedBox[], node: string): number {
  const machines = graph.boxes
    .filter((other) => other.node === node)
    .map(({ index }) => middleOf(boxes[index]!));
  return machines.reduce((sum, y) => sum + y, 0) / machines.length;
}

const stageWidths = [440, 520, 600, 700, 760, 820, 880, 940, 1000, 1200] as const;

/** Style sheet class of a picture that stands upright on stages narrower than the number in it. */
export function fittingClass(graph: Graph): string {
  const needed = wideNeeds(graph);
  const width = stageWidths.find((candidate) => candidate >= needed);
  return width === undefined ? 'fits-none' : `fits-${width}`;
}
