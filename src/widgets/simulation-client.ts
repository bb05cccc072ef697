import type { SimulationAnswer, SimulationRequest } from './simulation-messages.ts';

type Listener = (answer: SimulationAnswer) => void;

/** Whoever runs simulations for a page. */
export interface SimulationClient {
  readonly listenForLab: (labId: string, listener: Listener) => void;
  /** Throws where there is nobody to run them. */
  readonly askSimulation: (request: SimulationRequest) => void;
}

let worker: Worker | undefined;
const listeners = new Map<string, Listener>();

/** Where the answers for a lab go. One listener a lab. */
export function listenForLab(labId: string, listener: Listener): void {
  listeners.set(labId, listener);
}

/** Hands work to the simulation; starts its worker the first time. Browser only. */
export function askSimulation(request: SimulationRequest): void {
  wakeSimulation().postMessage(request);
}

/** Loads the worker, so that the first turn of a knob need not wait for it. */
export function wakeSimulation(): Worker {
  if (worker) return worker;
  worker = new Worker(new URL('./simulation-worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = (event: MessageEvent<SimulationAnswer>) => listeners.get(event.data.labId)?.(event.data);
  worker.onerror = (event) => {
    event.preventDefault();
    // Gone with all it was asked: the next turn of a knob starts another.
    worker?.terminate();
    worker = undefined;
    for (const [labId, listener] of listeners) {
      listener({
        kind: 'error',
        labId,
        ticket: -1,
        message: event.message || 'the simulation could not be loaded',
      });
    }
  };
  return worker;
}

/** The worker of this page. */
export const simulationWorker: SimulationClient = { listenForLab, askSimulation };
