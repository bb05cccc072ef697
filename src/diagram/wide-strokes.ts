import type { Graph } from './graph.ts';
import { between, inPixels } from './length.ts';
import type { Length } from './length.ts';
import type { Route, RoutePoint, StrokeGroup } from './placement.ts';

const unitsWide = 100;

interface Group {
  readonly left: Length;
  readonly width: Length;
  readonly lines: Map<string, number>;
}

/** Each different piece of the routes once, grouped by the span of the stage that it crosses. */
export function wideStrokes(graph: Graph, routes: readonly Route[]): StrokeGroup[] {
  const groups = new Map<string, Group>();
  routes.forEach((route, link) => {
    const { to } = graph.links[link]!;
    for (let index = 1; index < route.length; index++) {
      const [start, end] = inOrder(route[index - 1]!, route[index]!);
      const key = JSON.stringify([start.x, end.x]);
      const width = between(start.x, end.x);
      const isUpright = width.share === 0 && width.pixels === 0;
      // Something without width could not be stretched.
      const group: Group = groups.get(key) ?? {
        left: start.x,
        width: isUpright ? { share: 0, pixels: 1 } : width,
        lines: new Map(),
      };
      const curve = `C50 ${start.y} 50 ${end.y} 100 ${end.y}`;
      const path = `M0 ${start.y}${isUpright ? `V${end.y}` : start.y === end.y ? 'H100' : curve}`;
      group.lines.set(path, (group.lines.get(path) ?? to) === to ? to : -1);
      groups.set(key, group);
    }
  });
  return [...groups.values()].map(({ left, width, lines }) => ({
    left,
    width,
    unitsWide,
    lines: [...lines].map(([path, to]) => ({ path, to })),
  }));
}

function inOrder(a: RoutePoint, b: RoutePoint): [RoutePoint, RoutePoint] {
  return inPixels(a.x, 2000) <= inPixels(b.x, 2000) ? [a, b] : [b, a];
}
