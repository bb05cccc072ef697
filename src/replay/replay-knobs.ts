import type { ChoiceKnob, RangeKnob } from '../widgets/lab.ts';
import { windowLabel } from './describe-replay.ts';
import type { ReplayWindow } from './replay-window.ts';
import type { SpeedRange } from './speed-up.ts';

const CORES_MAXIMUM = 16;

/** How fast the log runs; every doubling has the same way to go. */
export function speedKnob(speeds: SpeedRange): RangeKnob {
  return {
    ...{
      kind: 'range',
      id: 'speed',
      path: 'speed',
      label: 'Speed',
      scale: 'log',
      format: 'number',
      unit: '×',
    },
    minimum: speeds.minimum,
    maximum: speeds.maximum,
    step: stepOf(speeds.minimum),
  };
}

/** Cores of the server, from one up to at least what the lesson gave it. */
export function coresKnob(given: number): RangeKnob {
  return {
    ...{ kind: 'range', id: 'cores', path: 'cores', label: 'Cores', format: 'count' },
    minimum: 1,
    maximum: Math.max(CORES_MAXIMUM, given),
    step: 1,
  };
}

/** Mean service time, from a tenth to ten times what the lesson gave. */
export function serviceTimeKnob(givenSeconds: number): RangeKnob {
  const minimum = givenSeconds / 10;
  return {
    ...{
      kind: 'range',
      id: 'service-time',
      path: 'serviceSeconds',
      label: 'Service time, mean',
      scale: 'log',
    },
    minimum,
    maximum: givenSeconds * 10,
    step: stepOf(minimum),
  };
}

/** Which part of the log. */
export function windowKnob(windows: readonly ReplayWindow[]): ChoiceKnob {
  const options = windows.map((window) => ({
    value: window.name,
    label: windowLabel(window),
    set: window.name,
  }));
  return { kind: 'choice', id: 'window', path: 'window', label: 'Part of the log', options };
}

/** A unit of the second digit of the smallest value. */
function stepOf(minimum: number): number {
  return Number(`1e${Math.floor(Math.log10(minimum)) - 1}`);
}
