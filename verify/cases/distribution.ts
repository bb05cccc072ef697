import type { Distribution } from '#sim-core';

/** A service time as ground-truth.json writes it. */
interface StatedDistribution {
  readonly type: string;
  readonly mean: number;
  readonly k?: number;
  readonly cv2?: number;
  readonly a?: number;
  readonly b?: number;
  readonly p?: number;
  readonly m1?: number;
  readonly m2?: number;
}

/**
 * The same distribution in the words of a scenario.
 * @throws RangeError for one that it does not know.
 */
export function distributionOf(stated: unknown): Distribution {
  if (stated === 'det 1') return { kind: 'deterministic', seconds: 1 };
  const { type, mean, ...rest } = stated as StatedDistribution;
  switch (type) {
    case 'det':
      return { kind: 'deterministic', seconds: mean };
    case 'exp':
      return { kind: 'exponential', meanSeconds: mean };
    case 'erlang':
      return { kind: 'erlang', meanSeconds: mean, shape: rest.k! };
    case 'lognormal':
      return { kind: 'lognormal', meanSeconds: mean, coefficientOfVariation: Math.sqrt(rest.cv2!) };
    case 'uniform':
      return { kind: 'uniform', minimumSeconds: rest.a!, maximumSeconds: rest.b! };
    case 'h2':
      return rest.p === undefined
        ? { kind: 'hyperexponential', meanSeconds: mean, coefficientOfVariation: Math.sqrt(rest.cv2!) }
        : {
            kind: 'hyperexponential',
            phases: [
              { probability: rest.p, meanSeconds: rest.m1! },
              { probability: 1 - rest.p, meanSeconds: rest.m2! },
            ],
          };
    default:
      throw new RangeError(`ground truth: distribution is ${JSON.stringify(stated)}; expected a known type`);
  }
}
