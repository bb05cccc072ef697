import type { AstroIntegration } from 'astro';

/** Adds `/embed/<lab>/`: a page for each lab, made by the component that content names. */
export function embeds(entrypoint: string): AstroIntegration {
  return {
    name: 'embeds',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        injectRoute({ pattern: '/embed/[lab]/', entrypoint, prerender: true });
      },
    },
  };
}
