import type { Fault, Scenario } from '#sim-core';
import { machineName, secondsInWords } from '../prose/sentence.ts';
import { formatRatio } from '../prose/format.ts';
import type { Intervention } from './interventions.ts';
import type { JsonValue } from './lab.ts';

/** What a reader may do to a part of the system. */
export type Harm = 'crash' | 'slow';

/** Where it strikes: a node, and a machine of it counted from 1; 0 strikes them all. */
export interface Victim {
  readonly node: string;
  readonly instance: number;
}

/** When it strikes, seconds. */
export interface Spell {
  readonly atSeconds: number;
  readonly forSeconds: number;
}

/** How the names of a reader's own faults begin. */
const readerPrefix = 'reader-';
/** A slowed machine works at this share of its speed; what cannot be slowed so answers as much later. */
const slowSpeed = 0.25;

type FaultKind =
  | { readonly kind: 'crash' }
  | { readonly kind: 'partition' }
  | { readonly kind: 'slow-down'; readonly speed: number }
  | { readonly kind: 'outage'; readonly mode: 'errors' | 'slow'; readonly factor?: number };

/** The fault that does this to a node of this kind; null where the model has none. */
function faultFor(harm: Harm, kind: string | undefined): FaultKind | null {
  if (kind === undefined || kind === 'users') return null;
  if (kind === 'external-api') {
    return harm === 'crash'
      ? { kind: 'outage', mode: 'errors' }
      : { kind: 'outage', mode: 'slow', factor: 1 / slowSpeed };
  }
  // A store of objects has no machine that could crash; it can only be out of reach.
  if (kind === 'object-storage') return harm === 'crash' ? { kind: 'partition' } : null;
  if (harm === 'crash') return { kind: 'crash' };
  return kind === 'load-balancer' || kind === 'queue' ? null : { kind: 'slow-down', speed: slowSpeed };
}

/**
 * Whom a harm to a box of the picture strikes. Of parts that keep spare machines it is the one in charge,
 * so that the others can show what they are for.
 */
export function victimOf(scenario: Scenario, node: string, instance: number): Victim {
  const spec = scenario.nodes[node];
  const hasSpare =
    (spec?.kind === 'load-balancer' && (spec.instances ?? 1) > 1) ||
    (spec?.kind === 'database' && (spec.replicas ?? 0) > 0);
  return { node, instance: instance === 0 && hasSpare ? 1 : instance };
}

/** The path of a reader's own fault: one a victim and harm, so that a second replaces the first. */
export function harmPath(harm: Harm, { node, instance }: Victim): string {
  return `faults.${readerPrefix}${harm}-${node}${instance > 0 ? `-${instance}` : ''}`;
}

/** The intervention that does a harm for a while; null where the model has no such fault. */
export function harmTo(scenario: Scenario, harm: Harm, victim: Victim, spell: Spell): Intervention | null {
  const fault = faultFor(harm, scenario.nodes[victim.node]?.kind);
  if (!fault) return null;
  const { node, instance } = victim;
  const value = { ...fault, node, ...spell };
  return { path: harmPath(harm, victim), value: instance > 0 ? { ...value, instance } : value };
}

/**
 * A time for a harm: from the moment shown, or, at rest, from a quarter of the measured time on; for about
 * a fifth of that time, so that there is something to see before and after. At rest it is not while the victim
 * is down already by what the lesson has planned: nobody would see it.
 */
export function spellFor(scenario: Scenario, shownSeconds: number | null, victim: Victim): Spell {
  const { durationSeconds, warmUpSeconds = 0 } = scenario;
  const measured = durationSeconds - warmUpSeconds;
  const forSeconds = roundSpan(measured / 5);
  if (shownSeconds !== null)
    return { atSeconds: moment(Math.min(shownSeconds, durationSeconds)), forSeconds };
  const usual = warmUpSeconds + measured / 4;
  const free = plannedOutages(scenario, victim).reduce(
    (at, { from, to }) => (at + forSeconds > from && at < to ? to + measured / 20 : at),
    usual,
  );
  return { atSeconds: moment(free + forSeconds <= durationSeconds ? free : usual), forSeconds };
}

/** To the millisecond. */
function moment(seconds: number): number {
  return Number(seconds.toFixed(3));
}

/** When the lesson lets a victim crash, in order. */
function plannedOutages({ faults = {} }: Scenario, { node, instance }: Victim) {
  return Object.entries(faults)
    .flatMap(([id, fault]) => {
      const isPlanned = fault.kind === 'crash' && fault.enabled !== false && !id.startsWith(readerPrefix);
      const { instance: struck = 0, atSeconds: from, forSeconds = Infinity } = fault;
      const isSame = fault.node === node && (struck === 0 || instance === 0 || struck === instance);
      return isPlanned && isSame ? [{ from, to: from + forSeconds }] : [];
    })
    .toSorted((a, b) => a.from - b.from);
}

/** 'Server 2 crashes at 12 s, for 10 s.' For other interventions: their path and value. */
export function interventionWords(scenario: Scenario, { path, value }: Intervention): string {
  if (!isFault(value)) return `${path} is ${JSON.stringify(value)}.`;
  const name = machineName(scenario, value.node, value.instance ?? 0, true).text;
  const span = value.forSeconds === undefined ? 'to the end' : `for ${secondsInWords(value.forSeconds)}`;
  return `${name} ${deedWords(value)} at ${secondsInWords(value.atSeconds)}, ${span}.`;
}

function deedWords(fault: Fault): string {
  if (fault.kind === 'slow-down') return `works at ${formatRatio(fault.speed)} speed`;
  if (fault.kind === 'partition') return 'is cut off';
  if (fault.kind === 'slow-link') return 'has a slow network';
  if (fault.kind === 'random-failures') return 'begins to fail at random';
  if (fault.kind === 'crash') return 'crashes';
  return fault.mode === 'slow' ? `takes ${fault.factor ?? 10} times as long` : 'is out of order';
}

function isFault(value: JsonValue): value is JsonValue & Fault {
  return typeof value === 'object' && value !== null && 'node' in value && 'atSeconds' in value;
}

/** The nearest of 1, 2, 5, 10 … that is not longer. */
function roundSpan(seconds: number): number {
  const decade = 10 ** Math.floor(Math.log10(seconds));
  const step = [5, 2, 1].find((factor) => factor * decade <= seconds * (1 + 1e-9)) ?? 1;
  return Number((step * decade).toPrecision(1));
}
