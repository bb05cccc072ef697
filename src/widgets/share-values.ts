import type { Scenario } from '#sim-core';
import { defaultSeed, defaultValues, roundToStep, scenarioFor } from './knobs.ts';
import type { Knob, KnobValue, KnobValues, Lab } from './lab.ts';

const seedMaximum = 4_294_967_295;

/** Knobs and seed as fields of a link: name and text, those at their default left out. The seed comes first. */
export function encodeValues(lab: Lab, values: KnobValues, seed: number): [name: string, field: string][] {
  const defaults = defaultValues(lab);
  const fields: [string, string][] = [['seed', String(seed)]];
  for (const { id } of lab.knobs) {
    const value = values[id];
    if (value !== undefined && value !== defaults[id]) fields.push([id, fieldFor(value)]);
  }
  return fields;
}

/**
 * Finds the scenario that has a node: as the knobs stand, else as the lesson has it, for a knob may have brought a part
 * or taken it away. A link speaks of no other parts; undefined for these.
 */
export function scenarioWithNode(lab: Lab, values: KnobValues): (node: string) => Scenario | undefined {
  const scenarios = [scenarioFor(lab, values), lab.scenario];
  return (node) => scenarios.find(({ nodes }) => Object.hasOwn(nodes, node));
}

/** Reads such fields; knobs that are not named stand at their default. Says what is wrong if anything is. */
export function decodeValues(
  lab: Lab,
  fields: ReadonlyMap<string, string>,
): { readonly values: KnobValues; readonly seed: number } | { readonly problem: string } {
  const values: Record<string, KnobValue> = { ...defaultValues(lab) };
  let seed = defaultSeed(lab);
  for (const [name, field] of fields) {
    if (name === 'seed') {
      const found = readSeed(field);
      if (found === undefined)
        return { problem: `seed is ${quote(field)}; expected a whole number from 0 to ${seedMaximum}` };
      seed = found;
      continue;
    }
    const knob = lab.knobs.find((candidate) => candidate.id === name);
    if (!knob) return { problem: `this instrument has no knob ${quote(name)}` };
    const value = readValue(knob, field, values[name]);
    if (value === undefined)
      return { problem: `${quote(name)} is ${quote(field)}; expected ${expectedBy(knob)}` };
    values[name] = value;
  }
  return { values, seed };
}

/** Foreign text, shown short. It is only ever written as text, never as markup. */
export function quote(text: string): string {
  return `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;
}

function fieldFor(value: KnobValue): string {
  return typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value);
}

function readSeed(field: string): number | undefined {
  const seed = /^\d{1,10}$/.test(field) ? Number(field) : NaN;
  return seed <= seedMaximum ? seed : undefined;
}

function readValue(knob: Knob, field: string, byDefault: KnobValue | undefined): KnobValue | undefined {
  if (knob.kind === 'switch') return field === 'on' ? true : field === 'off' ? false : undefined;
  if (knob.kind === 'choice') return knob.options.find((option) => option.value === field)?.value;
  const value = /^-?\d{1,15}(\.\d{1,15})?(e-?\d{1,3})?$/.test(field) ? Number(field) : NaN;
  const fits = value >= knob.minimum && value <= knob.maximum;
  return fits && (roundToStep(knob, value) === value || value === byDefault) ? value : undefined;
}

function expectedBy(knob: Knob): string {
  if (knob.kind === 'switch') return 'on or off';
  if (knob.kind === 'choice') return `one of ${knob.options.map((option) => option.value).join(', ')}`;
  return `a number from ${knob.minimum} to ${knob.maximum} in steps of ${knob.step}`;
}
