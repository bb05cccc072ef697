/**
 * What the simulation may not call, and why, by object and property. IEEE 754
 * fixes + − × ÷ and the square root; it leaves these to each JavaScript engine,
 * whose last bits differ. The others would tie a result to the wall clock or to
 * a seed that nobody knows.
 */
export const bannedInSimCore: Readonly<Record<string, readonly string[]>> = {
  Math: [
    ...['random', 'log', 'log2', 'log10', 'log1p', 'exp', 'expm1', 'pow', 'cbrt', 'hypot'],
    ...['sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'atan2'],
    ...['sinh', 'cosh', 'tanh', 'asinh', 'acosh', 'atanh'],
  ],
  Date: ['now'],
  performance: ['now'],
};

/** Says what to use instead of a banned call. */
export function insteadOf(object: string, property: string): string {
  if (object !== 'Math') return 'the simulation has its own clock';
  if (property === 'random') return 'draw from a named random stream';
  return 'use sim-core/random/portable-math.ts: engines differ in the last bits of Math';
}
