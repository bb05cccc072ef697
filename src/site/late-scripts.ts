import type { AstroIntegration } from 'astro';
import { rewriting } from './built-pages.ts';

/** Lets fonts come before scripts: all that a page says stands in it, and no script is needed to paint it. */
export function lateScripts(): AstroIntegration {
  return rewriting('late-scripts', withLateScripts);
}

/** A page in which scripts with a file of their own are fetched after all else. */
export function withLateScripts(html: string): string {
  return html.replaceAll('<script type="module" src=', '<script type="module" fetchpriority="low" src=');
}
