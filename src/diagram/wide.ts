import type { Box, Graph } from './graph.ts';
import { between, length, middle, plus } from './length.ts';
import type { Length } from './length.ts';
import { boxHeight, laneHeight, laneWidth, workersWidth } from './placement.ts';
import type { Lane, PlacedBox, Placement, Route, RoutePoint, StrokeGroup } from './placement.ts';

const margin = 14;
const shortestLink = 46;
const labelLetterWidth = 7.3;
/** Between a lane and the box that it leads to. */
const laneGap = 2;

/** One column of boxes: all equally wide, all with a lane in front or none. */
interface Column {
  readonly left: Length;
  readonly lane: { readonly columns: number; readonly rows: number } | null;
  readonly boxLeft: Length;
  readonly boxWidth: number;
  readonly right: Length;
}

/** From left to right: a column a step away from the users. */
export function wideLayout(graph: Graph): Placement {
  const columns = placeColumns(graph);
  const rows = Math.max(...graph.columns.map((column) => column.length));
  const pitch = boxHeight + (rows > 5 ? 14 : 22);
  // A single row gets air, so that answers can rise from it and it does not look squeezed.
  const above = rows === 1 ? 2 * margin : margin;
  const height = 2 * above + rows * pitch - (pitch - boxHeight) + 8;

  const boxes: PlacedBox[] = [];
  graph.columns.forEach((members, index) => {
    const column = columns[index]!;
    const firstTop = above + ((rows - members.length) * pitch) / 2;
    members.forEach((box, row) => {
      boxes[box] = placeBox(graph.boxes[box]!, column, firstTop + row * pitch);
    });
  });

  const routes = graph.links.map((link) => routeOf(graph, columns, boxes, link));
  return {
    orientation: 'wide',
    height,
    widestStage: columns.length * 330,
    boxes,
    routes,
    strokes: strokesOf(graph, routes),
  };
}

/** Least width of a stage that this orientation fits on, pixels. */
export function wideNeeds(graph: Graph): number {
  return fixedWidths(graph).reduce(
    (sum, column) => sum + column.lane + column.box + shortestLink,
    -shortestLink,
  );
}

function fixedWidths(graph: Graph): { lane: number; box: number }[] {
  return graph.columns.map((members) => {
    const boxes = members.map((index) => graph.boxes[index]!);
    const waits = boxes.some((box) => box.kind === 'service');
    return {
      lane: waits ? laneWidth(laneSize(graph)) + laneGap : 0,
      box: Math.max(...boxes.map(boxWidth)),
    };
  });
}

function laneSize(graph: Graph): { columns: number; rows: number } {
  return graph.columns.length > 3 ? { columns: 6, rows: 5 } : { columns: 12, rows: 5 };
}

function boxWidth(box: Box): number {
  const text = Math.min(140, Math.max(78, box.label.length * labelLetterWidth));
  if (box.kind === 'service') return Math.ceil(46 + workersWidth(box.workers) + text);
  return box.kind === 'load-balancer' ? 152 : Math.ceil(32 + text);
}

function placeColumns(graph: Graph): Column[] {
  const widths = fixedWidths(graph);
  const fixed = widths.reduce((sum, column) => sum + column.lane + column.box, 0);
  const gaps = Math.max(1, widths.length - 1);
  let used = 0;
  return widths.map((column, index) => {
    const left = length(index / gaps, used - (fixed * index) / gaps);
    used += column.lane + column.box;
    const boxLeft = plus(left, column.lane);
    const lane = column.lane > 0 ? laneSize(graph) : null;
    return { left, lane, boxLeft, boxWidth: column.box, right: plus(boxLeft, column.box) };
  });
}

function placeBox(box: Box, column: Column, top: number): PlacedBox {
  const size = box.kind === 'service' ? column.lane : null;
  const lane: Lane | null = size && {
    ...size,
    left: column.left,
    top: top + (boxHeight - laneHeight(size)) / 2,
    head: 'right',
  };
  const width = length(0, column.boxWidth);
  return { left: column.boxLeft, width, top, height: boxHeight, mirrored: false, lane };
}

function routeOf(
  graph: Graph,
  columns: readonly Column[],
  boxes: readonly PlacedBox[],
  link: { from: number; to: number },
): Route {
  const source = graph.boxes[link.from]!;
  const target = graph.boxes[link.to]!;
  const startY = middleOf(boxes[link.from]!);
  const endY = middleOf(boxes[link.to]!);
  const start: RoutePoint = { x: columns[source.column]!.right, y: startY };
  const points = [start];
  // A link past a column goes under it, below its last box.
  for (let passed = source.column + 1; passed < target.column; passed++) {
    const y = Math.max(...graph.columns[passed]!.map((box) => boxes[box]!.top + boxHeight)) + 13;
    points.push({ x: columns[passed]!.left, y }, { x: columns[passed]!.right, y });
  }
  const end = { x: columns[target.column]!.left, y: endY };
  const last = points.at(-1)!;
  const sources = graph.links.filter((other) => other.to === link.to).length;
  const targets = graph.links.filter(
    (other) => other.from === link.from && graph.boxes[other.to]!.column === target.column,
  ).length;
  // Several callers of several machines meet in one point instead of crossing each other.
  if (sources > 1 && targets > 1) points.push({ x: middle(last.x, end.x), y: meanY(graph, boxes, link.to) });
  points.push(end);
  const box = boxes[link.to]!;
  if (!box.lane && columns[target.column]!.lane) points.push({ x: box.left, y: endY });
  return points;
}

function middleOf(box: PlacedBox): number {
  return box.top + box.height / 2;
}

function meanY(graph: Graph, boxes: readonly PlacedBox[], box: number): number {
  const node = graph.boxes[box]!.node;
  const machines = graph.boxes
    .filter((other) => other.node === node)
    .map((other) => middleOf(boxes[other.index]!));
  return machines.reduce((sum, y) => sum + y, 0) / machines.length;
}

/** Each different piece of the routes once, grouped by the span of the stage that it crosses. */
function strokesOf(graph: Graph, routes: readonly Route[]): StrokeGroup[] {
  const groups = new Map<string, { left: Length; width: Length; lines: Map<string, number> }>();
  routes.forEach((route, link) => {
    for (let index = 1; index < route.length; index++) {
      const from = route[index - 1]!;
      const to = route[index]!;
      const key = JSON.stringify([from.x, to.x]);
      const group = groups.get(key) ?? {
        left: from.x,
        width: between(from.x, to.x),
        lines: new Map<string, number>(),
      };
      const path = `M0 ${from.y}C50 ${from.y} 50 ${to.y} 100 ${to.y}`;
      const target = graph.links[link]!.to;
      group.lines.set(path, (group.lines.get(path) ?? target) === target ? target : -1);
      groups.set(key, group);
    }
  });
  return [...groups.values()].map(({ left, width, lines }) => ({
    left,
    width,
    unitsWide: 100,
    lines: [...lines].map(([path, to]) => ({ path, to })),
  }));
}

const stageWidths = [440, 520, 600, 700, 800, 1000] as const;

/** Style sheet class of a picture that stands upright on stages narrower than the number in it. */
export function fittingClass(graph: Graph): string {
  const needed = wideNeeds(graph);
  return `fits-${stageWidths.find((width) => width >= needed) ?? stageWidths.at(-1)}`;
}
