import fc from 'fast-check';

/** The same cases in every run, so that a test that fails must fail again; others by HEADROOM_PROPERTY_SEED. */
const SEED = Number(environment('HEADROOM_PROPERTY_SEED') ?? 2026);
/** So many times as many cases as usual, by HEADROOM_PROPERTY_RUNS. */
const TIMES = Number(environment('HEADROOM_PROPERTY_RUNS') ?? 1);

function environment(name: string): string | undefined {
  const { process } = globalThis as { process?: { env: Readonly<Record<string, string | undefined>> } };
  return process?.env[name];
}

/** Checks a property on so many cases; shows the smallest that breaks it. */
export function always<Values>(property: fc.IProperty<Values>, numRuns = 100): void {
  fc.assert(property, { seed: SEED, numRuns: numRuns * TIMES });
}

/** So many cases of an arbitrary. */
export function casesOf<Value>(arbitrary: fc.Arbitrary<Value>, count: number): Value[] {
  return fc.sample(arbitrary, { seed: SEED, numRuns: count * TIMES });
}
