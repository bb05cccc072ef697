import { expect, it } from 'vitest';
import { parseScenario, run, withValue, type DatabaseNode, type Scenario } from '#sim-core';
import { exponential, poissonUsers, scenarioOf } from '../small-scenarios.ts';

const database: DatabaseNode = {
  kind: 'database',
  readTime: exponential(0.01),
  replicas: 1,
  replication: { kind: 'synchronous', lag: exponential(0.01) },
  shards: { count: 2 },
};
const scenario = scenarioOf(
  10,
  {
    users: { ...poissonUsers(1, 'database'), classes: { read: { share: 1 }, write: { share: 1 } } },
    database,
  },
  { requestClasses: { write: { writes: true } } },
);

const refusals: [key: string, value: unknown, message: string][] = [
  ['replication', undefined, 'replication is missing; expected it, for there are replicas'],
  [
    'replication.writeQuorum',
    2,
    'replication.writeQuorum is 2; expected at most 1, the copies that can confirm',
  ],
  [
    'replication',
    { kind: 'paper' },
    'replication.kind is "paper"; expected "asynchronous", "synchronous", "leaderless"',
  ],
  ['readQuorum', 3, 'readQuorum is 3; expected at most 2, the copies that there are'],
  ['readFrom', 'all', 'readFrom is "all"; expected "primary", "any", "replicas", "read-your-writes"'],
  ['bufferPool', { keys: 5 }, 'disk is missing; expected it, for there is a buffer pool'],
  [
    'scatter',
    ['search'],
    'scatter.0 is "search", which is no class of any users; expected one of read, write',
  ],
  ['scatter', ['write'], 'scatter.0 is "write", which writes; expected a class that reads'],
  [
    'shards.placement',
    { kind: 'range', keys: 1 },
    'range placement: keys is 1; expected an integer from 2 to 1000000000',
  ],
  [
    'shards.placement',
    { kind: 'by-country', shardByRegion: {}, defaultShard: 2 },
    'by-country placement: defaultShard is 2; expected an integer from 0 to 1',
  ],
];

it.each(refusals)('%s = %j is refused', (key, value, message) => {
  expect(() => parseScenario(withValue(scenario, `nodes.database.${key}`, value))).toThrow(
    `database "database": ${message}`,
  );
});

it('does not reshard what is placed by country, nor more keys than it can look at', () => {
  const resharded = withValue(scenario, 'nodes.database.resharding', {
    atSeconds: 1,
    count: 3,
    keysPerSecond: 1,
  });
  expect(() => parseScenario(resharded)).not.toThrow();
  const placement = { kind: 'by-country', shardByRegion: {}, defaultShard: 0 };
  expect(() => parseScenario(withValue(resharded, 'nodes.database.shards.placement', placement))).toThrow(
    'resharding is given; expected none, for keys are placed by country',
  );
  const keys = { kind: 'recorded', keys: [10_000_000] };
  expect(() => parseScenario(withValue(resharded, 'nodes.users.keys', keys))).toThrow(
    'resharding has 10000001 keys to look at; expected at most 10000000',
  );
  const firstKeys = { kind: 'range', firstKeys: [5] };
  expect(() => parseScenario(withValue(resharded, 'nodes.database.shards.placement', firstKeys))).toThrow(
    'firstKeys has 1 entries; expected 2',
  );
});

it('costs as much as its servers', () => {
  const priced: Scenario = {
    ...scenario,
    prices: { instanceDollarsPerMonth: 10, coreDollarsPerMonth: 1 },
  };
  expect(run(priced).overall.costDollarsPerMonth).toBe(4 * 11);
});

it('may be struck at any of its servers, and no other', () => {
  const struck = (instance: number): Scenario => ({
    ...scenario,
    faults: { crash: { kind: 'crash', node: 'database', instance, atSeconds: 1 } },
  });
  expect(() => parseScenario(struck(4))).not.toThrow();
  expect(() => parseScenario(struck(5))).toThrow('expected an integer from 1 to 4');
});
