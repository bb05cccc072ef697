import type { Hops, NodeKind } from '#sim-core';
import { waitsAsDots } from './boxes.ts';
import { boxOf } from './graph.ts';
import type { Graph } from './graph.ts';

/**
 * The hops of a run, prepared for drawing: a row a visit, with the link that it
 * came by and the box that it came to. Times are seconds of the run.
 */
export interface Journeys {
  readonly rows: number;
  /** One dot stands for so many requests. */
  readonly every: number;
  readonly boxes: number;
  /** Number of the request that the visit belongs to. */
  readonly request: Float64Array;
  /** Index of the link; -1 for a row that is not drawn. */
  readonly link: Int32Array;
  readonly box: Int32Array;
  /** Columns of the boxes at both ends. */
  readonly columnFrom: Uint8Array;
  readonly columnTo: Uint8Array;
  /** When the request left its users. */
  readonly bornSeconds: Float64Array;
  readonly leaveSeconds: Float64Array;
  /** When it was there; the rest of its way is drawn for the eye. */
  readonly arriveSeconds: Float64Array;
  readonly startSeconds: Float64Array;
  readonly answerSeconds: Float64Array;
  readonly outcome: Uint8Array;
  /** 1 where requests wait and are worked on, 2 where they wait and are handed on, 0 where only the latter. */
  readonly holds: Uint8Array;
  /** 1 where a balancer had nobody to hand the request to. */
  readonly strands: Uint8Array;
  /** Rows by the column that they leave from, in order of leaving. */
  readonly rowsByColumn: readonly Int32Array[];
}

/** Value of `Hops.outcome` for a failed visit. */
export const failed = 2;

/** Reads the hops against the boxes and links of a picture. Rows that do not belong to it are left out. */
export function journeysOf(hops: Hops, graph: Graph): Journeys {
  const rows = hops.request.length;
  const find = finder(hops, graph);
  const journeys = {
    rows,
    every: hops.every,
    boxes: graph.boxes.length,
    request: hops.request,
    link: new Int32Array(rows).fill(-1),
    box: new Int32Array(rows).fill(-1),
    columnFrom: new Uint8Array(rows),
    columnTo: new Uint8Array(rows),
    bornSeconds: new Float64Array(rows),
    leaveSeconds: hops.leaveSeconds,
    // What has not arrived by the end of the run is on its way to the last.
    arriveSeconds: hops.arriveSeconds.map((seconds) => (seconds < 0 ? 1e9 : seconds)),
    startSeconds: hops.startSeconds.slice(),
    answerSeconds: hops.answerSeconds,
    outcome: hops.outcome,
    holds: new Uint8Array(rows),
    strands: new Uint8Array(rows),
  };
  /** 1 where a request has got its answer from a copy, or has been taken in: it goes no further. */
  const ends = new Uint8Array(rows);
  const { places, count } = requestsOf(hops);
  const firstRow = new Int32Array(count).fill(-1);
  /** The last visit of each request to each node. */
  const lastVisit = new Int32Array(count * hops.nodes.length).fill(-1);
  const columns: number[][] = graph.columns.map(() => []);

  for (let row = 0; row < rows; row++) {
    const request = places[row]!;
    if (firstRow[request]! < 0) firstRow[request] = row;
    journeys.bornSeconds[row] = hops.leaveSeconds[firstRow[request]!]!;

    const caller = lastVisit[request * hops.nodes.length + hops.from[row]!]!;
    if (caller >= 0) journeys.strands[caller] = ends[caller] = 0;
    lastVisit[request * hops.nodes.length + hops.to[row]!] = row;

    const link = find.link(row);
    if (link < 0) continue;
    const source = graph.boxes[graph.links[link]!.from]!;
    const target = graph.boxes[graph.links[link]!.to]!;
    journeys.link[row] = link;
    journeys.box[row] = target.index;
    journeys.columnFrom[row] = source.column;
    journeys.columnTo[row] = target.column;
    journeys.holds[row] = target.holds ? 1 : waitsAsDots(target) ? 2 : 0;
    // Until a further visit of the same request says otherwise.
    ends[row] = answersItself(target.kind) && hops.outcome[row] !== failed ? 1 : 0;
    journeys.strands[row] = !target.holds && hops.outcome[row] === failed ? 1 : 0;
    columns[source.column]!.push(row);
  }
  for (let row = 0; row < rows; row++) {
    if (ends[row] === 0) continue;
    journeys.holds[row] = 1;
    journeys.startSeconds[row] = hops.arriveSeconds[row]!;
  }
  return { ...journeys, rowsByColumn: columns.map((members) => Int32Array.from(members)) };
}

/** The requests of the rows, counted from 0 in the order of their first row: numbers to keep things by. */
function requestsOf({ request }: Hops): { places: Int32Array; count: number } {
  const known = new Map<number, number>();
  const places = Int32Array.from(request, (number) => {
    const place = known.get(number) ?? known.size;
    if (place === known.size) known.set(number, place);
    return place;
  });
  return { places, count: known.size };
}

function answersItself(kind: NodeKind): boolean {
  return kind === 'cache' || kind === 'cdn' || kind === 'queue';
}

function finder(hops: Hops, graph: Graph): { link(row: number): number } {
  const count = graph.boxes.length;
  const links = new Int32Array(count * count).fill(-1);
  graph.links.forEach((link, index) => (links[link.from * count + link.to] = index));
  const known = new Map<number, number>();
  const boxAt = (node: number, instance: number): number => {
    const key = node * 100_000 + instance;
    const found = known.get(key) ?? boxOf(graph, hops.nodes[node]!, instance);
    known.set(key, found);
    return found;
  };
  return {
    link(row) {
      const from = boxAt(hops.from[row]!, hops.fromInstance[row]!);
      const to = boxAt(hops.to[row]!, hops.toInstance[row]!);
      return from < 0 || to < 0 ? -1 : links[from * count + to]!;
    },
  };
}
