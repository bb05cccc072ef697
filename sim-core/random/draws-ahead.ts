import type { Distribution } from '../scenario/distribution.ts';
import { type Sampler, samplerOf } from './distributions.ts';
import type { RandomStream } from './random-stream.ts';

/** The first block is small, so that a short run does not draw many times what it needs. */
const FIRST_BLOCK = 8;
const LARGEST_BLOCK = 128;

/**
 * Draws of one distribution from a stream that nobody else draws from, made block by block
 * before they are needed: they are the same numbers, and a block takes much less time than
 * as many single draws.
 */
export class DrawsAhead {
  declare private readonly sampler: Sampler;
  private block = new Float64Array(0);
  private place = 0;

  /** @param stream nobody else may draw from it. */
  constructor(distribution: Distribution, stream: RandomStream) {
    this.sampler = samplerOf(distribution, stream);
  }

  /** The next value, seconds. */
  next(): number {
    if (this.place === this.block.length) this.drawBlock();
    return this.block[this.place++]!;
  }

  private drawBlock(): void {
    const { length } = this.block;
    if (length < LARGEST_BLOCK) this.block = new Float64Array(length === 0 ? FIRST_BLOCK : 2 * length);
    this.place = 0;
    const block = this.block;
    if (this.sampler.fill !== undefined) this.sampler.fill(block);
    else for (let place = 0; place < block.length; place++) this.sampler.drawInto(block, place);
  }
}
