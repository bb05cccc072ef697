import type { Fault, Scenario } from '#sim-core';

/** When something breaks or recovers. */
export interface TurningPoint {
  readonly seconds: number;
  readonly words: string;
  readonly isGood: boolean;
}

const breakWords: Readonly<Record<Fault['kind'], string>> = {
  crash: 'crash',
  'slow-down': 'slows down',
  outage: 'out of order',
  partition: 'cut off',
  'slow-link': 'network slows',
  'random-failures': 'fails at random',
};

/** What the timeline marks, fault by fault. */
export function turningPoints(scenario: Scenario): TurningPoint[] {
  return Object.values(scenario.faults ?? {})
    .filter((fault) => fault.enabled !== false && fault.atSeconds < scenario.durationSeconds)
    .flatMap((fault) => {
      const breaks = { seconds: fault.atSeconds, words: breakWords[fault.kind], isGood: false };
      const end = fault.atSeconds + (fault.forSeconds ?? Infinity);
      const recovers = { seconds: end, words: 'recovers', isGood: true };
      return end < scenario.durationSeconds ? [breaks, recovers] : [breaks];
    });
}
