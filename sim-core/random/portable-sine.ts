/*
 * Sine and cosine with the same last bit in every JavaScript engine, by the reduction and
 * the minimax polynomials of fdlibm (Sun Microsystems, 1993, files e_rem_pio2.c, k_sin.c
 * and k_cos.c): take the nearest multiple of π/2 away, then use a short polynomial.
 */

const TWO_OVER_PI = 6.36619772367581382433e-1;
/** π/2 in three parts of 33 bits, so that a multiple up to 2^19 of the first two is exact, and the rest. */
const HALF_PI_1 = 1.57079632673412561417;
const HALF_PI_2 = 6.0771005063039659766e-11;
const HALF_PI_3 = 2.0222662487111664558e-21;
const HALF_PI_REST = 8.47842766036889956997e-32;
/** Just below 2^19 · π/2. */
const LARGEST = 823_549;

/** Sine of x radians, from −823,549 to 823,549, within a unit in the last place. @throws RangeError beyond. */
export function portableSine(x: number): number {
  return ofQuarters(x, 0, 'portableSine');
}

/** Cosine of x radians, from −823,549 to 823,549, within a unit in the last place. @throws RangeError beyond. */
export function portableCosine(x: number): number {
  return ofQuarters(x, 1, 'portableCosine');
}

/** Sine of x plus so many quarter turns. */
function ofQuarters(x: number, quarters: number, name: string): number {
  if (!(x >= -LARGEST && x <= LARGEST)) {
    throw new RangeError(`${name}: x is ${x}; expected a number from -823549 to 823549`);
  }
  const count = Math.round(x * TWO_OVER_PI);
  // x − count · π/2 as a sum of two numbers: `high`, and `low` with what high could not hold.
  const first = x - count * HALF_PI_1;
  const second = first - count * HALF_PI_2;
  const lost = first - second - count * HALF_PI_2;
  const third = second - count * HALF_PI_3;
  const lostToo = second - third - count * HALF_PI_3;
  const tail = lost + lostToo - count * HALF_PI_REST;
  const high = third + tail;
  const low = third - high + tail;
  const turn = (count + quarters) & 3;
  const value = (turn & 1) === 0 ? sineNearZero(high, low) : cosineNearZero(high, low);
  return turn < 2 ? value : -value;
}

/** Sine of x + rest for |x| up to π/4. */
function sineNearZero(x: number, rest: number): number {
  const z = x * x;
  const cube = z * x;
  const r =
    8.33333333332248946124e-3 +
    z *
      (-1.98412698298579493134e-4 +
        z * (2.75573137070700676789e-6 + z * (-2.50507602534068634195e-8 + z * 1.58969099521155010221e-10)));
  return x - (z * (0.5 * rest - cube * r) - rest + cube * 1.66666666666666324348e-1);
}

/** Cosine of x + rest for |x| up to π/4. */
function cosineNearZero(x: number, rest: number): number {
  const z = x * x;
  const r =
    z *
    (4.16666666666666019037e-2 +
      z *
        (-1.38888888888741095749e-3 +
          z *
            (2.48015872894767294178e-5 +
              z *
                (-2.75573143513906633035e-7 +
                  z * (2.0875723212981748279e-9 + z * -1.13596475577881948265e-11)))));
  const half = 0.5 * z;
  const w = 1 - half;
  // 1 − half lost its last bits: 1 − w − half is what it lost.
  return w + (1 - w - half + (z * r - x * rest));
}
