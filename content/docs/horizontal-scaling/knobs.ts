import type { ChoiceKnob, RangeKnob, SwitchKnob } from '#widgets';
import {
  crashPath,
  crashSecondsPath,
  minimumPath,
  ofSize,
  ratePath,
  serverPath,
  serversPath,
  startUpPath,
  targetPath,
  waysToGrow,
} from './scenarios.ts';
import { faultsPath, logInCoresPath, placePath, places, remembering } from './sessions.ts';

/** Whole systems are data, too; only their types do not say so. */
const asJson = (part: object): SwitchKnob['on'] => part as SwitchKnob['on'];

export const rateKnob: RangeKnob = {
  kind: 'range',
  id: 'rate',
  path: ratePath,
  label: 'Requests per second',
  minimum: 40,
  maximum: 480,
  step: 20,
};

export const serversKnob: RangeKnob = {
  kind: 'range',
  id: 'servers',
  path: serversPath,
  label: 'Machines',
  minimum: 1,
  maximum: 8,
  step: 1,
};

/** One machine of each size; `count` is what the scenario has at first. */
export function sizeKnob(names: readonly string[], count: number): ChoiceKnob {
  const cores: Readonly<Record<string, string>> = {
    tiny: '1 core',
    small: '2 cores',
    medium: '4 cores',
    large: '8 cores',
    huge: '16 cores',
    'the largest': '32 cores',
  };
  return {
    kind: 'choice',
    id: 'size',
    path: serverPath,
    label: 'Size of a machine',
    options: names.map((name) => ({
      value: name.replaceAll(' ', '-'),
      label: `${name}, ${cores[name]}`,
      set: ofSize(name, count),
    })),
  };
}

export const crashKnob: SwitchKnob = {
  kind: 'switch',
  id: 'crash',
  path: crashPath,
  label: 'A machine dies',
  on: true,
  off: false,
};

export const crashSecondsKnob: RangeKnob = {
  kind: 'range',
  id: 'down',
  path: crashSecondsPath,
  label: 'It is gone for',
  minimum: 1,
  maximum: 18,
  step: 1,
};

export const placeKnob: ChoiceKnob = {
  kind: 'choice',
  id: 'place',
  path: placePath,
  label: 'Who is asking is remembered',
  options: [
    { value: 'sticky', label: 'by the cook’s own server', set: asJson(places.sticky) },
    { value: 'any', label: 'by one server, and any may be asked', set: asJson(places.any) },
    { value: 'store', label: 'in a store that all ask', set: asJson(places.store) },
    { value: 'cookie', label: 'in a signed cookie', set: asJson(places.cookie) },
  ],
};

export const logInKnob: RangeKnob = {
  kind: 'range',
  id: 'log-in-cores',
  path: logInCoresPath,
  label: 'Cores for log-in',
  minimum: 1,
  maximum: 8,
  step: 1,
};

export const restartKnob: SwitchKnob = {
  kind: 'switch',
  id: 'restart',
  path: faultsPath,
  label: 'Server 2 dies',
  on: asJson(remembering.faults!),
  off: {},
};

export const wayKnob: ChoiceKnob = {
  kind: 'choice',
  id: 'way',
  path: serverPath,
  label: 'Machines',
  options: [
    { value: 'medium', label: 'one medium', set: waysToGrow.medium },
    { value: 'large', label: 'one large', set: waysToGrow.large },
    { value: 'huge', label: 'one huge', set: waysToGrow.huge },
    { value: 'four-tiny', label: 'four tiny', set: waysToGrow['four-tiny'] },
    { value: 'eight-tiny', label: 'eight tiny', set: waysToGrow['eight-tiny'] },
    { value: 'five-small', label: 'five small', set: waysToGrow['five-small'] },
    { value: 'eight-small', label: 'eight small', set: waysToGrow['eight-small'] },
  ],
};

export const growthRateKnob: RangeKnob = { ...rateKnob, minimum: 100, maximum: 1400, step: 20 };

export const targetKnob: RangeKnob = {
  kind: 'range',
  id: 'target',
  path: targetPath,
  label: 'Keep the machines busy',
  minimum: 0.3,
  maximum: 0.9,
  step: 0.05,
  format: 'ratio',
};

export const minimumKnob: RangeKnob = {
  kind: 'range',
  id: 'minimum',
  path: minimumPath,
  label: 'Machines at least',
  minimum: 1,
  maximum: 12,
  step: 1,
};

export const startUpKnob: RangeKnob = {
  kind: 'range',
  id: 'start-up',
  path: startUpPath,
  label: 'A new machine needs',
  minimum: 15,
  maximum: 600,
  step: 15,
};
