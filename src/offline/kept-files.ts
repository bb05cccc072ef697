import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

/** A file that a reader's browser keeps: its address from the root of the course, and what changes with its content. */
export interface KeptFile {
  readonly url: string;
  /** null where the name changes with the content. */
  readonly revision: string | null;
}

/** Pages made for other sites, what is only there for search engines, parts of the search that we do not use. */
const leftOut = [
  /^embed\//,
  /^sw\.js$/,
  /^sitemap/,
  /^robots\.txt$/,
  /\.map$/,
  /^pagefind\/pagefind-(ui|modular-ui|component-ui|highlight)\./,
];

/**
 * All files of a built site that work without a network needs, sorted by address. Pages go by the address
 * that readers see: `caching/`, not `caching/index.html`, which some hosts redirect.
 */
export function keptFiles(directory: string): KeptFile[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => !leftOut.some((pattern) => pattern.test(path)))
    .filter((path) => statSync(join(directory, path)).isFile())
    .sort()
    .map((path) => ({
      url: path === 'index.html' ? './' : path.replace(/\/index\.html$/, '/'),
      revision: path.startsWith('_astro/') ? null : digestOf(join(directory, path)),
    }));
}

function digestOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16);
}
