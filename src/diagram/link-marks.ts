import type { RunResult, Scenario } from '#sim-core';
import { troublesAt } from './conditions.ts';
import type { Layout } from './drawing.ts';
import type { Graph } from './graph.ts';
import { middle } from './length.ts';
import type { Length } from './length.ts';
import { periodWords } from './period.ts';
import type { Placement } from './placement.ts';
import { troublesOf } from './troubles.ts';
import type { Trouble } from './troubles.ts';

/** What is out of the ordinary on the way from one box to another. */
export interface LinkMark {
  readonly link: number;
  readonly kind: 'cut' | 'slow-link' | 'breaker-open' | 'breaker-half-open';
  /** 'API 1 to Payments: circuit breaker open'. */
  readonly words: string;
  readonly wide: MarkPlace;
  readonly tall: MarkPlace;
}

/** Its center. */
export interface MarkPlace {
  readonly left: Length;
  readonly top: number;
}

type LinkTrouble = Trouble & { readonly kind: LinkMark['kind']; readonly callee: string };

const kindWords: Readonly<Record<LinkMark['kind'], string>> = {
  cut: 'cut off',
  'slow-link': 'network slow',
  'breaker-open': 'circuit breaker open',
  'breaker-half-open': 'circuit breaker tries again',
};

/** The marks on the links at a moment. */
export function linkMarksAt(layout: Layout, result: RunResult, seconds: number): LinkMark[] {
  return marksOf(layout, troublesAt(layout.scenario, result, seconds), () => '');
}

/** The same for the run as a whole: how long the network was cut, how long a breaker was open. */
export function linkMarksOfRun(layout: Layout, result: RunResult): LinkMark[] {
  const from = result.warmUpSeconds;
  const seconds = (trouble: Trouble): number =>
    Math.min(trouble.endSeconds, result.durationSeconds) - Math.max(from, trouble.startSeconds);
  const troubles = troublesOf(layout.scenario, result).filter((trouble) => seconds(trouble) > 0);
  // A breaker goes through its states time and again; over the run that it was open is what counts.
  const lasting = troubles.filter(({ kind }) => kind !== 'breaker-half-open');
  return marksOf(layout, lasting, (members) => {
    const machines = new Set(members.map(({ instance }) => instance)).size;
    const sum = members.reduce((total, trouble) => total + seconds(trouble), 0);
    return ` for ${periodWords(sum / machines)}`;
  });
}

function marksOf(
  { scenario, graph, wide, tall }: Layout,
  troubles: readonly Trouble[],
  more: (members: readonly Trouble[]) => string,
): LinkMark[] {
  const marks = new Map<number, LinkMark>();
  const own = troubles.filter(isOfLink);
  for (const trouble of own) {
    for (const link of linksOf(scenario, graph, trouble)) {
      if (marks.has(link)) continue;
      const members = own.filter(
        (other) => other.kind === trouble.kind && linksOf(scenario, graph, other).includes(link),
      );
      const { from, to } = graph.links[link]!;
      const names = `${graph.boxes[from]!.label} to ${graph.boxes[to]!.label}`;
      const words = `${names}: ${kindWords[trouble.kind]}${more(members)}`;
      marks.set(link, {
        link,
        kind: trouble.kind,
        words,
        wide: placeOn(wide, link),
        tall: placeOn(tall, link),
      });
    }
  }
  return [...marks.values()];
}

function isOfLink(trouble: Trouble): trouble is LinkTrouble {
  return trouble.callee !== undefined && Object.hasOwn(kindWords, trouble.kind);
}

function linksOf(scenario: Scenario, graph: Graph, { node, instance, callee }: LinkTrouble): number[] {
  return graph.links.flatMap(({ from, to }, link) => {
    const source = graph.boxes[from]!;
    if (source.node !== node || graph.boxes[to]!.node !== callee) return [];
    const isStruck =
      instance === 0 || (source.first <= instance && instance < source.first + source.machines);
    // The places of callers without machines of their own are counted from 1 as well.
    return isStruck || scenario.nodes[node]?.kind === 'users' ? [link] : [];
  });
}

function placeOn({ orientation, routes, boxes }: Placement, link: number): MarkPlace {
  const route = routes[link]!;
  if (orientation === 'wide') {
    const [start, end] = [route[0]!, route[1]!];
    return { left: middle(start.x, end.x), top: (start.y + end.y) / 2 };
  }
  // Upright the last stretch is short: the mark stands where it begins, or on the way down to a single box.
  const inside = boxes.some(({ top, height }) => route.at(-1)!.y > top && route.at(-1)!.y < top + height);
  const [start, end] = [route.at(-2)!, route.at(-1)!];
  const level = start.y === end.y;
  return { left: start.x, top: level || inside ? start.y : (start.y + end.y) / 2 };
}
