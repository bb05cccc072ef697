/// <reference lib="webworker" />
import type { ComparingRequest } from '../compare/comparing-messages.ts';
import type { GradingRequest } from '../exercises/grading-messages.ts';
import type { ReplayAnswer, ReplayRequest } from '../replay/replay-messages.ts';
import { SimulationDesk } from './simulation-desk.ts';
import type { SimulationAnswer, SimulationRequest } from './simulation-messages.ts';

/*
 * The simulation, away from the page: it never blocks scrolling, and the page does
 * not load it before the first knob is touched.
 */

// A message to oneself lets the others in without the 4 ms that nested timers wait.
const { port1: bell, port2: button } = new MessageChannel();
const waiting: (() => void)[] = [];
bell.onmessage = () => waiting.shift()?.();

const surroundings = {
  answer: (answer: SimulationAnswer | ReplayAnswer) =>
    self.postMessage(answer, { transfer: columnsOf(answer) }),
  pause: () =>
    new Promise<void>((resolve) => {
      waiting.push(resolve);
      button.postMessage(null);
    }),
  nowMilliseconds: () => performance.now(),
};
const desk = new SimulationDesk(surroundings);

/** A desk that is fetched with the first thing that is asked of it. */
function fetched<Request>(fetchDesk: () => Promise<{ take(request: Request): Promise<void> }>) {
  let fetching: ReturnType<typeof fetchDesk> | undefined;
  return (request: Request): void => {
    fetching ??= fetchDesk();
    // Whoever waits for the answer hears of a failure as one of the worker.
    fetching.then((fetched) => fetched.take(request)).catch(reportError);
  };
}

const grade = fetched<GradingRequest>(async () => {
  const { GradingDesk } = await import('../exercises/grading-desk.ts');
  return new GradingDesk(surroundings);
});
const compare = fetched<ComparingRequest>(async () => {
  const { ComparingDesk } = await import('../compare/comparing-desk.ts');
  return new ComparingDesk(surroundings);
});
const replay = fetched<ReplayRequest>(async () => {
  const { ReplayDesk } = await import('../replay/replay-desk.ts');
  return new ReplayDesk(surroundings);
});

self.onmessage = (event: MessageEvent<SimulationRequest | ReplayRequest>) => {
  const request = event.data;
  switch (request.kind) {
    case 'draw':
    case 'hops':
      return void desk.take(request);
    case 'grade':
      return grade(request);
    case 'compare':
      return compare(request);
    default:
      return replay(request);
  }
};

/** The long columns of an answer are handed over, not copied. */
function columnsOf(answer: SimulationAnswer | ReplayAnswer): ArrayBuffer[] {
  if (answer.kind !== 'hops') return [];
  return Object.values(answer.hops).flatMap((column: unknown) =>
    ArrayBuffer.isView(column) && column.buffer instanceof ArrayBuffer ? [column.buffer] : [],
  );
}
