import { partsFor, type RunResult, type Scenario } from '#sim-core';
import { drawing, isWaterfall, scenariosIn, type WaterfallDrawing } from './draw-steps.ts';
import { running, type RunCache } from './drawings/run-numbers.ts';
import type { Lab } from './lab.ts';
import { rehearsing } from './rehearsing.ts';
import { rehearsal, type SimulationAnswer, type SimulationRequest } from './simulation-messages.ts';
import { WorthShowing } from './worth-showing.ts';

type DrawRequest = Extract<SimulationRequest, { kind: 'draw' }>;
type HopsRequest = Extract<SimulationRequest, { kind: 'hops' }>;

/** What the desk needs of the place where it stands; a test brings its own. */
export interface DeskSurroundings {
  readonly answer: (answer: SimulationAnswer) => void;
  /** Lets messages in that have arrived meanwhile. */
  readonly pause: () => Promise<void>;
  readonly nowMilliseconds: () => number;
}

/**
 * A stale run may still finish its first numbers within this time, so that dragging
 * a knob shows the numbers on the way; after it the run is dropped.
 */
const graceMilliseconds = 40;
/** Work between two pauses: short enough for a message not to wait. */
const sliceMilliseconds = 8;
/** Requests of which the run remembers why they failed: as many as it can. */
const tracesLimit = 10_000;

/**
 * Takes the wishes of the page one by one: the newest position of a lab's knobs
 * wins, an older one is dropped. Errors are answers, never exceptions.
 */
export class SimulationDesk {
  readonly #here: DeskSurroundings;
  readonly #cache: RunCache = new Map();
  readonly #newest = new Map<string, DrawRequest>();
  /** What was asked last of each lab, be it done or not. */
  readonly #tickets = new Map<string, number>();
  readonly #busy = new Set<string>();
  /** Drawings under way that somebody is going to see. */
  #wanted = 0;
  #drawWaterfall: WaterfallDrawing | null = null;

  constructor(here: DeskSurroundings) {
    this.#here = here;
  }

  /** Starts what is asked for; resolves when nothing of that lab is left to do. */
  async take(request: DrawRequest | HopsRequest): Promise<void> {
    if (request.kind === 'hops') {
      this.#tickets.set(request.labId, request.ticket);
      return this.#hops(request);
    }
    const { id } = request.lab;
    if (request.ticket !== rehearsal) this.#tickets.set(id, request.ticket);
    this.#newest.set(id, request);
    if (this.#busy.has(id)) return;
    this.#busy.add(id);
    for (let next = this.#newest.get(id); next; next = this.#newest.get(id)) {
      const isWanted = next.ticket !== rehearsal;
      if (isWanted) this.#wanted++;
      await this.#draw(next);
      if (isWanted) this.#wanted--;
      if (this.#newest.get(id) === next) this.#newest.delete(id);
    }
    this.#busy.delete(id);
  }

  async #draw(request: DrawRequest): Promise<void> {
    const { ticket, lab } = request;
    const began = this.#here.nowMilliseconds();
    if (!(await this.#fetchParts(lab.id, ticket, () => scenariosIn(lab, request.scenario), lab))) return;
    const draw = ticket === rehearsal ? rehearsing : drawing;
    const steps = this.#attempt(lab.id, ticket, () =>
      draw(lab, request.scenario, request.seed, this.#cache, this.#drawWaterfall),
    );
    let paused = began;
    let hasNumbers = false;
    const worthShowing = new WorthShowing();
    while (steps) {
      const next = this.#attempt(lab.id, ticket, () => steps.next());
      if (!next) return;
      if (next.done) break;
      const now = this.#here.nowMilliseconds();
      // Nobody watches a rehearsal.
      const elapsed = ticket === rehearsal ? 0 : now - began;
      const step = this.#attempt(lab.id, ticket, () => worthShowing.of(next.value, elapsed));
      if (step === undefined) return;
      if (step) this.#here.answer({ kind: 'step', labId: lab.id, ticket, step });
      hasNumbers ||= step?.kind === 'result';
      if (now - paused < sliceMilliseconds && step?.kind !== 'result') continue;
      await this.#here.pause();
      paused = this.#here.nowMilliseconds();
      // A rehearsal gives way to whatever is wanted, of other labs too.
      if (ticket === rehearsal && this.#wanted > 0) return;
      const isStale = this.#newest.get(lab.id) !== request;
      const grace = ticket === rehearsal ? 0 : graceMilliseconds;
      if (isStale && (hasNumbers || paused - began > grace)) return;
    }
    this.#here.answer({ kind: 'settled', labId: lab.id, ticket });
  }

  /** A run that takes too long for a knob to wait: whoever turns one has it dropped. */
  async #hops({ labId, ticket, scenario, seed, requests }: HopsRequest): Promise<void> {
    if (!(await this.#fetchParts(labId, ticket, () => [scenario]))) return;
    const run = running(scenario, seed, { hops: requests, traces: tracesLimit, details: true });
    let paused = this.#here.nowMilliseconds();
    for (;;) {
      const next = this.#attempt(labId, ticket, () => run.next());
      if (!next) return;
      if (next.done) {
        this.#attempt(labId, ticket, () => this.#here.answer(hopsAnswer(labId, ticket, next.value)));
        return;
      }
      if (this.#here.nowMilliseconds() - paused < sliceMilliseconds) continue;
      await this.#here.pause();
      if (this.#tickets.get(labId) !== ticket) return;
      paused = this.#here.nowMilliseconds();
    }
  }

  /** Fetches what the simulation needs besides its core; false when that could not be had. */
  async #fetchParts(
    labId: string,
    ticket: number,
    scenarios: () => readonly Scenario[],
    lab?: Lab,
  ): Promise<boolean> {
    try {
      await partsFor(scenarios());
      if (lab?.charts.some(isWaterfall) === true)
        this.#drawWaterfall ??= (await import('./drawings/draw-waterfall.ts')).drawWaterfall;
      return true;
    } catch (error) {
      this.#here.answer({ kind: 'error', labId, ticket, message: messageOf(error) });
      return false;
    }
  }

  #attempt<Value>(labId: string, ticket: number, work: () => Value): Value | undefined {
    try {
      return work();
    } catch (error) {
      this.#here.answer({ kind: 'error', labId, ticket, message: messageOf(error) });
      return undefined;
    }
  }
}

function hopsAnswer(labId: string, ticket: number, { hops, ...result }: RunResult): SimulationAnswer {
  if (!hops) throw new Error('the run recorded no requests');
  // Of the traces only why a request failed is asked for, and how it got its connections: the hops tell the rest.
  const traces = result.traces.flatMap((trace) => {
    const links = trace.links?.filter(
      ({ phases: [first] }) => first !== undefined && first.phase !== 'request',
    );
    if (links !== undefined && links.length > 0) return { ...trace, links };
    return trace.failure === null ? [] : { ...trace, spans: [], links: [] };
  });
  return { kind: 'hops', labId, ticket, hops, result: { ...result, traces, hops: null } };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
