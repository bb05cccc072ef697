import type { KeyPopularity } from '../scenario/traffic.ts';
import { drifting } from './keys/drifting.ts';
import type { KeySampler, Of, PopularityKind } from './keys/kind.ts';
import { recorded } from './keys/recorded.ts';
import { uniform } from './keys/uniform.ts';
import { zipf } from './keys/zipf.ts';
import type { RandomStream } from './random-stream.ts';

export type { KeySampler } from './keys/kind.ts';

/** Adding a kind of popularity is a file, an entry here and one in the schema. */
const kinds: { readonly [Kind in KeyPopularity['kind']]: PopularityKind<Of<Kind>> } = {
  uniform,
  zipf,
  drifting,
  recorded,
};

function kindOf(popularity: KeyPopularity): PopularityKind<KeyPopularity> {
  return kinds[popularity.kind];
}

/** A sampler of a valid popularity; all its chance comes from the stream. Lesson: Caching. */
export function keySamplerOf(popularity: KeyPopularity, stream: RandomStream): KeySampler {
  return kindOf(popularity).samplerOf(popularity, stream);
}

/** How many keys a valid popularity may ask for: each is an integer from 0 to below this. */
export function keyCountOf(popularity: KeyPopularity): number {
  return kindOf(popularity).keyCountOf(popularity);
}

/** Steps that a valid popularity takes by itself up to a time, seconds, for the check of a run's size. */
export function keyStepsUpTo(popularity: KeyPopularity, seconds: number): number {
  return kindOf(popularity).stepsUpTo?.(popularity, seconds) ?? 0;
}
