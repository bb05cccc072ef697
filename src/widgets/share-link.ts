import type { ChartParts } from './chart-parts.ts';
import type { Lab } from './lab.ts';
import { noInterventions } from './interventions.ts';
import type { LabSetting } from './setting.ts';
import type { Stance } from '../diagram/stance.svelte.ts';
import { decodeInterventions, encodeInterventions } from './share-interventions.ts';
import { decodeParts, encodeParts, partField } from './share-parts.ts';
import { decodeStance, encodeStance, takeStance } from './share-stance.ts';
import { decodeValues, encodeValues, quote } from './share-values.ts';

/** Format of a link that is written; older ones are read as well. */
const version = '4';
const versions = ['1', '2', '3', version];
/** Longer fragments are not ours: a lab has a handful of knobs, twice if a run is pinned. */
const lengthLimit = 4000;

/*
 * Fields of a link beside lab, version, seed and knobs. No knob can be called so, for its id is lower-case
 * words and hyphens. Version 1 had none of them, version 2 those of this file, and each version since some more;
 * in every other way they are alike.
 */
const doneField = '_do';
const pinField = '_pin';

type Fields = Map<string, string>;

interface Problem {
  readonly problem: string;
}

/** What a link brings back. */
export interface SharedState extends LabSetting {
  /** The run that is kept to compare with. */
  readonly pinned: LabSetting | null;
  /** How the diagram stands. */
  readonly stance: Stance;
  /** What charts show a part of. */
  readonly parts: ChartParts;
}

/** What the fragment of an address says to one lab. */
export type ShareLink =
  /** No link to a lab at all: an anchor of a heading, or nothing. */
  | { readonly kind: 'none' }
  /** A link to the lab with this id, which is not the one that asked. */
  | { readonly kind: 'other'; readonly lab: string }
  | ({ readonly kind: 'state' } & SharedState)
  /** A link that cannot be followed; it continues 'The link could not be followed: '. */
  | { readonly kind: 'problem'; readonly reason: string };

/**
 * The fragment, without '#', that brings a reader to this lab as it stands:
 * `lab=hockey-stick&v=4&seed=8&rate=90`. What is at its default is left out.
 */
export function encodeShareLink(lab: Lab, state: SharedState): string {
  const fields = new URLSearchParams([
    ['lab', lab.id],
    ['v', version],
    ...encodeValues(lab, state.values, state.seed),
  ]);
  const done = encodeInterventions(lab, state.values, state.interventions);
  if (done !== '') fields.set(doneField, done);
  if (state.pinned) fields.set(pinField, encodePinned(lab, state.pinned));
  for (const [name, field] of encodeStance(lab, state.values, state.stance)) fields.set(name, field);
  const parts = encodeParts(state.parts);
  if (parts !== '') fields.set(partField, parts);
  return fields.toString();
}

/** Reads a fragment, with or without '#'. Whatever it holds: it never throws, and what it lets through fits the lab. */
export function decodeShareLink(lab: Lab, fragment: string): ShareLink {
  const text = fragment.replace(/^#/, '');
  if (!text.startsWith('lab=')) return { kind: 'none' };
  if (text.length > lengthLimit) {
    return problem(`it is ${text.length} characters long; at most ${lengthLimit} make sense`);
  }
  const id = new URLSearchParams(text).get('lab') ?? '';
  if (id !== lab.id) return { kind: 'other', lab: id };
  const fields = fieldsOf(text);
  if ('problem' in fields) return problem(fields.problem);
  const found = taken(fields, 'v');
  if (found === undefined || !versions.includes(found)) {
    const named = found === undefined ? 'missing' : quote(found);
    return problem(`its version is ${named}; this course reads versions 1 to ${version}`);
  }
  taken(fields, 'lab');
  return decodeFields(lab, fields, Number(found));
}

/** Why a link to a lab that is not on the page is not followed. */
export function unknownLabReason(id: string): string {
  return `there is no instrument ${quote(id)} on this page`;
}

function decodeFields(lab: Lab, fields: Fields, writtenAs: number): ShareLink {
  const hasExtras = writtenAs > 1;
  const pin = hasExtras ? taken(fields, pinField) : undefined;
  const stanceFields = takeStance(fields, writtenAs);
  const partText = writtenAs > 3 ? taken(fields, partField) : undefined;
  const setting = decodeSetting(lab, fields, hasExtras);
  if ('problem' in setting) return problem(setting.problem);
  const stance = decodeStance(lab, setting.values, stanceFields);
  if ('problem' in stance) return problem(stance.problem);
  const pinned = pin === undefined ? null : decodePinned(lab, pin);
  if (pinned !== null && 'problem' in pinned) return problem(`of its pinned run, ${pinned.problem}`);
  const parts = partText === undefined ? {} : decodeParts(lab, partText);
  if ('problem' in parts) return problem(parts.problem);
  return { kind: 'state', ...setting, pinned, stance, parts };
}

function decodeSetting(lab: Lab, fields: Fields, hasExtras: boolean): LabSetting | Problem {
  const done = hasExtras ? taken(fields, doneField) : undefined;
  const found = decodeValues(lab, fields);
  if ('problem' in found) return found;
  const interventions = done === undefined ? noInterventions : decodeInterventions(lab, found.values, done);
  return 'problem' in interventions ? (interventions as Problem) : { ...found, interventions };
}

/** Name to text; a name that comes twice is a problem. */
function fieldsOf(text: string): Fields | Problem {
  const fields = new Map<string, string>();
  for (const [name, field] of new URLSearchParams(text)) {
    if (fields.has(name)) return { problem: `it sets ${quote(name)} twice` };
    fields.set(name, field);
  }
  return fields;
}

/** Takes a field out. */
function taken(fields: Fields, name: string): string | undefined {
  const field = fields.get(name);
  fields.delete(name);
  return field;
}

/** A whole setting within one field: fields of a link of their own. */
function encodePinned(lab: Lab, { values, seed, interventions }: LabSetting): string {
  const fields = new URLSearchParams(encodeValues(lab, values, seed));
  const done = encodeInterventions(lab, values, interventions);
  if (done !== '') fields.set(doneField, done);
  return fields.toString();
}

function decodePinned(lab: Lab, text: string): LabSetting | Problem {
  const fields = fieldsOf(text);
  return 'problem' in fields ? fields : decodeSetting(lab, fields, true);
}

function problem(reason: string): ShareLink {
  return { kind: 'problem', reason };
}
