import type { Of, PopularityKind } from './kind.ts';

/** Each key as often as the next: the worst traffic that a cache can meet. Lesson: Caching. */
export const uniform: PopularityKind<Of<'uniform'>> = {
  samplerOf: ({ keys }, stream) => ({
    // 53 bits, for 32 would favor some of ten million keys by 0.2 %.
    draw: () => Math.floor(stream.nextUniform() * keys),
  }),
  keyCountOf: ({ keys }) => keys,
};
