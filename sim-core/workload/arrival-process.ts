import { type RandomStream, samplerOf } from '../random/index.ts';
import type { Arrivals } from '../scenario/scenario.ts';

/** Says when the next request comes: seconds, never going back; Infinity after the last. */
export interface ArrivalProcess {
  next(): number;
}

/** An arrival process that starts at time 0. Lesson: The single server. */
export function arrivalProcessOf(arrivals: Arrivals, stream: RandomStream): ArrivalProcess {
  if (arrivals.kind === 'recorded') return recorded(arrivals.timesSeconds, arrivals.speed ?? 1);
  if (arrivals.kind === 'constant') {
    // Multiplied rather than added up, so that the millionth comes exactly on time.
    let count = 0;
    return { next: () => ++count / arrivals.ratePerSecond };
  }
  const interval = samplerOf(
    arrivals.kind === 'renewal'
      ? arrivals.intervalSeconds
      : { kind: 'exponential', meanSeconds: 1 / arrivals.ratePerSecond },
    stream,
  );
  let time = 0;
  return { next: () => (time += interval.sample()) };
}

function recorded(timesSeconds: ArrayLike<number>, speed: number): ArrivalProcess {
  let count = 0;
  return { next: () => (count < timesSeconds.length ? timesSeconds[count++]! / speed : Infinity) };
}
