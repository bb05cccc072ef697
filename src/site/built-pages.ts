import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Rewrites all pages of a built site; `path` goes from its root, with forward slashes. */
export function rewritePages(directory: string, rewrite: (html: string, path: string) => string): void {
  for (const path of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.html')) continue;
    const file = join(directory, path);
    writeFileSync(file, rewrite(readFileSync(file, 'utf8'), path.split(sep).join('/')));
  }
}
