import type { DistributionKind, Of } from './kind.ts';

/**
 * Any of the given values, each as likely as the next, drawn anew each time: measured
 * times as they were, without their order (Law, Simulation Modeling and Analysis, 2015,
 * section 6.2.4).
 */
export const empirical: DistributionKind<Of<'empirical'>> = {
  samplerOf: ({ seconds }, stream) => ({
    drawInto: (target, place) => void (target[place] = seconds[stream.nextInteger(seconds.length)]!),
  }),
  meanSecondsOf: ({ seconds }) => meanOf(seconds),
  coefficientOfVariationOf: ({ seconds }) => {
    const mean = meanOf(seconds);
    const squares = seconds.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
    return Math.sqrt(squares / seconds.length) / mean;
  },
};

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
