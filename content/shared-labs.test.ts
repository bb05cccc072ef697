import { parseScenario } from '#sim-core';
import type { LabDescription } from '#widgets';
import { expect, it } from 'vitest';
import { graphOf } from '../src/diagram/graph.ts';
import { defaultStance } from '../src/widgets/default-stance.ts';
import { noInterventions, withIntervention } from '../src/widgets/interventions.ts';
import { defaultSeed, defaultValues, scenarioFor } from '../src/widgets/knobs.ts';
import type { KnobValues } from '../src/widgets/lab.ts';
import { harmTo, spellFor, victimOf } from '../src/widgets/reader-faults.ts';
import { decodeShareLink, encodeShareLink } from '../src/widgets/share-link.ts';
import { allLabs } from './labs.ts';

it.each(allLabs())('what can be done to the parts of $lab.id arrives by a link', ({ lab }) => {
  for (const values of settingsOf(lab)) {
    const interventions = everyHarm(lab, values);
    const setting = { values, seed: defaultSeed(lab), interventions };
    const choices = Object.fromEntries(
      Object.keys(scenarioFor(lab, values).nodes).map((node) => [node, true]),
    );
    const state = { ...setting, pinned: setting, stance: { ...defaultStance(lab), choices }, parts: {} };
    const link = encodeShareLink(lab, state);
    expect(link.length, 'characters of the link').toBeLessThan(1200);
    expect(decodeShareLink(lab, link)).toEqual({ kind: 'state', ...state });
    const scenario = scenarioFor(lab, values, interventions);
    expect(parseScenario(scenario)).toEqual(scenario);
  }
});

it.each(allLabs())(
  'a link of $lab.id leaves out parts that a knob brought and took away again',
  ({ lab }) => {
    const values = defaultValues(lab);
    for (const before of settingsOf(lab)) {
      const nodes = Object.keys(scenarioFor(lab, before).nodes);
      const state = {
        values,
        seed: defaultSeed(lab),
        interventions: everyHarm(lab, before),
        pinned: null,
        stance: { ...defaultStance(lab), choices: Object.fromEntries(nodes.map((node) => [node, false])) },
        parts: {},
      };
      const found = decodeShareLink(lab, encodeShareLink(lab, state));
      expect(found).toMatchObject({ kind: 'state' });
      if (found.kind !== 'state') continue;
      const left = nodes.filter((node) => Object.hasOwn(lab.scenario.nodes, node));
      expect(Object.keys(found.stance.choices).sort()).toEqual(left.sort());
    }
  },
);

/** As the lesson has it, and with each choice in turn. */
function settingsOf(lab: LabDescription): readonly KnobValues[] {
  const usual = defaultValues(lab);
  const chosen = lab.knobs.flatMap((knob) =>
    knob.kind === 'choice' ? knob.options.map(({ value }) => ({ ...usual, [knob.id]: value })) : [],
  );
  return [usual, ...chosen];
}

/** All that the panels of the diagram's boxes offer, at once. */
function everyHarm(lab: LabDescription, values: KnobValues) {
  const scenario = scenarioFor(lab, values);
  let all = noInterventions;
  for (const box of graphOf(scenario).boxes) {
    const struck = box.part === 'rest' || box.part === 'shard' ? box.first : box.instance;
    const victim = victimOf(scenario, box.node, struck);
    for (const harm of ['crash', 'slow'] as const) {
      const done = harmTo(scenario, harm, victim, spellFor(scenario, null, victim));
      if (done) all = withIntervention(all, done);
    }
  }
  return all;
}
