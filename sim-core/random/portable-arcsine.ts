/*
 * Arcsine with the same last bit in every JavaScript engine, by the rational approximation
 * of fdlibm (Sun Microsystems, 1993, file e_asin.c); beyond a half by the half angle,
 * asin x = π/2 − 2 asin √((1 − x)/2).
 */

const HALF_PI_HIGH = 1.570796326794896558;
const HALF_PI_LOW = 6.12323399573676603587e-17;

/** Arcsine of x, radians; x from −1 to 1, else NaN. Within two units in the last place. */
export function portableArcsine(x: number): number {
  const size = Math.abs(x);
  if (!(size <= 1)) return NaN;
  if (size < 0.5) return x + x * excess(x * x);
  const square = (1 - size) / 2;
  const sine = Math.sqrt(square);
  const value = HALF_PI_HIGH - (2 * (sine + sine * excess(square)) - HALF_PI_LOW);
  return x < 0 ? -value : value;
}

/** asin(x)/x − 1, for x² up to a quarter. */
function excess(t: number): number {
  const above =
    t *
    (1.66666666666666657415e-1 +
      t *
        (-3.25565818622400915405e-1 +
          t *
            (2.01212532134862925881e-1 +
              t *
                (-4.00555345006794114027e-2 +
                  t * (7.91534994289814532176e-4 + t * 3.4793310759602116757e-5)))));
  const below =
    1 +
    t *
      (-2.40339491173441421878 +
        t * (2.02094576023350569471 + t * (-6.8828397160545329303e-1 + t * 7.70381505559019352791e-2)));
  return above / below;
}
