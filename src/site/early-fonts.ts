import type { AstroIntegration } from 'astro';
import { rewriting } from './built-pages.ts';

/** What in a page's text needs a font that is not everywhere. */
const needs: readonly (readonly [part: RegExp, font: string])[] = [
  [/<em[ >]/, 'headroom-serif-italic'],
  [/class="instrument /, 'headroom-mono'],
];

/**
 * Lets the fonts that only some pages need come as soon as those of every page: one that arrives after the first
 * paint has the whole text laid out again. A font that is fetched ahead and not used makes the browser complain.
 */
export function earlyFonts(): AstroIntegration {
  return rewriting('early-fonts', withEarlyFonts);
}

/** A page that fetches ahead what fonts its text needs, after those that it fetches ahead already. */
export function withEarlyFonts(html: string): string {
  const unfolded = html.replaceAll(/<(details|style)[ >].*?<\/\1>/gs, '');
  const addresses = needs.flatMap(([part, font]) => {
    const address = new RegExp(String.raw`url\(([^)]*/${font}\.[^)]*\.woff2)\)`).exec(html)?.[1];
    return address && part.test(unfolded) && !html.includes(`href="${address}"`) ? [address] : [];
  });
  const links = addresses.map(
    (address) => `<link rel="preload" as="font" type="font/woff2" href="${address}" crossorigin>`,
  );
  return html.replace(/(?:<link rel="preload" as="font"[^>]*>\s*)+/, (own) => own + links.join(''));
}
