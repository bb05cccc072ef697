import { expect } from 'vitest';
import { replicate, type Scenario } from '#sim-core';

const REPLICATIONS = 20;
const SEED = 7;

/** From a half width of 95 % to one of 99.9 %, for the t distribution with 19 degrees of freedom. */
const TO_99_9 = 3.883 / 2.093;

/** A latency histogram's buckets are this wide, relative to their middle, to either side. */
const BUCKET = 0.008;

/**
 * Expects each theory value, by metric path, inside its interval of 99.9 % from twenty
 * independent runs, and that interval to be narrow enough to show something.
 */
export function expectInside(scenario: Scenario, expected: Readonly<Record<string, number>>): void {
  const replications = replicate(scenario, { replications: REPLICATIONS, seed: SEED });
  for (const [path, value] of Object.entries(expected)) {
    const interval = replications.interval(path);
    if (interval === null) throw new Error(`${path} was not observed in every run`);
    const halfWidth = interval.halfWidth * TO_99_9 + (/P\d+$/.test(path) ? BUCKET * value : 0);
    expect(interval.mean, path).toBeGreaterThanOrEqual(value - halfWidth);
    expect(interval.mean, path).toBeLessThanOrEqual(value + halfWidth);
    expect(halfWidth, path).toBeLessThan(0.2 * value);
  }
}
