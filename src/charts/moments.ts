import { cardinal } from '../prose/sentence.ts';
import type { Subject } from './chart-inputs.ts';

/** Something that happened, in a word or two. */
export interface Happening {
  readonly label: string;
  /** Whom it befell, where it may befall several at once. */
  readonly subject?: Subject | undefined;
}

/** What happened at one moment to one or to several. */
export interface Deed {
  /** Names all whom it befell: 'servers 2 and 3 die'. */
  readonly words: string;
  /** What is written where there is room: the same, or how many where they are too many to name. */
  readonly label: string;
  /** What is written elsewhere: 'two servers die'. */
  readonly short: string;
  /** Happenings that it stands for. */
  readonly count: number;
}

/** More names than this are a number. */
const namesInLabel = 3;

/** What is of the same time together, in the order in which the first of each came. */
export function byMoment<Each>(all: readonly Each[], timeOf: (each: Each) => number): Each[][] {
  return [...grouped(all, timeOf).values()];
}

/** What happened at one moment; equal deeds are one. */
export function deedsOf(happenings: readonly Happening[]): Deed[] {
  const alike = grouped(happenings, ({ label, subject }) => subject?.ofSeveral ?? label);
  return [...alike].map(([ofSeveral, members]) => deedOf(ofSeveral, members));
}

function deedOf(ofSeveral: string, members: readonly Happening[]): Deed {
  const count = members.length;
  const [{ label }] = members as [Happening];
  if (members.every((each) => each.label === label)) return { words: label, label, short: label, count };
  const names = [...new Set(members.map((each) => each.subject?.name ?? each.label))];
  const words = `${listOfNames(names)} ${ofSeveral}`;
  const short = `${numberOfNames(names)} ${ofSeveral}`;
  return { words, label: names.length > namesInLabel ? short : words, short, count };
}

/**
 * The words of each moment, in order of time: as long as they may be without one that finds no place.
 *
 * @param place a place for each of the words, null for one that finds none.
 */
export function labelsOfMoments<Places extends readonly unknown[]>(
  moments: readonly (readonly Deed[])[],
  place: (labels: readonly string[]) => Places,
): { readonly labels: readonly string[]; readonly places: Places } {
  const tried = [everything, firstAndNumber, shortest].map((wording) => {
    const labels = moments.map(wording);
    const places = place(labels);
    return { labels, places, score: scoreOf(places) };
  });
  return tried.reduce((best, next) => (next.score > best.score ? next : best));
}

/** What happened first is mostly the cause of the rest: worth more than another word. */
function scoreOf(places: readonly unknown[]): number {
  const found = places.filter((each) => each !== null).length;
  return found + (places.length > 0 && places[0] !== null ? 1.5 : 0);
}

function everything(deeds: readonly Deed[]): string {
  return deeds.map(({ label }) => label).join(', ');
}

function firstAndNumber(deeds: readonly Deed[]): string {
  const more = besides(deeds);
  return more === 0 ? deeds[0]!.label : `${deeds[0]!.label} and ${more} more`;
}

function shortest(deeds: readonly Deed[]): string {
  const more = besides(deeds);
  return more === 0 ? deeds[0]!.short : `${deeds[0]!.short} +${more}`;
}

function besides(deeds: readonly Deed[]): number {
  return deeds.slice(1).reduce((sum, { count }) => sum + count, 0);
}

/** 'servers 2 and 3', 'load balancer and server 2'. */
function listOfNames(names: readonly string[]): string {
  const kind = kindOf(names);
  if (kind === null) return inList(names);
  return `${kind}s ${inList(names.map((name) => name.slice(kind.length + 1)))}`;
}

/** 'two servers'; of several kinds 'load balancer and one more'. */
function numberOfNames(names: readonly string[]): string {
  const kind = kindOf(names);
  if (kind !== null) return `${cardinal(names.length)} ${kind}s`;
  return `${names[0]!} and ${cardinal(names.length - 1)} more`;
}

/** What machines have in common that differ by their number only: 'server'. */
function kindOf(names: readonly string[]): string | null {
  const kinds = new Set(names.map((name) => /^(\S+(?: \D+)?) \d+$/.exec(name)?.[1]));
  const [kind] = kinds;
  return kinds.size === 1 && kind !== undefined && !kind.includes(' of ') ? kind : null;
}

function inList(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)!}`;
}

function grouped<Key, Each>(all: readonly Each[], keyOf: (each: Each) => Key): Map<Key, Each[]> {
  const groups = new Map<Key, Each[]>();
  for (const each of all) {
    const group = groups.get(keyOf(each));
    if (group) group.push(each);
    else groups.set(keyOf(each), [each]);
  }
  return groups;
}
