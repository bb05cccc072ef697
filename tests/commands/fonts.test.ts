import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { convert } from 'fontverter';
import { expect, test } from 'vitest';
import { coreCharacters } from '../../commands/fonts/core-characters.ts';
import { cutFont } from '../../commands/fonts/cut-font.ts';
import { fontCuts } from '../../commands/fonts/cuts.ts';
import { namesOf, withNames } from '../../commands/fonts/name-table.ts';
import { rootFolder } from '../tidy/source-tree.ts';

const copyright = 0;
const inTree = (path: string) => readFileSync(join(rootFolder, path));

test.each(fontCuts)('the file $file is what `npm run fonts` makes', async (cut) => {
  const made = await cutFont(cut);
  expect(made.equals(inTree(`src/fonts/${cut.file}.woff2`))).toBe(true);
});

test.each(fontCuts)('$file keeps its copyright, but no name that its licence reserves', async (cut) => {
  const names = namesOf(await convert(inTree(`src/fonts/${cut.file}.woff2`), 'sfnt'));
  expect(names.get(copyright)).toMatch(/Adobe|IBM/);
  names.delete(copyright);
  expect(names.get(1)).toBe(cut.family);
  for (const text of names.values()) expect(text).not.toMatch(/source|plex/i);
});

test('a font without a table of names is refused', () => {
  expect(() => withNames(Buffer.alloc(12), new Map([[1, 'Nameless']]))).toThrow(
    'the font has no table of names',
  );
});

test('the style sheet takes the core characters, and no others, from the fonts that were cut', () => {
  const faces =
    inTree('src/styles/fonts.css')
      .toString()
      .match(/@font-face \{[^}]*\}/g) ?? [];
  const cut = faces.filter((face) => face.includes("url('../fonts/"));
  expect(cut).toHaveLength(fontCuts.length);
  for (const face of cut) {
    expect(charactersOf(/unicode-range:([^;]*);/.exec(face)![1]!)).toEqual([...coreCharacters].sort());
  }
});

/** The characters of a `unicode-range`, sorted. */
function charactersOf(ranges: string): string[] {
  return ranges
    .split(',')
    .flatMap((range) => {
      const [first = 0, last = first] = range
        .replace('U+', '')
        .split('-')
        .map((hex) => parseInt(hex, 16));
      return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
    })
    .sort();
}
