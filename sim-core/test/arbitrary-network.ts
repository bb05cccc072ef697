import fc from 'fast-check';
import type { Fault, Link, Scenario, ScenarioNode } from '#sim-core';
import { distribution, milliseconds } from './arbitrary-distribution.ts';
import { arbitraryScenario, DURATION_SECONDS } from './arbitrary-scenario.ts';

const linkFault = (nodes: readonly string[]): fc.Arbitrary<Fault> => {
  const struck = {
    node: fc.constantFrom(...nodes),
    atSeconds: milliseconds(DURATION_SECONDS * 1000),
    forSeconds: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
  };
  return fc.oneof<fc.Arbitrary<Fault>[]>(
    fc.record({ kind: fc.constant('partition' as const), ...struck }),
    fc.record({
      kind: fc.constant('slow-link' as const),
      ...struck,
      latencyFactor: fc.constantFrom(1, 2.5, 100),
    }),
  );
};

const link = (from: string, to: string): fc.Arbitrary<Link> =>
  fc.record(
    {
      from: fc.constant(from),
      to: fc.constant(to),
      latencySeconds: distribution(50),
      jitterSeconds: distribution(10),
      bandwidthBytesPerSecond: fc.constantFrom(1e5, 1e7),
      lossProbability: fc.constantFrom(0, 0.05, 1),
      maximumTries: fc.constantFrom(1, 3),
      connection: fc.record(
        {
          setUpRoundTrips: fc.integer({ min: 0, max: 2 }),
          reuse: fc.boolean(),
          keepAliveSeconds: fc.constantFrom(0.05, 1),
          maximum: fc.constantFrom(1, 3),
          streams: fc.constantFrom(1, 4),
        },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: ['from', 'to'] },
  );

/** Regions for some scenarios, so that messages between their nodes take time. */
const REGIONS = {
  here: { latitude: 30, longitude: 31 },
  there: { latitude: 39, longitude: -77 },
};

/** An arbitrary scenario with a link before the first node, users in two regions, and a network that breaks. */
export const arbitraryNetwork: fc.Arbitrary<Scenario> = arbitraryScenario.chain((scenario) => {
  const { users: people, ...others } = scenario.nodes;
  if (people?.kind !== 'users') throw new Error('there are no users');
  const nodes = Object.entries(others).map(([id, node], i): [string, ScenarioNode] => {
    const region = i % 2 === 0 ? 'there' : 'here';
    if (node.kind !== 'cdn') return [id, { ...node, region }];
    const edges = Object.entries(node.edges).map(([edge, spec]) => [edge, { ...spec, region }] as const);
    return [id, { ...node, edges: Object.fromEntries(edges) }];
  });
  return fc
    .record({
      line: link('users', people.target),
      regions: fc.constantFrom<Readonly<Record<string, number>>>({ here: 1 }, { here: 2, there: 1 }),
      cuts: fc.dictionary(fc.constantFrom('four', 'five'), linkFault(Object.keys(others)), { maxKeys: 2 }),
    })
    .map(({ line, regions, cuts }) => ({
      ...scenario,
      regions: REGIONS,
      nodes: { users: { ...people, regions }, ...Object.fromEntries(nodes) },
      links: { line },
      faults: { ...scenario.faults, ...cuts },
    }));
});
