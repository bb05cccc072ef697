import type { KeyPopularity } from '../../scenario/traffic.ts';
import type { RandomStream } from '../random-stream.ts';

/** Says which key each request asks for. */
export interface KeySampler {
  /**
   * The key of the next request, an integer from 0.
   * @param nowSeconds simulated time, which never goes back
   */
  draw(nowSeconds: number): number;
}

/** The popularities of a kind, as a scenario writes them. */
export type Of<Kind extends KeyPopularity['kind']> = Extract<KeyPopularity, { kind: Kind }>;

/** What is known of a kind of popularity; each takes a valid one. */
export interface PopularityKind<From> {
  samplerOf(from: From, stream: RandomStream): KeySampler;
  /** Keys are below this. */
  keyCountOf(from: From): number;
  /** What its sampler does of its own accord up to a time, besides one step a draw. */
  stepsUpTo?(from: From, seconds: number): number;
}
