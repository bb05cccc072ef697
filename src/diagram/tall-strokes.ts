import type { Graph } from './graph.ts';
import { length } from './length.ts';
import type { RoutePoint, StrokeGroup } from './placement.ts';

const corner = 6;

/**
 * All lines lie around the middle of the stage, at distances that do not depend
 * on its width, so that one element of fixed width holds them.
 * @param ways the drawn part of each route, by link.
 */
export function tallStrokes(graph: Graph, ways: readonly (readonly RoutePoint[])[]): StrokeGroup {
  const half = Math.max(16, ...ways.flat().map(({ x }) => Math.abs(x.pixels)));
  const lines = new Map<string, number>();
  ways.forEach((way, link) => {
    const points = way
      .map(({ x, y }) => ({ x: half + x.pixels, y }))
      .filter(
        (point, index, all) => index === 0 || point.x !== all[index - 1]!.x || point.y !== all[index - 1]!.y,
      );
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
    left: length(0.5, -half),
    width: length(0, 2 * half),
    unitsWide: 2 * half,
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
