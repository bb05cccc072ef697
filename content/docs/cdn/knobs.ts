import type { ChoiceKnob, RangeKnob } from '#widgets';
import {
  bytesPath,
  capacityPath,
  crowdPath,
  edgesPath,
  lifePath,
  machinesPath,
  never,
  originPath,
  placements,
  purgePath,
  sharePath,
} from './scenarios.ts';

export const originKnob: ChoiceKnob = {
  kind: 'choice',
  id: 'origin',
  path: originPath,
  label: 'Saffron’s machines stand in',
  options: [
    { value: 'virginia', label: 'Virginia', set: 'virginia' },
    { value: 'sao-paulo', label: 'São Paulo', set: 'sao-paulo' },
    { value: 'cairo', label: 'Cairo', set: 'cairo' },
    { value: 'singapore', label: 'Singapore', set: 'singapore' },
  ],
};

/** Where nearly all cooks live next door to the machines. */
export const nearVirginia = { virginia: 97, 'sao-paulo': 1, cairo: 1, singapore: 1 };

export const crowdKnob: ChoiceKnob = {
  kind: 'choice',
  id: 'crowd',
  path: crowdPath,
  label: 'Cooks live',
  options: [
    {
      value: 'everywhere',
      label: 'everywhere',
      set: { virginia: 4, 'sao-paulo': 1, cairo: 2, singapore: 2 },
    },
    {
      value: 'home',
      label: 'nearly all in Virginia',
      set: nearVirginia,
    },
    {
      value: 'away',
      label: 'mostly in Cairo and Singapore',
      set: { virginia: 1, 'sao-paulo': 1, cairo: 4, singapore: 4 },
    },
  ],
};

export const edgesKnob: ChoiceKnob = {
  kind: 'choice',
  id: 'edges',
  path: edgesPath,
  label: 'Edges stand in',
  options: [
    { value: 'virginia', label: 'Virginia', set: placements.virginia },
    { value: 'two', label: '+ Cairo', set: placements.two },
    { value: 'three', label: '+ Singapore', set: placements.three },
    { value: 'four', label: '+ São Paulo', set: placements.four },
  ],
};

export const lifeKnob: RangeKnob = {
  kind: 'range',
  id: 'life',
  path: lifePath,
  label: 'Copies live for',
  minimum: 1,
  maximum: 3600,
  step: 1,
  scale: 'log',
  format: 'seconds',
};

export const capacityKnob: RangeKnob = {
  kind: 'range',
  id: 'capacity',
  path: capacityPath,
  label: 'Room at each edge, files',
  minimum: 5,
  maximum: 1000,
  step: 5,
  scale: 'log',
};

export const shareKnob: RangeKnob = {
  kind: 'range',
  id: 'share',
  path: sharePath,
  label: 'Requests for files, to each three for recipes',
  minimum: 1,
  maximum: 36,
  step: 1,
};

export const bytesKnob: RangeKnob = {
  kind: 'range',
  id: 'bytes',
  path: bytesPath,
  label: 'Size of a file',
  minimum: 10_000,
  maximum: 400_000,
  step: 10_000,
  scale: 'log',
  format: 'bytes',
};

export const machinesKnob: RangeKnob = {
  kind: 'range',
  id: 'machines',
  path: machinesPath,
  label: 'Machines',
  minimum: 1,
  maximum: 12,
  step: 1,
};

export const afterReleaseKnob: ChoiceKnob = {
  kind: 'choice',
  id: 'after-release',
  path: purgePath,
  label: 'With the release',
  options: [
    { value: 'wait', label: 'wait until the copies are too old', set: never },
    { value: 'late-purge', label: 'purge by hand, four seconds later', set: [20] },
    { value: 'purge', label: 'purge by the release itself, in 0.2 s', set: [16.2] },
    // To forget the old copies as everything changes comes to the same as never asking for them again.
    { value: 'new-names', label: 'the files get new names', set: [16] },
  ],
};
