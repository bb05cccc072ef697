import { run } from '#sim-core';
import { hashOf } from './hash.ts';
import { suite, suiteOptions } from './suite.ts';

/** What an engine makes of the suite: the hash of each whole result, by name. */
export const digests: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(suite).map(([name, scenario]) => [name, hashOf(run(scenario, suiteOptions))]),
);
