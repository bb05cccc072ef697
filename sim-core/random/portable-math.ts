/**
 * Elementary functions with the same last bit in every JavaScript engine.
 *
 * IEEE 754 fixes + − × ÷ and the square root, but not `Math.log` and its kin:
 * engines may differ there. The simulation path uses these instead. They follow
 * the argument reductions and the minimax polynomials of fdlibm (Sun Microsystems,
 * 1993, files e_log.c and e_exp.c), whose error is below one unit in the last place.
 */

const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);
float[0] = 1;
/** Index of the word that holds sign and exponent: 1 on little-endian machines. */
export const highWord = words[1] === 0x3ff00000 ? 1 : 0;

const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const INVERSE_LN2 = 1.442695040888963387;
const TWO_POW_54 = 2 ** 54;

/** Natural logarithm of x: −Infinity at 0, NaN below. */
export function portableLog(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  let exponent = 0;
  if (x < 2.2250738585072014e-308) {
    x *= TWO_POW_54;
    exponent = -54;
  }
  // Split x into 2^exponent · m with m between √½ and √2.
  float[0] = x;
  let high = words[highWord]!;
  exponent += (high >>> 20) - 1023;
  high &= 0x000fffff;
  const shift = (high + 0x95f64) & 0x100000;
  words[highWord] = high | (shift ^ 0x3ff00000);
  exponent += shift >>> 20;
  const f = float[0] - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1));
  const odd =
    z *
    (6.66666666666673513e-1 +
      w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)));
  const halfSquare = 0.5 * f * f;
  return exponent * LN2_HIGH - (halfSquare - (s * (halfSquare + even + odd) + exponent * LN2_LOW) - f);
}

/** e to the power x: 0 below −745.2, Infinity above 709.8. */
export function portableExp(x: number): number {
  if (x !== x) return x;
  if (x > 709.782712893383973096) return Infinity;
  if (x < -745.13321910194110842) return 0;
  // x = k·ln 2 + r with |r| ≤ ½ ln 2, and r in two parts so that no bit is lost.
  const k = Math.round(x * INVERSE_LN2);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const c =
    r -
    t *
      (1.66666666666666019037e-1 +
        t *
          (-2.77777777770155933842e-3 +
            t *
              (6.61375632143793436117e-5 + t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8))));
  const fraction = 1 - (low - (r * c) / (2 - c) - high);
  if (k < -1021) return fraction * powerOfTwo(k + 1000) * powerOfTwo(-1000);
  return k > 1023 ? fraction * 2 * powerOfTwo(k - 1) : fraction * powerOfTwo(k);
}

/** base to the power exponent, for base ≥ 0; relative error about |exponent · ln base| · 10⁻¹⁶. */
export function portablePower(base: number, exponent: number): number {
  if (exponent === 0) return 1;
  if (base === 0) return exponent > 0 ? 0 : Infinity;
  return portableExp(exponent * portableLog(base));
}

function powerOfTwo(k: number): number {
  words[highWord] = (k + 1023) << 20;
  words[1 - highWord] = 0;
  return float[0]!;
}
