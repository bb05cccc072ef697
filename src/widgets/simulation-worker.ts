/// <reference lib="webworker" />
import { ComparingDesk } from '../compare/comparing-desk.ts';
import { GradingDesk } from '../exercises/grading-desk.ts';
import type { ReplayDesk } from '../replay/replay-desk.ts';
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
const gradingDesk = new GradingDesk(surroundings);
const comparingDesk = new ComparingDesk(surroundings);

/** Reads and replays logs: in one worker with the rest, so that its engine is loaded once. */
let replayDesk: Promise<ReplayDesk> | undefined;

async function replay(request: ReplayRequest): Promise<void> {
  replayDesk ??= import('../replay/replay-desk.ts').then(({ ReplayDesk }) => new ReplayDesk(surroundings));
  await (await replayDesk).take(request);
}

self.onmessage = (event: MessageEvent<SimulationRequest | ReplayRequest>) => {
  const request = event.data;
  switch (request.kind) {
    case 'grade':
      return void gradingDesk.take(request);
    case 'compare':
      return void comparingDesk.take(request);
    case 'draw':
    case 'hops':
      return void desk.take(request);
    default:
      return void replay(request);
  }
};

/** The long columns of an answer are handed over, not copied. */
function columnsOf(answer: SimulationAnswer | ReplayAnswer): ArrayBuffer[] {
  if (answer.kind !== 'hops') return [];
  return Object.values(answer.hops).flatMap((column: unknown) =>
    ArrayBuffer.isView(column) && column.buffer instanceof ArrayBuffer ? [column.buffer] : [],
  );
}
