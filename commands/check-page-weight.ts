/**
 * Weighs the JavaScript that each page of the built site loads before a reader
 * touches anything, compressed as a server sends it: the scripts of the page and
 * of all its islands, with everything that they import. Then the workers, with what they
 * import before they are asked for anything: the core of the simulation, but not its parts.
 *
 *     node commands/check-page-weight.ts dist /
 */
import { filesOf, openBuiltSite } from './built-site/built-site.ts';
import { importedBytesOf, scriptBytesOf } from './built-site/script-weight.ts';

/** What a page may weigh at most, in bytes of compressed JavaScript. */
const bytesAllowed = 90_000;

/** What a worker may weigh before it is asked for anything: the core, and all sentences that a run may be told in. */
const workerBytesAllowed = 58_000;

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`;
}

/** Prints what something weighs, and of what it is made when it is too heavy. */
function tell(name: string, bytes: ReadonlyMap<string, number>, allowed: number): void {
  const total = [...bytes.values()].reduce((sum, each) => sum + each, 0);
  console.log(`${kilobytes(total).padStart(9)}  ${name}`);
  if (total <= allowed) return;
  process.exitCode = 1;
  console.error(`${name} is above the ${kilobytes(allowed)} allowed:`);
  for (const [file, each] of [...bytes].sort((a, b) => b[1] - a[1])) {
    console.error(`${kilobytes(each).padStart(9)}    ${file}`);
  }
}

try {
  const [directory = 'dist', basePath = '/'] = process.argv.slice(2);
  const site = openBuiltSite(directory, basePath);
  for (const page of filesOf(site, '.html')) tell(page, scriptBytesOf(site, page), bytesAllowed);
  const workers = filesOf(site, '.js').filter((file) => /-worker[.-][\w-]+\.js$/.test(file));
  if (workers.length === 0) throw new Error(`there is no worker in ${directory}`);
  for (const worker of workers) {
    tell(worker, importedBytesOf(site, worker), workerBytesAllowed);
  }
} catch (error) {
  console.error(`check-page-weight: ${(error as Error).message}`);
  process.exitCode = 1;
}
