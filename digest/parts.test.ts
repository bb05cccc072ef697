import { expect, test, vi } from 'vitest';
import * as whole from '#sim-core';
import type * as core from '../sim-core/core.ts';
import { partsIn } from '../sim-core/scenario/parts-for.ts';
import { suite } from './suite.ts';

type Core = typeof core;

/** A simulation that has fetched nothing yet. */
async function newCore(): Promise<Core> {
  vi.resetModules();
  return import('../sim-core/core.ts');
}

const options = { traces: 5, seriesBuckets: 4, logLines: 5 };

test('the core and the whole have the same names', async () => {
  expect(Object.keys(await newCore()).sort()).toEqual(Object.keys(whole).sort());
});

test('with the parts that a scenario names, the core runs it as the whole does', async () => {
  const bySet = new Map<string, string[]>();
  for (const [name, scenario] of Object.entries(suite)) {
    const parts = [...partsIn(scenario)].sort().join(' ');
    bySet.set(parts, [...(bySet.get(parts) ?? []), name]);
  }
  expect([...bySet.keys()]).toContain('');
  for (const [parts, names] of bySet) {
    const core = await newCore();
    await core.partsFor(names.map((name) => suite[name]));
    // All that a run ever asks of a part it asks before it starts.
    for (const name of names) core.start(suite[name]!, options);
    const first = names[0]!;
    const result = core.run(suite[first]!, options);
    expect(result, `${first}, with ${parts}`).toEqual(whole.run(suite[first]!, options));
  }
});

test('the core says what is wrong in the same words', async () => {
  const core = await newCore();
  const good = Object.values(suite)[0]!;
  const wrong: readonly unknown[] = [
    { ...good, nodes: { ...good.nodes, other: { kind: 'databse' } } },
    { ...good, links: 3 },
    { ...good, alerts: [] },
    { ...good, nodes: { ...good.nodes, users: { ...good.nodes.users, policy: { kind: 'random' } } } },
    { ...good, nodes: { ...good.nodes, api: { kind: 'service', autoscaling: null, deployments: {} } } },
    { ...good, faults: { cut: { kind: 'partition', node: 'nobody', atSeconds: 1 } } },
    { ...good, faults: { crash: { kind: 'crash', node: 'nobody', atSeconds: 1 } } },
  ];
  for (const scenario of wrong) {
    await core.partsFor(scenario);
    const messageOf = (parse: (value: unknown) => unknown): string => {
      try {
        parse(scenario);
      } catch (error) {
        return (error as Error).message;
      }
      return 'it is valid';
    };
    expect(messageOf(core.parseScenario)).toBe(messageOf(whole.parseScenario));
  }
});

test('whatever is asked for, the search for parts ends', () => {
  const round: Record<string, unknown> = { kind: 'cache' };
  round.policy = round;
  expect([...partsIn(round)]).toEqual(['caching', 'precautions']);
  expect([...partsIn([undefined, null, 3, 'queue', [{ kind: 'queue' }]])]).toEqual(['queue']);
  expect([...partsIn(undefined)]).toEqual([]);
});

test('a scenario whose parts were not fetched is our mistake, and says so', async () => {
  const core = await newCore();
  const name = Object.keys(suite).find((each) => partsIn(suite[each]).has('caching'))!;
  expect(() => core.run(suite[name]!)).toThrow(
    /^the part ".*" of the simulation is not there; fetch it first$/,
  );
});
