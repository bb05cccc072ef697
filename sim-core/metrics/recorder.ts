import type { Visit } from '../kernel/visits.ts';
import { mix } from '../random/index.ts';
import type { LinkJourneys } from '../network/link-journeys.ts';
import type { Hops, RequestTrace, RunOptions, TraceSpan } from './result.ts';
import type { FailureBook } from './failure-book.ts';

/** No more visits than this are recorded: some 10 MB. */
const MAXIMUM_ROWS = 200_000;
const NOT_YET = -1;

/** Which requests to record: one in how many, for traces and for hops; 0 for none. */
export interface Sampling {
  readonly traceEvery: number;
  readonly hopsEvery: number;
}

/** Spreads what the options ask for evenly over the requests that are expected. */
export function samplingOf(options: RunOptions, expectedRequests: number): Sampling {
  const every = (wanted: number | undefined): number =>
    wanted ? Math.max(1, Math.ceil(expectedRequests / wanted)) : 0;
  return { traceEvery: every(options.traces), hopsEvery: every(options.hops) };
}

/**
 * One request in `every`, chosen by a hash of its number: taking each n-th in turn would
 * show only some of the machines behind a balancer that takes turns itself. 0 for none.
 */
function isSampled(request: number, every: number): boolean {
  return every === 1 || (every > 1 && (mix(request) >>> 0) % every === 0);
}

/** Writes down every visit of a sample of requests, a row a visit, in order of arrival. */
export class Recorder {
  declare private readonly sampling: Sampling;
  private readonly rowOf = {
    request: [] as number[],
    requestClass: [] as number[],
    client: [] as number[],
    node: [] as number[],
    machine: [] as number[],
    parent: [] as number[],
    arrive: [] as number[],
    start: [] as number[],
    leave: [] as number[],
    /** When the caller sent the request. */
    sent: [] as number[],
    /** When the caller had the answer. */
    answered: [] as number[],
    /** −1 in flight, 0 served, else the number of the failure. */
    failure: [] as number[],
  };
  private requests = 0;
  /** What calls spend on links; null unless asked for. Links write it. */
  journeys: LinkJourneys | null = null;

  constructor(sampling: Sampling) {
    this.sampling = sampling;
  }

  /** A request begins; says whether it is to be recorded. */
  nextIsWanted(): boolean {
    const request = this.requests++;
    return isSampled(request, this.sampling.traceEvery) || isSampled(request, this.sampling.hopsEvery);
  }

  /** Opens the first row of the request that was just asked about. */
  openRequest(node: number, requestClass: number, client: number, now: number): number {
    return this.open(this.requests - 1, requestClass, client, node, -1, now);
  }

  /** A recorded request goes on to another place; a node gets a row of its own there. */
  follow(caller: Visit, visit: Visit, now: number): void {
    const parentRow = caller.row >= 0 ? caller.row : -2 - caller.row;
    if (visit.node!.isBetween) {
      visit.row = -2 - parentRow;
      return;
    }
    const rows = this.rowOf;
    visit.row = this.open(
      rows.request[parentRow]!,
      rows.requestClass[parentRow]!,
      rows.client[parentRow]!,
      visit.node!.index,
      parentRow,
      now,
    );
    if (visit.row >= 0 && caller.node!.carries === true) rows.sent[visit.row] = caller.arrivedAt;
  }

  /** The visit got a worker of this machine, or is about to queue for one. */
  atMachine(row: number, machine: number): void {
    this.rowOf.machine[row] = machine;
  }

  start(row: number, now: number): void {
    this.rowOf.start[row] = now;
  }

  close(row: number, now: number, failure: number): void {
    this.rowOf.leave[row] = now;
    this.rowOf.answered[row] = now;
    this.rowOf.failure[row] = failure;
  }

  /** The answer of a visit that is over takes time to get to its caller. */
  onTheWayBack(row: number): void {
    this.rowOf.answered[row] = NOT_YET;
  }

  /** It got there. */
  isBack(row: number, now: number): void {
    this.rowOf.answered[row] = now;
  }

  private open(
    request: number,
    requestClass: number,
    client: number,
    node: number,
    parent: number,
    now: number,
  ): number {
    const rows = this.rowOf;
    if (rows.request.length >= MAXIMUM_ROWS) return -1;
    rows.requestClass.push(requestClass);
    rows.client.push(client);
    rows.node.push(node);
    rows.machine.push(-1);
    rows.parent.push(parent);
    rows.arrive.push(now);
    rows.start.push(NOT_YET);
    rows.leave.push(NOT_YET);
    rows.sent.push(now);
    rows.answered.push(NOT_YET);
    rows.failure.push(NOT_YET);
    return rows.request.push(request) - 1;
  }

  /** Whole journeys of the traced requests, in order of arrival. */
  traces(nodeIds: readonly string[], classNames: readonly string[], failures: FailureBook): RequestTrace[] {
    const rows = this.rowOf;
    if (this.sampling.traceEvery === 0) return [];
    const rowsOfRequest = new Map<number, number[]>();
    rows.request.forEach((request, row) => {
      if (!isSampled(request, this.sampling.traceEvery)) return;
      const list = rowsOfRequest.get(request);
      if (list) list.push(row);
      else rowsOfRequest.set(request, [row]);
    });
    return Array.from(rowsOfRequest, ([request, list]) => {
      const first = list[0]!;
      const spans = list.map((row) => this.span(row, list, nodeIds));
      return {
        request,
        requestClass: classNames[rows.requestClass[first]!]!,
        client: rows.client[first]!,
        arriveSeconds: rows.arrive[first]!,
        leaveSeconds: spans[0]!.leaveSeconds,
        outcome: spans[0]!.outcome,
        failure: rows.failure[first]! > 0 ? failures.describe(rows.failure[first]!) : null,
        spans,
        ...(this.journeys !== null && { links: this.journeys.of(list) }),
      };
    });
  }

  private span(row: number, rowsOfRequest: readonly number[], nodeIds: readonly string[]): TraceSpan {
    const rows = this.rowOf;
    const failure = rows.failure[row]!;
    const orNull = (time: number): number | null => (time === NOT_YET ? null : time);
    return {
      node: nodeIds[rows.node[row]!]!,
      instance: rows.machine[row]! + 1,
      parent: rowsOfRequest.indexOf(rows.parent[row]!),
      arriveSeconds: rows.arrive[row]!,
      startSeconds: orNull(rows.start[row]!),
      leaveSeconds: orNull(rows.leave[row]!),
      outcome: failure === NOT_YET ? 'in-flight' : failure === 0 ? 'served' : 'failed',
    };
  }

  /** Every recorded call from one node to another; null when none were asked for. */
  hops(nodeIds: readonly string[]): Hops | null {
    const every = this.sampling.hopsEvery;
    if (every === 0) return null;
    const rows = this.rowOf;
    const chosen: number[] = [];
    rows.parent.forEach((parent, row) => {
      if (parent >= 0 && isSampled(rows.request[row]!, every)) chosen.push(row);
    });
    const parentOf = (row: number): number => rows.parent[row]!;
    return {
      every,
      nodes: nodeIds,
      request: Float64Array.from(chosen, (row) => rows.request[row]!),
      from: Int32Array.from(chosen, (row) => rows.node[parentOf(row)]!),
      fromInstance: Int32Array.from(chosen, (row) => rows.machine[parentOf(row)]! + 1),
      to: Int32Array.from(chosen, (row) => rows.node[row]!),
      toInstance: Int32Array.from(chosen, (row) => rows.machine[row]! + 1),
      leaveSeconds: Float64Array.from(chosen, (row) => rows.sent[row]!),
      arriveSeconds: Float64Array.from(chosen, (row) => rows.arrive[row]!),
      startSeconds: Float64Array.from(chosen, (row) => rows.start[row]!),
      leftSeconds: Float64Array.from(chosen, (row) => rows.leave[row]!),
      answerSeconds: Float64Array.from(chosen, (row) => rows.answered[row]!),
      outcome: Uint8Array.from(chosen, (row) => Math.min(2, rows.failure[row]! + 1)),
    };
  }
}
