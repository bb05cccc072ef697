import type { Graph } from './graph.ts';

/** Where the links of a node run when the picture stands upright: each caller has a line of its own. */
export interface Trunks {
  /** From the middle of the stage, pixels. */
  offset(node: string): number;
  /** On which side its links pass a box that stands alone, and the how many-th line there they are. */
  detour(node: string): { readonly side: 1 | -1; readonly turn: number };
}

/** Lines in the gutter, the straight one first. */
const offsets = [0, 6, -6, 12, -12, 3, -3, 9, -9] as const;

/** Callers whose links run beside each other get lines beside each other. */
export function trunksOf(graph: Graph): Trunks {
  const spans = new Map<string, { start: number; end: number }>();
  for (const link of graph.links) {
    const { node, column } = graph.boxes[link.from]!;
    const end = Math.max(spans.get(node)?.end ?? 0, graph.boxes[link.to]!.column);
    spans.set(node, { start: column, end });
  }
  const places = new Map<string, number>();
  const turns = new Map<string, number>();
  let passing = 0;
  for (const [node, span] of spans) {
    const taken = [...spans]
      .filter(([other, { start, end }]) => places.has(other) && start < span.end && span.start < end)
      .map(([other]) => places.get(other)!);
    const free = offsets.findIndex((_, place) => !taken.includes(place));
    places.set(node, Math.max(0, free));
    if (span.end > span.start + 1) turns.set(node, passing++);
  }
  return {
    offset: (node) => offsets[places.get(node) ?? 0]!,
    detour: (node) => {
      const turn = turns.get(node) ?? 0;
      return { side: turn % 2 === 0 ? 1 : -1, turn: Math.floor(turn / 2) % 3 };
    },
  };
}
