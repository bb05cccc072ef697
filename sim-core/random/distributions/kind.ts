import type { Distribution } from '../../scenario/distribution.ts';
import type { RandomStream } from '../random-stream.ts';

/** Draws values of one distribution from one stream, in seconds. */
export interface Sampler {
  /** Writes the next value into a place of an array, where an engine need not allocate it. */
  drawInto(target: Float64Array, place: number): void;
  /** Writes the next values into a whole array, where that takes less time than one by one. */
  fill?(target: Float64Array): void;
}

/** The distributions of a kind, as a scenario writes them. */
export type Of<Kind extends Distribution['kind']> = Extract<Distribution, { kind: Kind }>;

/** What is known of a kind of distribution; each takes a valid one. */
export interface DistributionKind<From> {
  samplerOf(from: From, stream: RandomStream): Sampler;
  /** Mean, seconds. */
  meanSecondsOf(from: From): number;
  /** Standard deviation over mean, for a mean above 0; Infinity where there is no such deviation. */
  coefficientOfVariationOf(from: From): number;
}
