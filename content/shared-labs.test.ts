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
    const state = { ...setting, pinned: setting, stance: defaultStance(lab) };
    const link = encodeShareLink(lab, state);
    expect(link.length, 'characters of the link').toBeLessThan(1200);
    expect(decodeShareLink(lab, link)).toEqual({ kind: 'state', ...state });
    const scenario = scenarioFor(lab, values, interventions);
    expect(parseScenario(scenario)).toEqual(scenario);
  }
});

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
      const done = harmTo(scenario, harm, victim, spellFor(scenario, null));
      if (done) all = withIntervention(all, done);
    }
  }
  return all;
}
