import type { BoxName } from '../diagram/attention.svelte.ts';
import type { DiagramView } from '../diagram/drawing.ts';
import type { Stance } from '../diagram/stance.svelte.ts';
import { defaultStance } from './default-stance.ts';
import type { KnobValues, Lab } from './lab.ts';
import { quote, scenarioWithNode } from './share-values.ts';

/*
 * How a diagram stands, as fields of a link: `_at=21.6` is the moment shown, `_as=map` how it is drawn,
 * `_open=api*cache` and `_shut=web` which nodes were opened into their parts and which closed, `_pace=-1` how
 * many speeds faster than the usual one it plays, `_panel=api*2` the box that is looked into: a node and, unless
 * it is the first, its machine; `_follow=812` the number of the request that is followed.
 */
const momentField = '_at';
const viewField = '_as';
const openField = '_open';
const shutField = '_shut';
const paceField = '_pace';
const panelField = '_panel';
const followField = '_follow';
const between = '*';

interface Problem {
  readonly problem: string;
}

/** The fields for a stance of a lab whose knobs stand so: name and text. What is as the lesson has it is left out. */
export function encodeStance(
  lab: Lab,
  values: KnobValues,
  { momentSeconds, view, choices, pace, panel, followed }: Stance,
): [name: string, field: string][] {
  const scenarioWith = scenarioWithNode(lab, values);
  const fields: [string, string][] = [];
  if (momentSeconds !== null) fields.push([momentField, String(Number(momentSeconds.toFixed(3)))]);
  if (view !== defaultStance(lab).view) fields.push([viewField, view]);
  for (const [field, isOpen] of [
    [openField, true],
    [shutField, false],
  ] as const) {
    const nodes = Object.keys(choices).filter((node) => choices[node] === isOpen && scenarioWith(node));
    if (nodes.length > 0) fields.push([field, nodes.join(between)]);
  }
  if (pace !== 0) fields.push([paceField, String(pace)]);
  if (panel !== null && scenarioWith(panel.node))
    fields.push([panelField, panel.first === 1 ? panel.node : `${panel.node}${between}${panel.first}`]);
  if (followed !== null) fields.push([followField, String(followed)]);
  return fields;
}

/** These fields as they stand in a link, not yet read. */
export interface StanceFields {
  readonly at: string | undefined;
  readonly as: string | undefined;
  readonly open: string | undefined;
  readonly shut: string | undefined;
  readonly pace: string | undefined;
  readonly panel: string | undefined;
  readonly follow: string | undefined;
}

/** Takes them out of the fields of a link that was written as a version. */
export function takeStance(fields: Map<string, string>, version: number): StanceFields {
  const take = (name: string, since: number): string | undefined => {
    if (version < since) return undefined;
    const field = fields.get(name);
    fields.delete(name);
    return field;
  };
  return {
    at: take(momentField, 2),
    as: take(viewField, 3),
    open: take(openField, 3),
    shut: take(shutField, 3),
    pace: take(paceField, 4),
    panel: take(panelField, 4),
    follow: take(followField, 4),
  };
}

/** Reads them for a lab whose knobs stand so; a sentence's part that says what is wrong with them if they cannot be read. */
export function decodeStance(
  lab: Lab,
  values: KnobValues,
  { at, as, open, shut, pace, panel, follow }: StanceFields,
): Stance | Problem {
  const usual = defaultStance(lab);
  const scenarioWith = scenarioWithNode(lab, values);
  const momentSeconds = at === undefined ? null : readMoment(lab, at);
  if (momentSeconds === undefined) return { problem: `it shows second ${quote(at ?? '')} of a shorter run` };
  const view = as === undefined ? usual.view : readView(lab, as);
  if (view === undefined)
    return { problem: `it draws the system as ${quote(as ?? '')}; expected ${viewsOf(lab).join(' or ')}` };
  const choices: Record<string, boolean> = {};
  for (const [nodes, isOpen] of [
    [open, true],
    [shut, false],
  ] as const) {
    for (const node of nodes?.split(between) ?? []) {
      if (!scenarioWith(node))
        return { problem: `it ${isOpen ? 'opens' : 'closes'} ${quote(node)}, which is not there` };
      choices[node] = isOpen;
    }
  }
  const paceRead = pace === undefined ? 0 : readPace(pace);
  if (paceRead === undefined) return { problem: `its speed is ${quote(pace ?? '')}, which there is not` };
  const panelRead = panel === undefined ? null : readPanel(panel);
  if (panelRead === undefined || (panelRead !== null && !scenarioWith(panelRead.node)))
    return { problem: `it looks into ${quote(panel ?? '')}, which is not there` };
  const followed = follow === undefined ? null : readRequest(follow);
  if (followed === undefined)
    return { problem: `it follows request ${quote(follow ?? '')}; expected its number` };
  return { momentSeconds, view, choices, pace: paceRead, panel: panelRead, followed };
}

function readMoment(lab: Lab, field: string): number | undefined {
  const seconds = /^\d{1,9}(\.\d{1,3})?$/.test(field) ? Number(field) : NaN;
  return seconds <= lab.scenario.durationSeconds ? seconds : undefined;
}

function readView(lab: Lab, field: string): DiagramView | undefined {
  return viewsOf(lab).find((view) => view === field);
}

function readPace(field: string): number | undefined {
  return /^-?[1-9]$/.test(field) ? Number(field) : undefined;
}

function readPanel(field: string): BoxName | undefined {
  const [, node, first = '1'] = /^([^*]+)(?:\*(\d{1,6}))?$/.exec(field) ?? [];
  return node === undefined || Number(first) < 1 ? undefined : { node, first: Number(first) };
}

function readRequest(field: string): number | undefined {
  return /^\d{1,15}$/.test(field) ? Number(field) : undefined;
}

/** A map needs a place to put things. */
function viewsOf({ scenario }: Lab): readonly DiagramView[] {
  return scenario.regions ? ['boxes', 'map'] : ['boxes'];
}
