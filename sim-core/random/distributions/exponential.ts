import { fillExponentially, standardExponential } from '../exponential.ts';
import type { RandomStream } from '../random-stream.ts';
import type { DistributionKind, Of, Sampler } from './kind.ts';

/** Memoryless (the M of M/M/1): what is left does not depend on what has passed. Lesson: The single server. */
export const exponential: DistributionKind<Of<'exponential'>> = {
  samplerOf: ({ meanSeconds }, stream) => new ExponentialSampler(meanSeconds, stream),
  meanSecondsOf: ({ meanSeconds }) => meanSeconds,
  coefficientOfVariationOf: () => 1,
};

/** The most frequent sampler by far, hence a class: an engine inlines its method, and not a closure. */
class ExponentialSampler implements Sampler {
  declare private readonly meanSeconds: number;
  declare private readonly stream: RandomStream;

  constructor(meanSeconds: number, stream: RandomStream) {
    this.meanSeconds = meanSeconds;
    this.stream = stream;
  }

  drawInto(target: Float64Array, place: number): void {
    target[place] = this.meanSeconds * standardExponential(this.stream);
  }

  fill(target: Float64Array): void {
    fillExponentially(target, this.meanSeconds, this.stream);
  }
}
