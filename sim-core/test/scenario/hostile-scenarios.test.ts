import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { always } from '../always.ts';
import { parseScenario, run, ScenarioError, type Scenario, type ScenarioNode } from '#sim-core';
import { deterministic, scenarioOf, upTo, usersAt } from '../small-scenarios.ts';

const scenario = scenarioOf(10, {
  users: usersAt([1], 'api'),
  api: { kind: 'service', serviceTime: deterministic(1) },
});
const text = JSON.stringify(scenario);

describe('a hostile scenario', () => {
  it('throws a ScenarioError and nothing else, whatever it is', () => {
    always(
      fc.property(
        fc.anything({ withBigInt: true, withSparseArray: true, withNullPrototype: true }),
        (value) => {
          expect(() => parseScenario(value)).toThrow(ScenarioError);
          for (const key of ['nodes', 'faults', 'seed', 'durationSeconds', 'version']) {
            orScenarioError({ ...scenario, [key]: value });
          }
          for (const node of ['users', 'api']) {
            orScenarioError({ ...scenario, nodes: { ...scenario.nodes, [node]: value } });
          }
        },
      ),
      300,
    );
  });

  it.each([
    ['"api":', '"__proto__":'],
    ['"version":', '"__proto__":{"x":1},"version":'],
    ['"kind":"service"', '"kind":"service","__proto__":{"instances":5}'],
    ['"kind":"service"', '"kind":"service","constructor":{}'],
    ['"kind":"service"', '"kind":"__proto__"'],
    ['"kind":"service"', '"kind":"constructor"'],
    ['"target":"api"', '"target":"__proto__"'],
    ['"target":"api"', '"target":"constructor"'],
    ['"kind":"deterministic"', '"kind":"toString"'],
    ['"kind":"service"', '"kind":"service","classes":{"__proto__":{"serviceTime":1}}'],
  ])('may not reach the prototype of objects: %s becomes %s', (what, by) => {
    expect(text).toContain(what);
    expect(() => parseScenario(JSON.parse(text.replace(what, by)))).toThrow(ScenarioError);
    expect(({} as { x?: number }).x).toBeUndefined();
    expect(({} as { instances?: number }).instances).toBeUndefined();
  });

  it('may call a node `constructor`, which is a word like others', () => {
    const renamed = JSON.parse(text.replaceAll('"api"', '"constructor"')) as Scenario;
    expect(run(renamed).overall.served).toBe(1);
  });

  it('may be nested as deeply as it likes', () => {
    const deep = JSON.parse(`${'{"nodes":'.repeat(5000)}1${'}'.repeat(5000)}`) as unknown;
    expect(() => parseScenario(deep)).toThrow(ScenarioError);
    const steps = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`) as unknown;
    expect(() => parseScenario({ ...scenario, nodes: steps })).toThrow(ScenarioError);
  });

  it.each<[string, (base: Scenario) => unknown]>([
    ['more instances than can be', () => api({ instances: 1e15 })],
    ['more machines than can be', () => farms(11)],
    [
      'more nodes than can be',
      () => ({ ...scenario, nodes: Object.fromEntries(upTo(1e5).map((i) => [`n${i}`, {}])) }),
    ],
    [
      'more faults than can be',
      () => ({ ...scenario, faults: Object.fromEntries(upTo(1e5).map((i) => [`f${i}`, {}])) }),
    ],
    [
      'more steps than can be',
      () => api({ serviceTime: undefined, plan: new Array(1e6).fill({ call: 'api' }) }),
    ],
    [
      'more requests than can be',
      () => ({
        ...scenario,
        durationSeconds: 1e7,
        nodes: {
          ...scenario.nodes,
          users: { kind: 'users', target: 'api', arrivals: { kind: 'poisson', ratePerSecond: 1e7 } },
        },
      }),
    ],
    [
      'a list that is longer than said',
      () => api({ serviceTime: { kind: 'sequence', seconds: new Array(1e7) } }),
    ],
    [
      'calls that call a million times each',
      () => ({
        ...scenario,
        nodes: {
          users: usersAt([1], 'one'),
          one: { kind: 'service', plan: [{ parallel: new Array(100).fill({ call: 'two', times: 1000 }) }] },
          two: { kind: 'service', plan: [{ parallel: new Array(100).fill({ call: 'api', times: 1000 }) }] },
          api: scenario.nodes.api,
        },
      }),
    ],
    [
      'more strikes of faults than can be',
      () => ({
        ...(api({ instances: 10_000 }) as object),
        faults: Object.fromEntries(
          upTo(200).map((i) => [
            `f${i}`,
            { kind: 'crash', node: 'api', atSeconds: i / 100, forSeconds: 0.001 },
          ]),
        ),
      }),
    ],
    [
      'more judgements of alerts than can be',
      () => ({
        ...scenario,
        durationSeconds: 5000,
        metricsCollection: { scrapeIntervalSeconds: 0.1 },
        alerts: Object.fromEntries(
          upTo(100).map((i) => [
            `a${i}`,
            { kind: 'threshold', metric: 'api.requestsPerSecond', comparison: 'above', threshold: i },
          ]),
        ),
      }),
    ],
    ['no time at all', () => ({ ...scenario, durationSeconds: 5e-324 })],
    ['holes in a list', () => api({ serviceTime: { kind: 'sequence', seconds: new Array(10) } })],
    ['a long key', () => ({ ...scenario, ['x'.repeat(1e6)]: 1 })],
    ['a long text', () => ({ ...scenario, title: 'x'.repeat(1e7) })],
  ])('is refused at once: %s', (_, make) => {
    const value = make(scenario);
    const start = performance.now();
    expect(() => parseScenario(value)).toThrow(ScenarioError);
    expect(performance.now() - start).toBeLessThan(500);
  });

  it('is found to loop, however long the loop', () => {
    const ring = upTo(900).map((i): [string, unknown] => [
      `n${i}`,
      { kind: 'service', plan: [{ call: `n${(i + 1) % 900}` }] },
    ]);
    const looping: unknown = {
      ...scenario,
      nodes: { users: usersAt([1], 'n0'), ...Object.fromEntries<unknown>(ring) },
    };
    expect(() => parseScenario(looping)).toThrow(/n0 calls n1 calls n2 .* expected calls without a loop$/);
  });
});

describe('a scenario of a thousand nodes that each have much to do', () => {
  const work = { kind: 'exponential', meanSeconds: 0.01 } as const;
  const kinds: Readonly<Record<string, ScenarioNode>> = {
    service: {
      kind: 'service',
      plan: [{ work }, { work, on: 'disk' }],
      patience: work,
      discipline: 'processor-sharing',
      autoscaling: { minimum: 1, maximum: 3, targetUtilisation: 0.5 },
      deployments: { release: { atSeconds: 1, strategy: 'rolling' } },
    },
    database: {
      kind: 'database',
      replicas: 1,
      readTime: work,
      replication: { kind: 'asynchronous', lag: work },
    },
    queue: { kind: 'queue', target: 'api' },
    cdn: { kind: 'cdn', target: 'api', capacity: 5, edges: { cairo: {} }, purgeAtSeconds: [1] },
  };

  it.each(Object.entries(kinds))('runs: %s', (_, node) => {
    const many = Object.fromEntries(upTo(990).map((i) => [`part-${i}`, node]));
    const nodes = { users: usersAt([1], 'part-0'), api: scenario.nodes.api, ...many } as Scenario['nodes'];
    expect(run(parseScenario({ ...scenario, durationSeconds: 3, nodes })).overall.arrived).toBe(1);
  });
});

function api(keys: object): unknown {
  return { ...scenario, nodes: { ...scenario.nodes, api: { ...scenario.nodes.api, ...keys } } };
}

function farms(count: number): unknown {
  const farm = { ...scenario.nodes.api, instances: 10_000 };
  return {
    ...scenario,
    nodes: { ...scenario.nodes, ...Object.fromEntries(upTo(count).map((i) => [`farm-${i}`, farm])) },
  };
}

function orScenarioError(value: unknown): void {
  try {
    parseScenario(value);
  } catch (error) {
    expect(error).toBeInstanceOf(ScenarioError);
  }
}
