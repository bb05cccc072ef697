/**
 * Cuts the fonts of the course out of whole ones and writes them to `src/fonts/`. To be run when a package
 * with fonts is updated or a character is added to the core; a test tells when they are not what this makes.
 *
 *     npm run fonts
 */
import { writeFileSync } from 'node:fs';
import { cutFont } from './fonts/cut-font.ts';
import { fontCuts } from './fonts/cuts.ts';

for (const cut of fontCuts) {
  const font = await cutFont(cut);
  writeFileSync(new URL(`../src/fonts/${cut.file}.woff2`, import.meta.url), font);
  console.log(`${(font.length / 1000).toFixed(1).padStart(5)} KB  ${cut.file}`);
}
