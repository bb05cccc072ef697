import { portableArcsine, portableCosine, portableSine } from '../random/index.ts';

/** A place on earth, degrees. */
export interface Coordinates {
  /** North of the equator; −90 to 90. */
  readonly latitude: number;
  /** East of Greenwich; −180 to 180. */
  readonly longitude: number;
}

/** Mean radius of the earth, meters (IUGG). */
const EARTH_RADIUS_METERS = 6_371_008.8;
/** Light in glass goes at two thirds of its speed in a vacuum: 200 km a millisecond. */
export const FIBRE_METERS_PER_SECOND = 200_000_000;
/** Cables follow coasts, roads and railways: the way is so many times as long as the great circle. */
export const PATH_FACTOR = 1.5;

const RADIANS_PER_DEGREE = 0.017453292519943295;

/**
 * Length of the great circle between two places, meters, 0 to 20,015,115. The chord between
 * the two points of the unit sphere has the length 2 sin(arc/2). The earth counts as a
 * sphere, which is wrong by half a percent at most. Lesson: CDN.
 */
export function distanceMeters(a: Coordinates, b: Coordinates): number {
  const [ax, ay, az] = onUnitSphere(a);
  const [bx, by, bz] = onUnitSphere(b);
  const chord = Math.sqrt((ax - bx) * (ax - bx) + (ay - by) * (ay - by) + (az - bz) * (az - bz));
  return EARTH_RADIUS_METERS * 2 * portableArcsine(Math.min(1, chord / 2));
}

/** Time that a message takes one way between two places, seconds, by the rule of the thumb above. */
export function latencySecondsBetween(a: Coordinates, b: Coordinates): number {
  return (distanceMeters(a, b) * PATH_FACTOR) / FIBRE_METERS_PER_SECOND;
}

/** Index of the place nearest to here, the first among equals; −1 when there is none. */
export function nearestRegion(here: Coordinates, places: readonly Coordinates[]): number {
  let nearest = -1;
  let least = Infinity;
  places.forEach((place, i) => {
    const meters = distanceMeters(here, place);
    if (meters >= least) return;
    least = meters;
    nearest = i;
  });
  return nearest;
}

function onUnitSphere({ latitude, longitude }: Coordinates): [number, number, number] {
  const north = latitude * RADIANS_PER_DEGREE;
  const east = longitude * RADIANS_PER_DEGREE;
  const ring = portableCosine(north);
  return [ring * portableCosine(east), ring * portableSine(east), portableSine(north)];
}
