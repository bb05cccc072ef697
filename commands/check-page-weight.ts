/**
 * Weighs the JavaScript that each page of the built site loads before a reader
 * touches anything, compressed as a server sends it: the scripts of the page and
 * of all its islands, with everything that they import.
 *
 *     node commands/check-page-weight.ts dist /
 */
import { filesOf, openBuiltSite } from './built-site/built-site.ts';
import { scriptBytesOf } from './built-site/script-weight.ts';

/** What a page may weigh at most, in bytes of compressed JavaScript. */
const bytesAllowed = 90_000;

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`;
}

try {
  const [directory = 'dist', basePath = '/'] = process.argv.slice(2);
  const site = openBuiltSite(directory, basePath);
  for (const page of filesOf(site, '.html')) {
    const bytes = scriptBytesOf(site, page);
    const total = [...bytes.values()].reduce((sum, each) => sum + each, 0);
    console.log(`${kilobytes(total).padStart(9)}  ${page}`);
    if (total <= bytesAllowed) continue;
    process.exitCode = 1;
    console.error(`${page} is above the ${kilobytes(bytesAllowed)} allowed:`);
    for (const [file, each] of [...bytes].sort((a, b) => b[1] - a[1])) {
      console.error(`${kilobytes(each).padStart(9)}    ${file}`);
    }
  }
} catch (error) {
  console.error(`check-page-weight: ${(error as Error).message}`);
  process.exitCode = 1;
}
