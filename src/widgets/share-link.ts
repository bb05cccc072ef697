import { defaultSeed, defaultValues, roundToStep } from './knobs.ts';
import type { Knob, KnobValue, KnobValues, Lab } from './lab.ts';

/** Format of a link; another number is a link of another version of the course. */
const version = '1';
/** Longer fragments are not ours: a lab has a handful of knobs. */
const lengthLimit = 2000;
const seedMaximum = 4_294_967_295;

/** What the fragment of an address says to one lab. */
export type ShareLink =
  /** No link to a lab at all: an anchor of a heading, or nothing. */
  | { readonly kind: 'none' }
  /** A link to the lab with this id, which is not the one that asked. */
  | { readonly kind: 'other'; readonly lab: string }
  | { readonly kind: 'state'; readonly values: KnobValues; readonly seed: number }
  /** A link that cannot be followed; the message tells a reader what is wrong with it. */
  | { readonly kind: 'problem'; readonly message: string };

/**
 * The fragment, without '#', that brings a reader to this lab with these knobs and
 * this seed: `lab=hockey-stick&v=1&seed=8&rate=90`. Knobs at their default are left out.
 */
export function encodeShareLink(lab: Lab, values: KnobValues, seed: number): string {
  const fields = new URLSearchParams({ lab: lab.id, v: version, seed: String(seed) });
  const defaults = defaultValues(lab);
  for (const knob of lab.knobs) {
    const value = values[knob.id];
    if (value !== undefined && value !== defaults[knob.id]) fields.set(knob.id, fieldFor(value));
  }
  return fields.toString();
}

/** Reads a fragment, with or without '#'. Whatever it holds: it never throws, and what it lets through fits the lab. */
export function decodeShareLink(lab: Lab, fragment: string): ShareLink {
  const text = fragment.replace(/^#/, '');
  if (!text.startsWith('lab=')) return { kind: 'none' };
  if (text.length > lengthLimit) {
    return problem(`it is ${text.length} characters long; at most ${lengthLimit} make sense`);
  }
  const fields = new URLSearchParams(text);
  const id = fields.get('lab') ?? '';
  if (id !== lab.id) return { kind: 'other', lab: id };
  if (fields.get('v') !== version) {
    const found = fields.get('v');
    return problem(
      `its version is ${found === null ? 'missing' : quote(found)}; this course reads version ${version}`,
    );
  }
  return readFields(lab, fields);
}

/** The message for a link to a lab that is not on the page. */
export function unknownLabMessage(id: string): string {
  return sentenceFor(`there is no instrument ${quote(id)} on this page`);
}

function readFields(lab: Lab, fields: URLSearchParams): ShareLink {
  const values: Record<string, KnobValue> = { ...defaultValues(lab) };
  let seed = defaultSeed(lab);
  const seen = new Set<string>();
  for (const [name, field] of fields) {
    if (seen.has(name)) return problem(`it sets ${quote(name)} twice`);
    seen.add(name);
    if (name === 'lab' || name === 'v') continue;
    if (name === 'seed') {
      const found = readSeed(field);
      if (found === undefined)
        return problem(`seed is ${quote(field)}; expected a whole number from 0 to ${seedMaximum}`);
      seed = found;
      continue;
    }
    const knob = lab.knobs.find((candidate) => candidate.id === name);
    if (!knob) return problem(`this instrument has no knob ${quote(name)}`);
    const value = readValue(knob, field, values[name]);
    if (value === undefined)
      return problem(`${quote(name)} is ${quote(field)}; expected ${expectedBy(knob)}`);
    values[name] = value;
  }
  return { kind: 'state', values, seed };
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

function problem(reason: string): ShareLink {
  return { kind: 'problem', message: sentenceFor(reason) };
}

function sentenceFor(reason: string): string {
  return `The link could not be followed: ${reason}. You see the setting of the lesson instead.`;
}

/** Foreign text, shown short. It is only ever written as text, never as markup. */
function quote(text: string): string {
  return `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;
}
