import type { AstroIntegration } from 'astro';

/**
 * Adds pages with one instrument on them and nothing else. `pages` says which: pattern under `/embed/` to the
 * component that makes the page.
 */
export function embeds(pages: Readonly<Record<string, string>>): AstroIntegration {
  return {
    name: 'embeds',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        for (const [place, entrypoint] of Object.entries(pages))
          injectRoute({ pattern: `/embed/${place}/`, entrypoint, prerender: true });
      },
    },
  };
}
