/// <reference lib="webworker" />
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

const desk = new SimulationDesk({
  answer: (answer: SimulationAnswer) => self.postMessage(answer),
  pause: () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      button.postMessage(null);
    }),
  nowMilliseconds: () => performance.now(),
});

self.onmessage = (event: MessageEvent<SimulationRequest>) => void desk.take(event.data);
