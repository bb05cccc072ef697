import type { DatabaseNode, NodeKind, Scenario } from '#sim-core';
import { formatSeconds, formatValue } from './format.ts';
import type { Format } from './format.ts';

/** A stretch of a sentence. Pure data, so that it can be written on the server and by a worker alike. */
export interface SentencePart {
  readonly text: string;
  /** What the reader's eye should find first. */
  readonly strong?: boolean;
  /** The kind of node that is spoken of: it takes the hue of that kind. */
  readonly hue?: NodeKind;
  /** Id of that node. */
  readonly node?: string;
}

/** One or more sentences in plain English, in order. */
export type Sentence = readonly SentencePart[];

/** The words without their emphasis, as a screen reader says them. */
export function plainText(sentence: Sentence): string {
  return sentence.map((part) => part.text).join('');
}

/** Joins texts and parts; strings become plain parts. */
export function say(...pieces: readonly (string | SentencePart)[]): SentencePart[] {
  return pieces
    .filter((piece) => piece !== '')
    .map((piece) => (typeof piece === 'string' ? { text: piece } : piece));
}

/** Marks what matters most: every part of it. */
export function strong(...pieces: readonly (string | SentencePart)[]): SentencePart[] {
  return say(...pieces).map((part) => ({ ...part, strong: true }));
}

/** A machine or a whole node by name, in the hue of its kind. */
export function nodePart(scenario: Scenario, node: string, text: string): SentencePart {
  const kind = scenario.nodes[node]?.kind;
  return kind ? { text, hue: kind, node } : { text };
}

/** The node's label; without one its id in words: 'order-api' is 'Order api'. */
export function labelOf(scenario: Scenario, node: string): string {
  const words = node.replaceAll('-', ' ');
  return scenario.nodes[node]?.label ?? words.charAt(0).toUpperCase() + words.slice(1);
}

/** The node inside a sentence: 'the server', 'the API server'; with `upper` at its start. */
export function theNode(scenario: Scenario, node: string, upper = false): SentencePart {
  const name = insideSentence(labelOf(scenario, node).replace(/^the /i, ''));
  return nodePart(scenario, node, `${upper ? 'The' : 'the'} ${name}`);
}

/** A label as it stands between other words: 'server', but still 'API'. */
export function insideSentence(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

/** One machine of a service: 'server 3', or the service itself when it has only one; with `upper` at the start. */
export function machineName(scenario: Scenario, node: string, instance: number, upper = false): SentencePart {
  const spec = scenario.nodes[node];
  if (spec?.kind === 'database' && instance > 0) return serverOf(scenario, node, spec, instance, upper);
  const count = spec && 'instances' in spec ? (spec.instances ?? 1) : 1;
  if (count === 1 || instance === 0) return theNode(scenario, node, upper);
  const name = labelOf(scenario, node).replace(/s$/, '');
  return nodePart(scenario, node, `${upper ? name : insideSentence(name)} ${instance}`);
}

/** A server of a database: its primary, a replica, of which shard. Servers are counted shard by shard, primaries first. */
function serverOf(
  scenario: Scenario,
  node: string,
  { replicas = 0, shards }: DatabaseNode,
  instance: number,
  upper: boolean,
): SentencePart {
  const copy = (instance - 1) % (replicas + 1);
  const role = copy === 0 ? `${upper ? 'The' : 'the'} primary` : `${upper ? 'Replica' : 'replica'} ${copy}`;
  const shard = (shards?.count ?? 1) > 1 ? ` of shard ${Math.ceil(instance / (replicas + 1))}` : '';
  return nodePart(scenario, node, `${role}${shard} of ${theNode(scenario, node).text}`);
}

/** All machines of a service: 'the four servers', or 'the server' when it has only one. */
export function allMachines(scenario: Scenario, node: string, machines: number, upper = false): SentencePart {
  const { text, ...kind } = theNode(scenario, node, upper);
  if (machines === 1) return { text, ...kind };
  const count = cardinal(machines);
  return { text: `${text.replace(/^(t|T)he /, `$1he ${count} `).replace(/s?$/, '')}s`, ...kind };
}

/** A time in running text, where '3.00 s' would look like a measurement: '3 s'. */
export function secondsInWords(seconds: number): string {
  return formatSeconds(seconds)
    .replace(/(\.\d*?)0+(?=\u00a0)/, '$1')
    .replace(/\.(?=\u00a0)/, '');
}

/** A number that somebody chose, and that is therefore exact: '5 s' rather than '5.00 s'. */
export function exactly(value: number, format: Format): string {
  return format === 'seconds' ? secondsInWords(value) : formatValue(value, format);
}

/** 4 is 'four'; from 11 on digits. */
export function cardinal(count: number): string {
  return cardinals[count] ?? String(count);
}

const cardinals = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const ordinals = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];

/** 1 is 'first'; from 11 on '11th', '12th', '21st' … */
export function ordinal(rank: number): string {
  const word = ordinals[rank - 1];
  if (word) return word;
  const ending = rank % 100 >= 11 && rank % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][rank % 10] ?? 'th');
  return `${rank}${ending}`;
}

const fractions: readonly (readonly [number, string])[] = [
  [1 / 2, 'half'],
  [1 / 3, 'a third'],
  [1 / 4, 'a quarter'],
  [1 / 5, 'a fifth'],
  [2 / 3, 'two thirds'],
  [3 / 4, 'three quarters'],
];

/** 0.25 is 'a quarter'; `undefined` where no simple fraction says it within two percent. */
export function fractionInWords(ratio: number): string | undefined {
  return fractions.find(([value]) => Math.abs(ratio / value - 1) < 0.02)?.[1];
}
