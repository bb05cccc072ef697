import type { Of, PopularityKind } from './kind.ts';
import { ranksOf } from './ranks.ts';

/**
 * Zipf's law: the second thing is asked for half as often as the first, the third a third
 * (skew 1). Requests to web caches follow it with skews from 0.64 to 0.83.
 * Source: Breslau et al., 'Web Caching and Zipf-like Distributions', INFOCOM 1999.
 * Lesson: Caching.
 */
export const zipf: PopularityKind<Of<'zipf'>> = {
  samplerOf: ({ keys, skew }, stream) => {
    const ranks = ranksOf(keys, skew);
    return { draw: () => ranks.draw(stream) };
  },
  keyCountOf: ({ keys }) => keys,
};
