import type { KnobValues, Lab } from './lab.ts';
import { listOf, withIntervention, noInterventions, type Interventions } from './interventions.ts';
import { valueAtPath } from './path.ts';
import { harmPath, harmTo, type Harm } from './reader-faults.ts';
import { scenarioWithNode } from './share-values.ts';

/*
 * What a reader did to the system, in a field of a link: `crash*api*2*20*10**slow*cache*0*5*10`, which is
 * harm, node, machine, second, for so many seconds. A link can hold nothing else: a foreign fault has no place in it.
 * Of all characters that stand in an address as they are, only the asterisk is in no id and no number.
 */
const between = '*';
const apart = '**';
/** More than a reader would do, fewer than would make a run slow. */
const harmsAllowed = 24;

/** The field for these interventions; empty if there are none. Only what a reader can do, to parts that are there, is written. */
export function encodeInterventions(lab: Lab, values: KnobValues, interventions: Interventions): string {
  const scenarioWith = scenarioWithNode(lab, values);
  return listOf(interventions)
    .flatMap(({ path, value }) => {
      const harm: Harm = path.startsWith('faults.reader-crash-') ? 'crash' : 'slow';
      const node = valueAtPath(value, 'node');
      const instance = valueAtPath(value, 'instance') ?? 0;
      const places = [valueAtPath(value, 'atSeconds'), valueAtPath(value, 'forSeconds')];
      if (typeof node !== 'string' || typeof instance !== 'number') return [];
      if (path !== harmPath(harm, { node, instance }) || !scenarioWith(node)) return [];
      return [[harm, node, instance, ...places].join(between)];
    })
    .join(apart);
}

/** Reads such a field for a lab whose knobs stand so; a sentence's part that says what is wrong with it if it cannot be read. */
export function decodeInterventions(
  lab: Lab,
  values: KnobValues,
  field: string,
): Interventions | { readonly problem: string } {
  const items = field.split(apart);
  if (items.length > harmsAllowed) return { problem: `it does ${items.length} things to the system` };
  const scenarioWith = scenarioWithNode(lab, values);
  let found = noInterventions;
  for (const item of items) {
    const [harm = '', node = '', ...numbers] = item.split(between);
    if (harm !== 'crash' && harm !== 'slow') return { problem: 'it does something that no reader can do' };
    const scenario = scenarioWith(node);
    if (!scenario) return { problem: 'it strikes a part that is not there' };
    const [instance, atSeconds, forSeconds, more] = numbers.map(readNumber);
    if (instance === undefined || atSeconds === undefined || forSeconds === undefined || more !== undefined)
      return { problem: 'it does not say when and where to strike' };
    if (!Number.isInteger(instance) || atSeconds > lab.scenario.durationSeconds || forSeconds <= 0)
      return { problem: 'it strikes where or when nothing can be struck' };
    const done = harmTo(scenario, harm, { node, instance }, { atSeconds, forSeconds });
    if (!done) return { problem: 'it does to a part what cannot be done to it' };
    found = withIntervention(found, done);
  }
  return found;
}

function readNumber(text: string): number | undefined {
  return /^\d{1,9}(\.\d{1,9})?$/.test(text) ? Number(text) : undefined;
}
