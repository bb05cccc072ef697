import type { Lender, Visitable } from './system.ts';

/** No more visits than this at once: some 500 MB. Requests and calls beyond it fail where they start. */
export const MAXIMUM_VISITS = 1 << 21;

/**
 * One visit of a request to a node: who called, where it stands in the node's plan, when
 * it came. Visits are used again when they are over, so that memory is bounded by what is
 * in flight and not by the length of the run, and nothing is allocated for an event.
 */
export class Visit {
  /** Its place among all visits; events name it by this. */
  declare readonly number: number;
  /** The node visited; null while the visit is free. */
  node: Visitable | null = null;
  /** The visit that waits for this one's answer; null when nobody does (any more). */
  caller: Visit | null = null;
  /** Who lent the visit to its node and is to have it back; null for most. See `lend`. */
  lender: Lender | null = null;
  /** Next in the queue that this one stands in, or in the list of free ones. */
  next: Visit | null = null;
  /** The one before it in a queue that may be left from the middle. */
  before: Visit | null = null;
  /** Machine within the node, from 0; −1 where the node is to choose. */
  machine = -1;
  /** Where the visit stands: index into its plan. */
  step = 0;
  /** What the balancer chose for it. */
  backend = 0;
  /** Index of the request class. */
  requestClass = 0;
  /** Rank of the client who asked. */
  client = 0;
  /** Where the client is: index of a region; −1 where the scenario has none. */
  region = -1;
  /** What the request asks for: a key from 0; −1 where the users do not say. */
  key = -1;
  /** Which request this is on behalf of, in order of arrival from 0, retries included; −1 for none. */
  request = -1;
  /** Number of a call that is not to be carried out twice, on its way to the callee; −1 for others. */
  operation = -1;
  /** Row in the recorder; −1 for requests that are not recorded, −2 − row on behalf of another's row. */
  row = -1;
  /** Number of the failure, so to speak, of an answer with outdated data; 0 for an up-to-date one. */
  staleness = 0;
  /** When the visit began, seconds. */
  arrivedAt = NaN;
  // What is not written for each visit comes last: neighbors in memory are read together.
  /** A call that this visit waits for, where its node has to know; the first of several. */
  child: Visit | null = null;
  /** Neighbors in the list of calls that the same caller made side by side. */
  sibling: Visit | null = null;
  siblingBefore: Visit | null = null;
  /** What the node keeps of the visit: an attempt's number, a count of calls … */
  note = 0;
  /** Calls made side by side that are not answered yet. */
  pending = 0;
  /** The last answer to a call. */
  failure = 0;
  /** True while a call is being made: an answer that comes meanwhile comes at once. */
  isCalling = false;
  /** Work of the current step, seconds at speed 1. */
  work = NaN;
  /** When the node will wait no longer, seconds; an event at another time is out of date. */
  deadline = NaN;

  constructor(number: number) {
    this.number = number;
  }
}

/** All visits, those in flight and those to be used again. */
export class Visits {
  private readonly all: Visit[] = [];
  private free: Visit | null = null;
  private fetched = NaN;
  /** Visits in flight. */
  live = 0;
  /** Requests that users sent so far. */
  requests = 0;

  /** Visits that there is memory for at present. */
  get capacity(): number {
    return this.all.length;
  }

  /** True when there is room for a request with a usual number of calls. */
  get hasRoom(): boolean {
    return this.live < MAXIMUM_VISITS - 1024;
  }

  /** True when not even a call finds room; one visit is left for a request, so that it can fail. */
  get isFull(): boolean {
    return this.live >= MAXIMUM_VISITS - 1;
  }

  /** The visit of that number. */
  at(number: number): Visit {
    return this.all[number]!;
  }

  /**
   * Reads a little of the visits with these numbers, and of those that an answer would reach next. Among a million
   * visits each lies far from the last, and an event would wait for one part of it after the other to
   * come from memory. Read in a row, of which none depends on another, they come together.
   * Numbers that are no visit's do no harm.
   */
  fetch(numbers: Int32Array, count: number): void {
    let sum = 0;
    for (let i = 0; i < count; i++) {
      const number = numbers[i]!;
      if (number < 0 || number >= this.all.length) continue;
      let visit: Visit | null = this.all[number]!;
      // Five: an answer mostly stops at a link before it has got further, and callers of free visits may form a ring.
      for (let left = 5; left > 0 && visit !== null; left--) {
        sum += visit.machine + visit.row + visit.failure + visit.arrivedAt;
        visit = visit.caller;
      }
    }
    // Kept, so that no compiler takes the loop for useless.
    this.fetched = sum;
  }

  /** Opens the first visit of a request; who opens it notes who asks, for what and when. */
  open(node: Visitable): Visit {
    const visit = this.take(node);
    visit.caller = null;
    visit.machine = -1;
    visit.request = -1;
    visit.operation = -1;
    return visit;
  }

  private take(node: Visitable): Visit {
    const visit = this.free ?? this.add();
    this.free = visit.next;
    this.live++;
    visit.node = node;
    visit.row = -1;
    visit.staleness = 0;
    return visit;
  }

  /** Opens a visit that another one calls for, on behalf of the same request, at this machine. */
  call(caller: Visit, node: Visitable, machine = -1): Visit {
    const visit = this.take(node);
    visit.caller = caller;
    visit.requestClass = caller.requestClass;
    visit.client = caller.client;
    visit.region = caller.region;
    visit.request = caller.request;
    visit.key = caller.key;
    visit.operation = caller.operation;
    visit.machine = machine;
    return visit;
  }

  /** Gives a visit back that is over. */
  release(visit: Visit): void {
    visit.node = null;
    visit.next = this.free;
    this.free = visit;
    this.live--;
  }

  /** Those in flight that meet a condition. Costs as much as there are visits: for faults only. */
  inFlight(meets: (visit: Visit) => boolean): Visit[] {
    return this.all.filter((visit) => visit.node !== null && meets(visit));
  }

  private add(): Visit {
    const visit = new Visit(this.all.length);
    this.all.push(visit);
    return visit;
  }
}
