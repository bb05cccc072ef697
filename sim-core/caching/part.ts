import type { Parts } from '../scenario/parts.ts';
import { cache } from '../scenario/nodes/cache.ts';
import { cdn } from '../scenario/nodes/cdn.ts';
import { Cache } from './cache.ts';
import { Cdn } from './cdn.ts';

/** Caches and content delivery networks. */
export const caching: Parts['caching'] = {
  cache: { definition: cache, build: (...from) => new Cache(...from) },
  cdn: { definition: cdn, build: (...from) => new Cdn(...from) },
};
