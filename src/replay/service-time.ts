import type { Distribution } from '#sim-core';

type SimpleDistribution = Exclude<Distribution, { kind: 'mixture' }>;

/** The same shape with every time multiplied by `factor`. */
export function scaled(distribution: Distribution, factor: number): Distribution {
  if (distribution.kind !== 'mixture') return scaledSimple(distribution, factor);
  const parts = distribution.parts.map((part) => ({
    ...part,
    distribution: scaledSimple(part.distribution, factor),
  }));
  return { ...distribution, parts };
}

function scaledSimple(distribution: SimpleDistribution, factor: number): SimpleDistribution {
  switch (distribution.kind) {
    case 'deterministic':
      return { ...distribution, seconds: distribution.seconds * factor };
    case 'uniform':
      return {
        ...distribution,
        minimumSeconds: distribution.minimumSeconds * factor,
        maximumSeconds: distribution.maximumSeconds * factor,
      };
    case 'pareto':
      return { ...distribution, minimumSeconds: distribution.minimumSeconds * factor };
    case 'quantiles':
      return {
        ...distribution,
        points: distribution.points.map((point) => ({ ...point, seconds: point.seconds * factor })),
      };
    case 'empirical':
    case 'sequence':
      return { ...distribution, seconds: distribution.seconds.map((value) => value * factor) };
    case 'hyperexponential':
      if ('meanSeconds' in distribution)
        return { ...distribution, meanSeconds: distribution.meanSeconds * factor };
      return {
        ...distribution,
        phases: distribution.phases.map((phase) => ({ ...phase, meanSeconds: phase.meanSeconds * factor })),
      };
    default:
      return { ...distribution, meanSeconds: distribution.meanSeconds * factor };
  }
}
