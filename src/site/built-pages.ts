import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Rewrites all pages of a built site; `path` goes from its root, with forward slashes. */
export function rewritePages(directory: string, rewrite: (html: string, path: string) => string): void {
  for (const path of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.html')) continue;
    const file = join(directory, path);
    writeFileSync(file, rewrite(readFileSync(file, 'utf8'), path.split(sep).join('/')));
  }
}

/** Rewrites each page once the site is built. To be listed before whatever notes what is in the files of a built site. */
export function rewriting(name: string, rewrite: (html: string) => string): AstroIntegration {
  return {
    name,
    hooks: {
      'astro:build:done': ({ dir }) => {
        rewritePages(fileURLToPath(dir), rewrite);
      },
    },
  };
}
