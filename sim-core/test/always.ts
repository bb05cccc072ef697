import fc from 'fast-check';

/** The same cases in every run: a test that fails must fail again. */
const SEED = 2026;

/** Checks a property on so many cases; shows the smallest that breaks it. */
export function always<Values>(property: fc.IProperty<Values>, numRuns = 100): void {
  fc.assert(property, { seed: SEED, numRuns });
}

/** So many cases of an arbitrary. */
export function casesOf<Value>(arbitrary: fc.Arbitrary<Value>, count: number): Value[] {
  return fc.sample(arbitrary, { seed: SEED, numRuns: count });
}
