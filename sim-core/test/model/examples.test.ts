import { describe, expect, it } from 'vitest';
import { parseScenario, run, type RunOptions, type Scenario, withValue } from '#sim-core';
import { codeIn, modelExamples, modelText, tableUnder } from './read-model.ts';

const scenarios = modelExamples.map((example) => parseScenario(example));
const titled = scenarios.map((scenario) => [scenario.title!, scenario] as const);

describe('the examples of model.md', () => {
  it('have a title each', () => {
    expect(new Set(scenarios.map(({ title }) => title)).size).toBe(scenarios.length);
    expect(scenarios.length).toBeGreaterThanOrEqual(6);
  });

  it.each(titled)('%s runs', (_, scenario) => {
    const { overall } = run(scenario);
    expect(overall.served).toBeGreaterThan(0);
    expect(overall.served).toBeGreaterThan(0.5 * overall.arrived);
  });

  it('use every kind of node, arrival … that a reader may want to see', () => {
    const used = new Set(
      [...JSON.stringify(modelExamples).matchAll(/"kind":"([^"]+)"/g)].map(([, kind]) => kind),
    );
    for (const kind of [
      'users',
      'service',
      'load-balancer',
      'cache',
      'cdn',
      'poisson',
      'renewal',
      'recorded',
      'crash',
      'slow-down',
      'random-failures',
      'queue',
      'external-api',
      'outage',
      'partition',
      'slow-link',
    ]) {
      expect(used).toContain(kind);
    }
  });

  it('followed by hand give what is said', () => {
    const dd1 = scenarios.find(({ title }) => title === 'D/D/1')!;
    const visits = run(dd1, { traces: 10 }).traces.map(({ spans }) => spans[1]!);
    expect(visits.map(({ startSeconds }) => startSeconds)).toEqual([1, 2.5, 4, 10]);
    expect(visits.map(({ startSeconds, arriveSeconds }) => startSeconds! - arriveSeconds)).toEqual([
      0, 0.5, 1, 0,
    ]);
  });
});

describe('the messages of model.md', () => {
  it.each(
    tableUnder('What is said of an invalid scenario').map(({ Change, Message }) => [Change!, Message!]),
  )('%s', (change, message) => {
    const [path, value] = change.split('` = `').map((part) => part.replaceAll('`', ''));
    const changed: Scenario = withValue(scenarios[0]!, path!, JSON.parse(value!));
    expect(messageOf(changed)).toBe(codeIn(message));
  });
});

describe('the precautions of model.md', () => {
  const shop = run(scenarios.find(({ title }) => title === "Somebody else's outage")!);

  it('have all their numbers described, and no others', () => {
    const described = tableUnder('`callers`, by who calls whom').flatMap(({ Number: cell }) =>
      codesIn(cell!),
    );
    expect(Object.keys(shop.callers!).toSorted()).toEqual(['customers>shop', 'shop>payments']);
    for (const caller of Object.values(shop.callers!)) {
      expect(new Set(Object.keys(caller))).toEqual(new Set(described));
    }
  });

  it('do what they are for', () => {
    const { timeouts, refusedByBreaker, doubleExecutions } = shop.callers!['shop>payments']!;
    expect(timeouts).toBeGreaterThan(10);
    expect(refusedByBreaker).toBeGreaterThan(timeouts);
    expect(doubleExecutions).toBe(0);
    expect(shop.overall.successRatio).toBeGreaterThan(0.97);
  });
});

describe('the results of model.md', () => {
  const names = new Set([...modelText.matchAll(/`(\w+)`/g)].map(([, name]) => name));
  const result = run(
    scenarios.find(({ faults }) => faults !== undefined)!,
    { traces: 50, hops: 50, seriesBuckets: 5 },
  );

  it('are all described', () => {
    const free = new Set([
      ...Object.keys({ ...result.nodes, ...result.logging, ...result.alerts }),
      'request',
    ]);
    const missing = [...keysBelow(result)].filter((key) => !names.has(key) && !free.has(key));
    expect(missing).toEqual([]);
  });

  it('of links are described, and no others', () => {
    const { links } = run(scenarios.find((scenario) => scenario.links !== undefined)!);
    const numbers = keysBelow(Object.values(links!));
    expect([...numbers].filter((key) => !names.has(key))).toEqual([]);
    const rows = tableUnder('`links`, by name');
    const described = rows.flatMap(({ Number: cell }) => codesIn(cell!));
    expect(described.filter((name) => !numbers.has(name))).toEqual([]);
  });

  it('describe nothing that there is not', () => {
    const described = [
      ...tableUnder('`overall`: all users together').flatMap(({ Number: cell }) => codesIn(cell!)),
      ...tableUnder('`nodes`, by id').flatMap(({ Number: cell }) => codesIn(cell!)),
    ];
    const busyDay = run(scenarios.find(({ title }) => title === 'A release on a busy day')!);
    const keys = keysBelow(busyDay, keysBelow(result));
    expect(described.filter((name) => !keys.has(name))).toEqual([]);
  });

  it.each([
    ['A queue', 'orders'],
    ['An external API', 'gateway'],
  ])('are as the table says: %s', (heading, node) => {
    const shop = run(scenarios.find(({ nodes }) => Object.hasOwn(nodes, 'orders'))!);
    const described = tableUnder(heading).flatMap(({ Number: cell }) => codesIn(cell!));
    const everyNode = Object.keys(shop.nodes.users!);
    expect(new Set([...described, ...everyNode])).toEqual(
      new Set([...Object.keys(shop.nodes[node]!), ...everyNode]),
    );
    expect([...keysBelow(shop.nodes[node])].filter((key) => !names.has(key))).toEqual([]);
  });

  it('are all described for copies', () => {
    const { nodes, staleness, series } = run(
      scenarios.find(({ title }) => title === 'A shop that lives on copies')!,
    );
    const free = new Set([
      'cairo',
      'paris',
      'egypt',
      'france',
      'image',
      'article',
      'order',
      ...Object.keys(nodes),
    ]);
    const keys = keysBelow({ nodes, staleness, series });
    expect([...keys].filter((key) => !names.has(key) && !free.has(key))).toEqual([]);
    const described = tableUnder('`nodes`, by id', 1).flatMap(({ Number: cell }) => codesIn(cell!));
    expect(described).toContain('byEdge');
    expect(described.filter((name) => !keys.has(name))).toEqual([]);
  });

  it('of nodes that keep data are described and there', () => {
    const { database } = run(
      scenarios.find(({ title }) => title === 'A database with replicas and shards')!,
    ).nodes;
    const { pictures } = run(scenarios.find(({ title }) => title === 'Pictures from object storage')!).nodes;
    const keys = keysBelow([database, pictures]);
    expect([...keys].filter((key) => !names.has(key))).toEqual([]);
    const described = tableUnder('`nodes` that keep data').flatMap(({ Number: cell }) => codesIn(cell!));
    expect(described.filter((name) => !keys.has(name))).toEqual([]);
  });

  it('are as long and as seeded as the options say', () => {
    const rows = tableUnder('In code');
    expect(rows.map(({ Option }) => codeIn(Option!))).toEqual([
      'seed',
      'seriesBuckets',
      'traces',
      'hops',
      'logLines',
      'details',
    ]);
    for (const { Option, Allowed } of rows) {
      const key = codeIn(Option!) as keyof RunOptions;
      if (Allowed === 'true or false') continue;
      const [minimum, maximum] = [...Allowed!.matchAll(/[\d,]+\d|\d/g)].map(([text]) =>
        Number(text.replaceAll(',', '')),
      );
      const dd1 = scenarios.at(-1)!;
      for (const value of [minimum!, maximum!]) expect(() => run(dd1, { [key]: value })).not.toThrow();
      for (const value of [minimum! - 1, maximum! + 1, 0.5]) {
        expect(() => run(dd1, { [key]: value })).toThrow(`expected an integer from ${minimum} to ${maximum}`);
      }
    }
  });
});

function messageOf(scenario: Scenario): string {
  try {
    run(scenario);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('the scenario was not refused');
}

function codesIn(cell: string): string[] {
  return [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name!);
}

/** Every key of a value and of what is in it. */
function keysBelow(value: unknown, keys = new Set<string>()): Set<string> {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return keys;
  for (const [key, each] of Object.entries(value)) {
    if (!Array.isArray(value)) keys.add(key);
    keysBelow(each, keys);
  }
  return keys;
}
