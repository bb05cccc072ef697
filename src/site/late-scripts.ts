import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { rewritePages } from './built-pages.ts';

/**
 * Lets fonts come before scripts: all that a page says stands in it, and no script is needed to paint it.
 * To be listed before whatever notes what is in the files of a built site.
 */
export function lateScripts(): AstroIntegration {
  return {
    name: 'late-scripts',
    hooks: {
      'astro:build:done': ({ dir }) => {
        rewritePages(fileURLToPath(dir), withLateScripts);
      },
    },
  };
}

/** A page in which scripts with a file of their own are fetched after all else. */
export function withLateScripts(html: string): string {
  return html.replaceAll('<script type="module" src=', '<script type="module" fetchpriority="low" src=');
}
