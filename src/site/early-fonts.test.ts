import { describe, expect, it } from 'vitest';
import { withEarlyFonts } from './early-fonts.ts';

const everywhere =
  '<link rel="preload" as="font" type="font/woff2" href="/_astro/headroom-serif.a1.woff2" crossorigin>';
const styles =
  '<style>@font-face{src:url(/_astro/headroom-serif-italic.b2.woff2)}@font-face{src:url(/_astro/headroom-mono.c3.woff2)}</style>';
const page = (body: string) => `<head>${everywhere}${styles}</head><body>${body}</body>`;
const preloaded = (html: string) =>
  [...withEarlyFonts(html).matchAll(/<link rel="preload"[^>]* href="([^"]*)"/g)].map(
    ([, address]) => address,
  );

describe('fonts that only some pages need', () => {
  it('come ahead where the text has them', () => {
    expect(preloaded(page('<p>An <em>edge</em></p><section class="instrument lab"></section>'))).toEqual([
      '/_astro/headroom-serif.a1.woff2',
      '/_astro/headroom-serif-italic.b2.woff2',
      '/_astro/headroom-mono.c3.woff2',
    ]);
  });
  it('do not where nothing that is unfolded has them', () => {
    expect(preloaded(page('<details><p>An <em>edge</em></p></details>'))).toEqual([
      '/_astro/headroom-serif.a1.woff2',
    ]);
  });
  it('come ahead once', () => {
    const html = page('<p>An <em>edge</em></p>');
    expect(preloaded(withEarlyFonts(html))).toEqual(preloaded(html));
  });
});
