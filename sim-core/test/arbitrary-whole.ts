import fc from 'fast-check';
import { parseScenario, withValue, type Scenario } from '#sim-core';
import { arbitraryNetwork } from './arbitrary-network.ts';
import { arbitraryScenario } from './arbitrary-scenario.ts';
import { brief, extrasByKind, extrasOfFaults, extrasOfScenario, type Extras } from './arbitrary-extras.ts';

type Change = readonly [path: string, value: unknown];

/** All that may be changed in a scenario to make it say something rarer. */
function changesOf(scenario: Scenario): Change[] {
  const under = (place: string, extras: Extras): Change[] =>
    Object.entries(extras).flatMap(([path, values]) =>
      values.map((value): Change => [place === '' ? path : `${place}.${path}`, value]),
    );
  return [
    ...under('', extrasOfScenario),
    ...Object.entries(scenario.nodes).flatMap(([id, { kind }]) => under(`nodes.${id}`, extrasByKind[kind])),
    ...Object.keys(scenario.faults ?? {}).flatMap((name) => under(`faults.${name}`, extrasOfFaults)),
  ];
}

/** The scenario with these changes, but for those that do not fit it or what was changed before. */
function changed(scenario: Scenario, changes: readonly Change[]): Scenario {
  let valid = scenario;
  for (const [path, value] of changes) {
    try {
      valid = parseScenario(withValue(withoutRival(valid, path), path, value));
    } catch {
      // It goes with other parts only.
    }
  }
  return valid;
}

/** A service has a plan or a service time: the one goes where the other comes. */
function withoutRival(scenario: Scenario, path: string): Scenario {
  const [, id, key] = path.split('.');
  const node = scenario.nodes[id ?? ''];
  if (key !== 'serviceTime' || node?.kind !== 'service') return scenario;
  const { plan: _, ...rest } = node;
  return { ...scenario, nodes: { ...scenario.nodes, [id!]: rest } };
}

/**
 * Any valid scenario of a few hundred requests, with whatever the schema knows: what is
 * usual by construction, what is rare by changes that fit. `whole-schema.test.ts` sees to
 * it that nothing is left out.
 */
export const arbitraryWhole: fc.Arbitrary<Scenario> = fc
  .oneof(arbitraryScenario, arbitraryNetwork)
  .chain((scenario) => {
    const changes = changesOf(scenario);
    return fc
      .shuffledSubarray(changes, {
        minLength: Math.min(10, changes.length),
        maxLength: Math.min(brief, changes.length),
      })
      .map((chosen) => changed(scenario, chosen));
  });
