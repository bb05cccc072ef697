import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { convert } from 'fontverter';
import subset from 'subset-font';
import { coreCharacters } from './core-characters.ts';
import type { FontCut } from './cuts.ts';
import { namesOf, withNames } from './name-table.ts';

/** What the course sets text with: kerning, ligatures, accents, and figures of both heights and widths. */
const features = ['kern', 'liga', 'calt', 'ccmp', 'locl', 'mark', 'mkmk', 'lnum', 'onum', 'pnum', 'tnum'];

/** Numbers of a font's texts. */
const [copyright, family, style, identity, fullName, postScriptName] = [0, 1, 2, 3, 4, 6];
const [license, licenseAddress] = [13, 14];

/** The file of a font with the core characters alone, as WOFF2, under a name of its own. */
export async function cutFont(cut: FontCut): Promise<Buffer> {
  const whole = await readFile(fileURLToPath(import.meta.resolve(cut.from)));
  const core = await subset(whole, coreCharacters, {
    targetFormat: 'sfnt',
    keepFeatures: features,
    ...(cut.weights ? { variationAxes: { wght: cut.weights } } : {}),
  });
  const names = new Map([
    [copyright, namesOf(core).get(copyright) ?? ''],
    [family, cut.family],
    [style, cut.style],
    [identity, `${cut.family} ${cut.style}`],
    [fullName, `${cut.family} ${cut.style}`],
    [postScriptName, `${cut.family.replaceAll(' ', '')}-${cut.style}`],
    [license, 'This Font Software is licensed under the SIL Open Font License, Version 1.1.'],
    [licenseAddress, 'https://openfontlicense.org'],
  ]);
  return convert(withNames(core, names), 'woff2');
}
