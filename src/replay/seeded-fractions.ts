/**
 * A stream of fractions in [0, 1), 32 bits each, that depends on `seed` (an integer)
 * alone. For spreading recorded times and making up a sample log; what is simulated
 * draws from the streams of sim-core. Generator: mulberry32 by Tommy Ettinger.
 */
export function seededFractions(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
