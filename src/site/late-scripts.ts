import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/**
 * Lets fonts come before scripts: all that a page says stands in it, and no script is needed to paint it.
 * To be listed before whatever notes what is in the files of a built site.
 */
export function lateScripts(): AstroIntegration {
  return {
    name: 'late-scripts',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const directory = fileURLToPath(dir);
        for (const path of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
          if (!path.endsWith('.html')) continue;
          const file = join(directory, path);
          writeFileSync(file, withLateScripts(readFileSync(file, 'utf8')));
        }
      },
    },
  };
}

/** A page in which scripts with a file of their own are fetched after all else. */
export function withLateScripts(html: string): string {
  return html.replaceAll('<script type="module" src=', '<script type="module" fetchpriority="low" src=');
}
