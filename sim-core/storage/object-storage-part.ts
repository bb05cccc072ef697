import type { Parts } from '../scenario/parts.ts';
import { objectStorage as definition } from '../scenario/nodes/object-storage.ts';
import { ObjectStorage } from './object-storage.ts';

/** Object storage. */
export const objectStorage: Parts['object-storage'] = {
  'object-storage': { definition, build: (...from) => new ObjectStorage(...from) },
};
