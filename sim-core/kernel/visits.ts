import type { RunningNode } from './system.ts';

/** No more visits than this at once: some 300 MB. Requests and calls beyond it fail where they start. */
export const MAXIMUM_VISITS = 1 << 21;

/**
 * One visit of a request to a node: who called, where it stands in the node's plan, when
 * it came. Visits are used again when they are over, so that memory is bounded by what is
 * in flight and not by the length of the run, and nothing is allocated for an event.
 */
export class Visit {
  /** Its place among all visits; events name it by this. */
  readonly number: number;
  /** The node visited; null while the visit is free. */
  node: RunningNode | null = null;
  /** The visit that waits for this one's answer; null when nobody does (any more). */
  caller: Visit | null = null;
  /** Next in the queue that this one stands in, or in the list of free ones. */
  next: Visit | null = null;
  /** Machine within the node, from 0; −1 where the node is to choose. */
  machine = -1;
  /** Where the visit stands: index into its plan, or the balancer's choice. */
  step = 0;
  /** Index of the request class. */
  requestClass = 0;
  /** Rank of the client who asked. */
  client = 0;
  /** Row in the recorder; −1 for requests that are not recorded. */
  row = -1;
  /** When the visit began, seconds. */
  arrivedAt = NaN;
  /** Work of the current step, seconds at speed 1. */
  work = NaN;

  constructor(number: number) {
    this.number = number;
  }
}

/** All visits, those in flight and those to be used again. */
export class Visits {
  readonly #all: Visit[] = [];
  #free: Visit | null = null;
  /** Visits in flight. */
  live = 0;

  /** Visits that there is memory for at present. */
  get capacity(): number {
    return this.#all.length;
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
    return this.#all[number]!;
  }

  /** Opens the first visit of a request; the caller notes when it began. */
  open(node: RunningNode, requestClass: number, client: number): Visit {
    const visit = this.#free ?? this.#add();
    this.#free = visit.next;
    this.live++;
    visit.node = node;
    visit.caller = null;
    visit.machine = -1;
    visit.requestClass = requestClass;
    visit.client = client;
    visit.row = -1;
    return visit;
  }

  /** Opens a visit that another one calls for, on behalf of the same request. */
  call(caller: Visit, node: RunningNode): Visit {
    const visit = this.open(node, caller.requestClass, caller.client);
    visit.caller = caller;
    return visit;
  }

  /** Gives a visit back that is over. */
  release(visit: Visit): void {
    visit.node = null;
    visit.next = this.#free;
    this.#free = visit;
    this.live--;
  }

  /** Those in flight that meet a condition. Costs as much as there are visits: for faults only. */
  inFlight(meets: (visit: Visit) => boolean): Visit[] {
    return this.#all.filter((visit) => visit.node !== null && meets(visit));
  }

  #add(): Visit {
    const visit = new Visit(this.#all.length);
    this.#all.push(visit);
    return visit;
  }
}
