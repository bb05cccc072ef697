import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readyChapters } from '../src/site/course-map.ts';

/**
 * Quantities that are typed on purpose: chapter, quantity, and why nothing could compute it. All others are read from
 * a scenario with `<Setting>`, or are what a `<Claim>` of the same paragraph sets.
 */
const typed: readonly (readonly [chapter: string, quantity: string, reason: string])[] = [
  ['two-points-of-view', '14 kB', 'what TCP sends at first: see Sources'],
  ['vertical-scaling', '2,400 a second', 'Stack Overflow: see Sources'],
  ['three-tiers', '0.1 ms', 'how far apart real machines are'],
  ['three-tiers', '0.5 ms', 'how far apart real machines are'],
  ['three-tiers', '5 ms', 'how far apart real machines are'],
  ['caching', '17,000 queries a second', 'Facebook: see Sources'],
];

/** '120 requests a second', '6.6 ms', '200 kB', '$30'. Shares in percent are mostly facts, and are left alone. */
const quantity =
  /\$(?<dollars>\d[\d,.]*\d|\d)|(?<number>\d[\d,]*(?:\.\d+)?)\s(?:(?<unit>µs|ms|s|min|kB|MB|GB|TB)\b|(?:[a-z]+ )?a second)/g;

const sizes: Readonly<Record<string, number>> = {
  µs: 1e-6,
  ms: 1e-3,
  min: 60,
  kB: 1e3,
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
};

test.each(readyChapters)('$slug types no setting of a scenario', ({ slug }) => {
  const text = readFileSync(new URL(`docs/${slug}/index.mdx`, import.meta.url), 'utf8');
  const found = lessonOf(text).split('\n').flatMap(typedIn);
  const allowed = typed.filter(([where]) => where === slug).map(([, quantity]) => quantity);
  expect([...new Set(found)].toSorted()).toEqual(allowed.toSorted());
});

test('sees what is typed, and lets pass what is read or set', () => {
  expect(typedIn('It works 6.6 ms, for $30, at 1,400 requests a second.')).toEqual([
    '6.6 ms',
    '$30',
    '1,400 requests a second',
  ]);
  const claim =
    '<Claim scenario={far} set={{ [bytesPath]: 200_000, [policyPath]: { kind: "random" } }} metric="x" />';
  expect(typedIn(`Files of 200 kB take ${claim}, and of 300 kB longer.`)).toEqual(['300 kB']);
  expect(typedIn('It works <Setting scenario={a} path="b" /> in {timeInWords(3)}: `take 4 s`.')).toEqual([]);
});

/** Without what stands before the first heading and after the last exercise, tables, formulas and code. */
function lessonOf(text: string): string {
  const [, lesson] = /<Objectives \/>([\s\S]*)<Sources>/.exec(text) ?? [];
  if (lesson === undefined)
    throw new Error('no text is there; expected it between <Objectives /> and <Sources>');
  return lesson.replaceAll(/```[\s\S]*?```|<table>[\s\S]*?<\/table>|<p class="formula">[\s\S]*?<\/p>/g, '');
}

/** The quantities of a paragraph that are neither read from a scenario nor set in a `<Claim>` beside them. */
function typedIn(paragraph: string): string[] {
  const set = [...paragraph.matchAll(/\]: ([\d_.]+)/g)].map(([, value = '']) =>
    Number(value.replaceAll('_', '')),
  );
  return [...wordsOf(paragraph).matchAll(quantity)]
    .filter(({ groups }) => !set.some((value) => nearly(value, valueOf(groups ?? {}))))
    .map(([whole]) => whole);
}

/** What is left of a paragraph without code, expressions in braces, tags and addresses. */
function wordsOf(paragraph: string): string {
  let words = paragraph.replaceAll(/`[^`]*`|\]\([^)]*\)/g, '');
  for (let before = ''; before !== words;) {
    before = words;
    words = words.replaceAll(/\{[^{}]*\}/g, '');
  }
  return words.replaceAll(/<[^>]*>/g, '');
}

function valueOf({ dollars, number, unit }: Partial<Record<string, string>>): number {
  return Number((dollars ?? number ?? '').replaceAll(',', '')) * (sizes[unit ?? ''] ?? 1);
}

function nearly(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one));
}
