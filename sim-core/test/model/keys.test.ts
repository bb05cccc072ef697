import { describe, expect, it } from 'vitest';
import { parseScenario, run, type Scenario, valueAt, withValue } from '#sim-core';
import { exponential } from '../small-scenarios.ts';
import { codeIn, tableUnder } from './read-model.ts';

/** A place for each table of keys, so that each key can be tried. */
const base: Scenario = {
  version: 1,
  durationSeconds: 10,
  nodes: {
    users: {
      kind: 'users',
      target: 'balancer',
      arrivals: { kind: 'poisson', ratePerSecond: 1 },
      keys: { kind: 'uniform', keys: 10 },
      policy: {
        retries: { attempts: 2, backoff: { kind: 'fixed', waitSeconds: 0 }, budget: {} },
        circuitBreaker: { window: { kind: 'count', calls: 10 } },
      },
    },
    balancer: {
      kind: 'load-balancer',
      targets: ['api'],
      policy: { kind: 'random' },
      healthCheck: { intervalSeconds: 1 },
    },
    farm: {
      kind: 'service',
      serviceTime: exponential(1),
      shedding: { concurrencyLimit: 5, maximumQueueSeconds: 9 },
      contention: { contentionRatio: 0.1 },
      warmUp: { seconds: 1, speed: 0.5 },
      autoscaling: { minimum: 1, maximum: 5, targetUtilisation: 0.5 },
      deployments: { release: { atSeconds: 1, strategy: 'rolling' } },
    },
    api: { kind: 'service', serviceTime: exponential(1) },
    database: {
      kind: 'database',
      readTime: exponential(1),
      replication: { kind: 'asynchronous', lag: exponential(1) },
      shards: { count: 1 },
    },
    storage: { kind: 'object-storage', firstByteTime: exponential(1) },
    cache: { kind: 'cache', target: 'api', capacity: 10 },
    cdn: { kind: 'cdn', target: 'api', capacity: 10, edges: { cairo: {} } },
    page: { kind: 'service', plan: [{ call: 'api' }] },
    orders: { kind: 'queue', target: 'api' },
    gateway: { kind: 'external-api', latency: exponential(1), rateLimit: { ratePerSecond: 1 } },
  },
  requestClasses: { request: {} },
  regions: { home: { latitude: 0, longitude: 0 } },
  links: { line: { from: 'users', to: 'balancer', lossProbability: 0.5, connection: {} } },
  prices: {},
};

/** The same, watched. */
const watchedBase: Scenario = {
  ...base,
  logging: { log: { nodes: ['api'], level: 'debug', destination: 'local', local: {}, shipped: {} } },
  metricsCollection: { scrapeIntervalSeconds: 0.5 },
  alerts: { alert: { kind: 'threshold', metric: 'users.failureRatio', comparison: 'above', threshold: 0.1 } },
  onCall: { reactionSeconds: 1, action: 'restart' },
};
const watchedHeadings = ['Logging', 'Local log', 'Shipped log', 'Metrics collection', 'Alerts', 'On call'];

/** The least that a variant needs; with its table where two tables have one of that name. */
const variants: Readonly<Record<string, object>> = {
  poisson: { ratePerSecond: 1 },
  constant: { ratePerSecond: 1 },
  renewal: { intervalSeconds: exponential(1) },
  recorded: { timesSeconds: [1] },
  bursty: { calmRatePerSecond: 1, burstRatePerSecond: 5, calmMeanSeconds: 3, burstMeanSeconds: 1 },
  'daily-rhythm': { ratePerSecond: 2, peakToMean: 1.5 },
  'flash-crowd': { baseRatePerSecond: 1, peakRatePerSecond: 5, startSeconds: 2, holdSeconds: 3 },
  'rate-curve': { points: [{ seconds: 1, ratePerSecond: 1 }] },
  deterministic: { seconds: 1 },
  exponential: { meanSeconds: 1 },
  uniform: { minimumSeconds: 0, maximumSeconds: 31_536_000 },
  lognormal: { meanSeconds: 1, coefficientOfVariation: 1 },
  erlang: { meanSeconds: 1, shape: 2 },
  hyperexponential: { meanSeconds: 1, coefficientOfVariation: 2 },
  pareto: { minimumSeconds: 1, shape: 2 },
  weibull: { meanSeconds: 1, shape: 2 },
  mixture: { parts: [{ probability: 1, distribution: exponential(1) }] },
  asynchronous: { lag: exponential(1) },
  synchronous: { lag: exponential(1) },
  range: { keys: 10 },
  'by-country': { shardByRegion: {}, defaultShard: 0 },
  empirical: { seconds: [1] },
  quantiles: {
    points: [
      { share: 0, seconds: 0 },
      { share: 1, seconds: 1 },
    ],
  },
  sequence: { seconds: [1] },
  closed: { users: 1, thinkTime: exponential(1) },
  weighted: { weights: [1] },
  'Keys/uniform': { keys: 10 },
  'Keys/zipf': { keys: 10, skew: 1 },
  'Keys/drifting': { keys: 10, skew: 1, halfLifeSeconds: 5 },
  outage: { node: 'gateway', atSeconds: 1, mode: 'slow' },
  'Keys/recorded': { keys: [1, 2] },
  threshold: { metric: 'users.failureRatio', comparison: 'above', threshold: 0.1 },
  'burn-rate': { node: 'users', objectiveRatio: 0.99, burnRate: 2, longWindowSeconds: 2 },
  'Backoff/fixed': { waitSeconds: 1 },
  'Backoff/exponential': { baseSeconds: 1, capSeconds: 31_536_000 },
  'Window of a breaker/count': { calls: 10 },
  'Window of a breaker/time': { seconds: 10 },
  crash: { node: 'api', atSeconds: 1 },
  'slow-down': { node: 'api', atSeconds: 1, speed: 0.5 },
  'random-failures': {
    node: 'api',
    atSeconds: 1,
    meanTimeToFailureSeconds: 10,
    meanTimeToRepairSeconds: 1,
  },
  partition: { node: 'api', atSeconds: 1 },
  'slow-link': { node: 'balancer', to: 'api', atSeconds: 1, latencyFactor: 2 },
};

/** Where the keys of a table stand; tables of variants have a row a variant and key. */
const places: Readonly<Record<string, string>> = {
  'Node `database`': 'nodes.database',
  Replication: 'nodes.database.replication',
  Placement: 'nodes.database.shards.placement',
  'Node `object-storage`': 'nodes.storage',
  Scenario: '',
  'Node `users`': 'nodes.users',
  'Node `queue`': 'nodes.orders',
  'Node `external-api`': 'nodes.gateway',
  'Rate limit': 'nodes.gateway.rateLimit',
  Arrivals: 'nodes.users.arrivals',
  'Node `service`': 'nodes.api',
  Call: 'nodes.page.plan.0',
  'Precautions of a caller': 'nodes.users.policy',
  Retries: 'nodes.users.policy.retries',
  Backoff: 'nodes.users.policy.retries.backoff',
  'Retry budget': 'nodes.users.policy.retries.budget',
  'Circuit breaker': 'nodes.users.policy.circuitBreaker',
  'Window of a breaker': 'nodes.users.policy.circuitBreaker.window',
  'Request classes': 'requestClasses.request',
  Keys: 'nodes.users.keys',
  Shedding: 'nodes.farm.shedding',
  Contention: 'nodes.farm.contention',
  'Warm-up of a machine': 'nodes.farm.warmUp',
  Autoscaling: 'nodes.farm.autoscaling',
  Deployments: 'nodes.farm.deployments.release',
  Distribution: 'nodes.api.serviceTime',
  'Node `load-balancer`': 'nodes.balancer',
  'Node `cache`': 'nodes.cache',
  'Node `cdn`': 'nodes.cdn',
  Policy: 'nodes.balancer.policy',
  'Health check': 'nodes.balancer.healthCheck',
  Logging: 'logging.log',
  'Local log': 'logging.log.local',
  'Shipped log': 'logging.log.shipped',
  'Metrics collection': 'metricsCollection',
  Alerts: 'alerts.alert',
  'On call': 'onCall',
  Regions: 'regions.home',
  Links: 'links.line',
  'Connection of a link': 'links.line.connection',
  Fault: 'faults.fault',
  Prices: 'prices',
};

interface Row {
  readonly heading: string;
  readonly kind: string;
  readonly key: string;
  readonly allowed: string;
  readonly standard: string;
}

const rows: readonly Row[] = Object.keys(places).flatMap((heading) =>
  tableUnder(heading).map(({ Kind = '', Key = '', Allowed = '', Default = '' }) => ({
    heading,
    kind: codeIn(Kind),
    key: codeIn(Key),
    allowed: Allowed,
    standard: Default,
  })),
);
const keyed = rows.filter(({ key }) => key !== '');

describe.each(keyed)('$heading $kind $key', (row) => {
  const { key, allowed, standard } = row;
  const scenario = scenarioFor(row);
  const path = pathOf(row);

  it('is required just when it is said to be', () => {
    const without = JSON.parse(JSON.stringify(withValue(scenario, path, undefined))) as unknown;
    const eitherOr = standard.startsWith('this or');
    if (standard === 'required' || (eitherOr && key === 'serviceTime')) {
      expect(() => parseScenario(without)).toThrow(/is missing|expected/);
    } else expect(() => parseScenario(without)).not.toThrow();
  });

  const range = /^(integer, )?(above )?([\d.,]+) to ([\d.,]+)$/.exec(allowed);
  if (range) {
    it(`is ${allowed}`, () => {
      const [, integer, above] = range;
      const [minimum, maximum] = [range[3]!, range[4]!].map((text) => Number(text.replaceAll(',', '')));
      const accepts = (value: unknown): void =>
        expect(valueAt(parseScenario(withValue(scenario, path, value)), path)).toBe(value);
      const refuses = (value: unknown): void => {
        expect(() => parseScenario(withValue(scenario, path, value))).toThrow(`${key} is ${String(value)}`);
      };
      accepts(maximum);
      (above ? refuses : accepts)(minimum);
      (above ? accepts : refuses)(above ? minimum! + 1e-9 : minimum! - 1e-9);
      refuses(maximum! * (1 + 1e-9) + 1e-9);
      (integer ? refuses : accepts)(maximum! - 0.5);
      for (const other of [NaN, Infinity, null, true]) refuses(other);
      expect(() => parseScenario(withValue(scenario, path, '1'))).toThrow(`${key} is "1"`);
    });
  }

  const length = /^text of at most (\d+) characters$/.exec(allowed);
  if (length) {
    it(`is a ${allowed}`, () => {
      const longest = 'x'.repeat(Number(length[1]));
      expect(() => parseScenario(withValue(scenario, path, longest))).not.toThrow();
      expect(() => parseScenario(withValue(scenario, path, `${longest}x`))).toThrow(
        `text of at most ${length[1]}`,
      );
    });
  }

  if (allowed === 'true or false') {
    it('is true or false', () => {
      for (const value of [true, false]) {
        expect(() => parseScenario(withValue(scenario, path, value))).not.toThrow();
      }
      expect(() => parseScenario(withValue(scenario, path, 1))).toThrow('expected true or false');
    });
  }

  const number = /^[\d.,]+$/.test(standard) ? Number(standard.replaceAll(',', '')) : null;
  if (number !== null || /^(true|false)$/.test(standard)) {
    it(`is ${standard} when it is left out`, () => {
      const value = number ?? standard === 'true';
      const spelled = run(withValue(scenario, path, value), { traces: 100 });
      const without = run(withValue(scenario, path, undefined), { traces: 100 });
      expect(JSON.stringify(spelled)).toBe(JSON.stringify(without));
    });
  }
});

describe('the tables', () => {
  const names = [...new Set(rows.map(({ heading, kind }) => `${heading}/${kind}`))];
  const groups = names.map((name): [string, Row[]] => [
    name,
    rows.filter(({ heading, kind }) => `${heading}/${kind}` === name),
  ]);

  it.each(groups)('list all keys of %s', (_, group) => {
    const [first] = group;
    const path = pathOf({ ...first!, key: 'nonsense' });
    const message = messageOf(withValue(scenarioFor(first!), path, 1));
    const known = /is not a known key; expected (.*)$/.exec(message)?.[1]?.split(', ');
    const listed = group.map(({ key }) => key).filter((key) => key !== '');
    expect(
      new Set(listed.includes('kind') ? listed : known!.includes('kind') ? ['kind', ...listed] : listed),
    ).toEqual(new Set(known));
  });

  it.each([
    'Arrivals',
    'Keys',
    'Distribution',
    'Policy',
    'Replication',
    'Placement',
    'Backoff',
    'Window of a breaker',
    'Fault',
    'Alerts',
  ])('list all kinds of %s', (heading) => {
    const [row] = rows.filter((each) => each.heading === heading);
    const path = `${places[heading]!}.kind`;
    const message = messageOf(withValue(scenarioFor(row!), path, 'nonsense'));
    const kinds = [...message.split('expected ')[1]!.matchAll(/"([^"]+)"/g)].map(([, kind]) => kind);
    expect(new Set(rows.filter((each) => each.heading === heading).map(({ kind }) => kind))).toEqual(
      new Set(kinds),
    );
  });
});

function pathOf({ heading, key }: Row): string {
  return places[heading] === '' ? key : `${places[heading]!}.${key}`;
}

/** A valid scenario in which the key of a row may stand. */
function scenarioFor({ heading, kind }: Row): Scenario {
  const watched = watchedHeadings.includes(heading);
  if (kind === '') return watched ? watchedBase : base;
  const variant = { kind, ...(variants[`${heading}/${kind}`] ?? variants[kind]) };
  if (heading === 'Fault') return withValue(base, 'faults', { fault: variant });
  return withValue(watched ? watchedBase : base, places[heading]!, variant);
}

function messageOf(scenario: Scenario): string {
  try {
    parseScenario(scenario);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('the scenario was not refused');
}
