/// <reference lib="webworker" />
import { ComparingDesk } from '../compare/comparing-desk.ts';
import { GradingDesk } from '../exercises/grading-desk.ts';
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
  answer: (answer: SimulationAnswer) => self.postMessage(answer, { transfer: columnsOf(answer) }),
  pause: () =>
    new Promise<void>((resolve) => {
      waiting.push(resolve);
      button.postMessage(null);
    }),
  nowMilliseconds: () => performance.now(),
};
const desk = new SimulationDesk(surroundings);
const gradingDesk = new GradingDesk(surroundings);
const comparingDesk = new ComparingDesk(surroundings);

self.onmessage = (event: MessageEvent<SimulationRequest>) => {
  const request = event.data;
  if (request.kind === 'grade') void gradingDesk.take(request);
  else if (request.kind === 'compare') void comparingDesk.take(request);
  else void desk.take(request);
};

/** The long columns of an answer are handed over, not copied. */
function columnsOf(answer: SimulationAnswer): ArrayBuffer[] {
  if (answer.kind !== 'hops') return [];
  return Object.values(answer.hops).flatMap((column: unknown) =>
    ArrayBuffer.isView(column) && column.buffer instanceof ArrayBuffer ? [column.buffer] : [],
  );
}
