import type { Distribution } from '#sim-core';

/** The same shape with every time multiplied by `factor`. */
export function scaled(distribution: Distribution, factor: number): Distribution {
  switch (distribution.kind) {
    case 'deterministic':
      return { ...distribution, seconds: distribution.seconds * factor };
    case 'uniform':
      return {
        ...distribution,
        minimumSeconds: distribution.minimumSeconds * factor,
        maximumSeconds: distribution.maximumSeconds * factor,
      };
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
