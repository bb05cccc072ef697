import type { Distribution } from '../scenario/distribution.ts';
import { deterministic } from './distributions/deterministic.ts';
import { empirical } from './distributions/empirical.ts';
import { erlang } from './distributions/erlang.ts';
import { exponential } from './distributions/exponential.ts';
import { hyperexponential } from './distributions/hyperexponential.ts';
import type { DistributionKind, Of, Sampler } from './distributions/kind.ts';
import { lognormal } from './distributions/lognormal.ts';
import { mixtureOf } from './distributions/mixture.ts';
import { pareto } from './distributions/pareto.ts';
import { quantiles } from './distributions/quantiles.ts';
import { sequence } from './distributions/sequence.ts';
import { uniform } from './distributions/uniform.ts';
import { weibull } from './distributions/weibull.ts';
import type { RandomStream } from './random-stream.ts';

export type { Sampler } from './distributions/kind.ts';

/** Adding a distribution is a file, an entry here and one in the schema. */
const kinds: { readonly [Kind in Distribution['kind']]: DistributionKind<Of<Kind>> } = {
  deterministic,
  exponential,
  uniform,
  lognormal,
  erlang,
  hyperexponential,
  pareto,
  weibull,
  mixture: mixtureOf({ samplerOf, meanSecondsOf, coefficientOfVariationOf }),
  empirical,
  quantiles,
  sequence,
};

function kindOf(distribution: Distribution): DistributionKind<Distribution> {
  return kinds[distribution.kind];
}

/** A sampler of a valid distribution. */
export function samplerOf(distribution: Distribution, stream: RandomStream): Sampler {
  return kindOf(distribution).samplerOf(distribution, stream);
}

/** Mean of a valid distribution, seconds. */
export function meanSecondsOf(distribution: Distribution): number {
  return kindOf(distribution).meanSecondsOf(distribution);
}

/**
 * Standard deviation over mean of a valid distribution; 0 when it never varies, Infinity
 * when its variance is infinite (a Pareto distribution of shape 2 or less).
 */
export function coefficientOfVariationOf(distribution: Distribution): number {
  if (meanSecondsOf(distribution) === 0) return 0;
  return kindOf(distribution).coefficientOfVariationOf(distribution);
}
