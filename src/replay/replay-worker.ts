/// <reference lib="webworker" />
import { ReplayDesk } from './replay-desk.ts';
import type { ReplayAnswer, ReplayRequest } from './replay-messages.ts';

/*
 * Reading and replaying, away from the page. The page loads this with the first
 * file or the first turn of a knob. Nothing here talks to a network: the file
 * never leaves the browser.
 */

// A message to oneself lets the others in without the 4 ms that nested timers wait.
const { port1: bell, port2: button } = new MessageChannel();
let resume: (() => void)[] = [];
bell.onmessage = () => {
  const resumed = resume;
  resume = [];
  for (const next of resumed) next();
};

const desk = new ReplayDesk({
  answer: (answer: ReplayAnswer) => self.postMessage(answer),
  pause: () =>
    new Promise((resolve) => {
      resume.push(resolve);
      button.postMessage(null);
    }),
  nowMilliseconds: () => performance.now(),
});

self.onmessage = (event: MessageEvent<ReplayRequest>) => void desk.take(event.data);
