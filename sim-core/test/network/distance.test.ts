import { describe, expect, it } from 'vitest';
import { distanceMeters, latencySecondsBetween, nearestRegion } from '../../network/distance.ts';

const cairo = { latitude: 30.06, longitude: 31.25 };
const riyadh = { latitude: 24.71, longitude: 46.68 };
const virginia = { latitude: 39.04, longitude: -77.49 };
const sydney = { latitude: -33.87, longitude: 151.21 };
const quarter = (Math.PI / 2) * 6_371_008.8;

describe('distanceMeters', () => {
  it('is a quarter or a half of a great circle where it must be', () => {
    const equator = (longitude: number) => ({ latitude: 0, longitude });
    const pole = { latitude: 90, longitude: 17 };
    expect(distanceMeters(equator(0), equator(90))).toBeCloseTo(quarter, 6);
    expect(distanceMeters(equator(-120), pole)).toBeCloseTo(quarter, 6);
    expect(distanceMeters(equator(-170), equator(10))).toBeCloseTo(2 * quarter, 0);
    expect(distanceMeters(equator(-180), equator(180))).toBeCloseTo(0, 6);
    expect(distanceMeters(cairo, cairo)).toBe(0);
  });

  it('is the same both ways, and what the law of haversines gives', () => {
    for (const [a, b] of [
      [cairo, virginia],
      [riyadh, sydney],
      [cairo, riyadh],
    ] as const) {
      expect(distanceMeters(a, b)).toBe(distanceMeters(b, a));
      expect(distanceMeters(a, b)).toBeCloseTo(haversine(a, b), 5);
    }
    expect(distanceMeters(cairo, virginia) / 1e6).toBeCloseTo(9.35, 1);
  });
});

it('light takes some 70 ms from Cairo to Virginia and a hundredth of a second to Riyadh', () => {
  expect(latencySecondsBetween(cairo, virginia)).toBeCloseTo(0.07, 2);
  expect(latencySecondsBetween(cairo, riyadh)).toBeCloseTo(0.012, 3);
});

it('the nearest of several places is found, the first among equals', () => {
  expect(nearestRegion(cairo, [virginia, sydney, riyadh])).toBe(2);
  expect(nearestRegion(cairo, [virginia, riyadh, riyadh])).toBe(1);
  expect(nearestRegion(cairo, [])).toBe(-1);
});

function haversine(a: typeof cairo, b: typeof cairo): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const half = (x: number): number => Math.sin(radians(x) / 2) ** 2;
  const h =
    half(b.latitude - a.latitude) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(b.longitude - a.longitude);
  return 2 * 6_371_008.8 * Math.asin(Math.sqrt(h));
}
