import { expect, it } from 'vitest';
import { parseScenario, withValue } from '#sim-core';
import { cachedSystem, readersOf } from './cached-system.ts';

const base = cachedSystem({ users: readersOf([1]) }, { capacity: 10 }, 10);

it.each([
  ['nodes.cache.capacity', 0, 'cache "cache": capacity is 0; expected an integer from 1 to 1000000'],
  [
    'nodes.cache.eviction',
    'belady',
    'cache "cache": eviction is "belady"; expected "fifo", "lru", "lfu", "random", "clock", "sieve", "s3-fifo", "w-tiny-lfu"',
  ],
  ['nodes.cache.reading', 'through', 'cache "cache": reading is "through"; expected "aside", "read-through"'],
  ['nodes.cache.target', 'users', 'cache "cache": target is "users"; expected database'],
  ['nodes.cache.edges', {}, 'cache "cache": edges is not a known key; expected kind, label'],
  ['nodes.database.plan', [{ call: 'cache' }], 'serviceTime and plan are both given'],
])('%s = %j', (path, value, message) => {
  expect(() => parseScenario(withValue(base, path, value))).toThrow(message);
});

it('refuses to tell a target that is down more often than a run can bear', () => {
  const cache = { ...base.nodes.cache, writing: 'write-behind', writeDelaySeconds: 1e-300 };
  expect(() => parseScenario({ ...base, nodes: { ...base.nodes, cache } })).toThrow(
    'cache "cache": writeDelaySeconds is 1e-300; expected at least 0.000001 for a run of 10 s',
  );
});

it('refuses loops through caches, unknown classes and too many entries', () => {
  const cdn = { kind: 'cdn', target: 'cache', edges: { cairo: {} }, capacity: 10, classes: ['nonsense'] };
  const nodes = { ...base.nodes, cdn };
  expect(() => parseScenario({ ...base, nodes })).toThrow(
    'cdn "cdn": classes.0 is "nonsense", no class of any users; expected one of request',
  );
  const loop = { ...base.nodes, database: { kind: 'service', plan: [{ call: 'cache' }] } };
  expect(() => parseScenario({ ...base, nodes: loop })).toThrow('expected calls without a loop');
  const huge = { ...base.nodes, cache: { ...base.nodes.cache, capacity: 1_000_000, instances: 6 } };
  expect(() => parseScenario({ ...base, nodes: huge })).toThrow(
    'its caches have room for 6000000 entries; expected at most 5000000',
  );
});
