import { parseScenario, run, type Scenario } from '#sim-core';
import { describe, expect, test } from 'vitest';
import { describe as describeRun } from '../describe.ts';
import { placeInWords, placeOf } from '../place.ts';
import { plainText } from '../sentence.ts';

const exponential = (meanSeconds: number) => ({ kind: 'exponential', meanSeconds });

/** Cooks far and near, a cache, a database with a replica. */
function site(more: object = {}, nodes: object = {}): Scenario {
  return parseScenario({
    version: 1,
    durationSeconds: 40,
    seed: 3,
    requestClasses: { write: { writes: true } },
    ...more,
    nodes: {
      users: {
        kind: 'users',
        label: 'Cooks',
        target: 'api',
        arrivals: { kind: 'poisson', ratePerSecond: 60 },
        classes: { read: { share: 9 }, write: { share: 1 } },
        keys: { kind: 'zipf', keys: 1000, skew: 1 },
      },
      api: {
        kind: 'service',
        label: 'API',
        cores: 2,
        workers: 100,
        plan: [{ work: exponential(0.005) }, { call: 'cache', policy: { timeoutSeconds: 1 } }],
      },
      cache: { kind: 'cache', label: 'Cache', target: 'database', capacity: 300, start: 'warm' },
      database: {
        kind: 'database',
        label: 'Database',
        readTime: exponential(0.03),
        replicas: 1,
        replication: { kind: 'asynchronous', lag: exponential(0.2) },
        failoverSeconds: 2,
      },
      ...nodes,
    },
  });
}

function words(scenario: Scenario): string {
  return plainText(describeRun(scenario, run(scenario))).replaceAll('\u00a0', ' ');
}

test('a cache that works says how much of it', () => {
  expect(words(site())).toMatch(/The cache answers \d+ % of what it is asked for from its copies\./);
});

test('a dead cache is the cause, the database behind it the place', () => {
  const crash = { kind: 'crash', node: 'cache', atSeconds: 10, forSeconds: 10 };
  const said = words(site({ faults: { crash } }));
  expect(said).toMatch(
    /most of them waited too long for the cache, which waited for the database\. It began when the cache crashed at second 10; it was back 10 s later/,
  );
  expect(said).toMatch(/The primary of the database gets|The database (cannot|is busy)/);
});

test('a failover that loses writes says so', () => {
  const crash = { kind: 'crash', node: 'database', instance: 1, atSeconds: 20.5 };
  expect(words(site({ faults: { crash } }))).toMatch(
    /\d+ confirmed writes? (was|were) lost when a replica of the database took over\./,
  );
});

test('old copies are told with their place', () => {
  const cache = { kind: 'cache', label: 'Cache', target: 'database', capacity: 300, writing: 'around' };
  expect(words(site({}, { cache }))).toMatch(
    /% of the answers were out of date, most of them from the cache\./,
  );
});

test('distance is told by region, with its label', () => {
  const regions = {
    virginia: { latitude: 39, longitude: -77 },
    'sao-paulo': { latitude: -23.5, longitude: -46.6, label: 'São Paulo' },
  };
  const { users, api } = site().nodes;
  const said = words(
    site(
      { regions },
      { users: { ...users, regions: { virginia: 1, 'sao-paulo': 1 } }, api: { ...api, region: 'virginia' } },
    ),
  );
  expect(said).toMatch(
    /In Virginia half of the requests are done within .* in São Paulo within .* One in a hundred of all/,
  );
});

describe('the name of a place', () => {
  const named = site({ links: { cable: { from: 'users', to: 'api' } } });
  test.each([
    ['api', 'node', 'the API'],
    ['api>cache', 'call', 'the cache'],
    ['api>cache:2', 'call', 'the cache'],
    ['cable', 'way', 'the way from the cooks to the API'],
    ['api to cache', 'way', 'the way from the API to the cache'],
    ['elsewhere', 'node', 'the elsewhere'],
  ])('%s', (name, kind, said) => {
    expect(placeOf(named, name).kind).toBe(kind);
    expect(plainText(placeInWords(named, name))).toBe(said);
  });
});

test('machines that an autoscaler adds are a fleet, not machines that drown beside idle ones', () => {
  const rush = parseScenario({
    version: 1,
    durationSeconds: 600,
    seed: 5,
    nodes: {
      users: {
        kind: 'users',
        target: 'api',
        arrivals: {
          kind: 'flash-crowd',
          baseRatePerSecond: 1,
          peakRatePerSecond: 8,
          startSeconds: 120,
          rampUpSeconds: 60,
          holdSeconds: 120,
          decaySeconds: 60,
        },
      },
      api: {
        kind: 'service',
        label: 'API',
        cores: 1,
        serviceTime: exponential(1),
        autoscaling: {
          minimum: 2,
          maximum: 12,
          targetUtilisation: 0.7,
          intervalSeconds: 15,
          startUpSeconds: 60,
        },
      },
    },
  });
  expect(plainText(describeRun(rush, run(rush)))).toMatch(
    /The API had 2 to \d+ machines at work\. When it was worst, \d+ requests waited for one; on average/,
  );
});
