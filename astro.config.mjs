import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';
import sitemap from '@astrojs/sitemap';
import svelte from '@astrojs/svelte';
import { propsAside } from './src/islands/props-aside.ts';
import { offline } from './src/offline/offline.ts';
import { baseLinks } from './src/site/base-links.ts';
import { boundUnits } from './src/site/bound-units.ts';
import { readyChapters } from './src/site/course-map.ts';
import { earlyFonts } from './src/site/early-fonts.ts';
import { embeds } from './src/site/embeds.ts';
import { lateScripts } from './src/site/late-scripts.ts';
import { wholeSearchIndex } from './src/site/search-index.ts';

/*
 * BASE_PATH  where the course lives on its host: '/', '/some/course/'
 * SITE_URL   origin of the host, for canonical addresses and the site map
 * OUT_DIR    where the build goes, so that two builds can stand side by side
 */
const { BASE_PATH = '/', SITE_URL, OUT_DIR = './dist' } = process.env;

const components = Object.fromEntries(
  [
    'ContentPanel',
    'Footer',
    'Head',
    'Header',
    'MarkdownContent',
    'PageFrame',
    'PageTitle',
    'Sidebar',
    'SkipLink',
    'ThemeProvider',
    'TwoColumnContent',
  ].map((name) => [name, `./src/site/${name}.astro`]),
);

for (const name of ['Banner', 'Hero', 'PageSidebar']) components[name] = './src/site/Nothing.astro';

export default defineConfig({
  srcDir: '.',
  outDir: OUT_DIR,
  base: BASE_PATH,
  ...(SITE_URL ? { site: SITE_URL } : {}),
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  // A style sheet of its own costs two round trips before the first paint, and a page needs most of its rules at once.
  build: { inlineStylesheets: 'always' },
  markdown: { shikiConfig: { theme: 'css-variables' } },
  vite: {
    environments: {
      client: {
        // What runs in a browser takes the core of the simulation; the rest are Vite's own.
        resolve: { conditions: ['in-browser', 'module', 'browser', 'development|production'] },
      },
    },
    worker: { format: 'es' },
    build: {
      // Bytes. A larger script is a file of its own, which a reader has for all pages with the first.
      assetsInlineLimit: 2000,
      rolldownOptions: {
        // Astro marks MDX modules with a directive of its own that the bundler does not know.
        onLog: (level, log, report) => {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
        },
      },
    },
  },
  integrations: [
    starlight({
      title: 'Headroom',
      titleDelimiter: '·',
      description:
        'An interactive course on application architecture: predict what a system does, turn its knobs, repair it.',
      favicon: '/favicon.svg',
      components,
      customCss: [
        './src/styles/layers.css',
        './src/styles/fonts.css',
        './src/styles/tokens.css',
        './src/styles/starlight.css',
        './src/styles/page.css',
        './src/styles/prose.css',
        './src/styles/instrument.css',
        './src/styles/term-card.css',
        './src/styles/print.css',
      ],
      // Code is set by Shiki alone, in the tokens' colors, without a script.
      expressiveCode: false,
      tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 2 },
      sidebar: [
        { label: 'Start here', link: '/start-here/' },
        ...readyChapters.map(({ title, slug }) => ({ label: title, link: `/${slug}/` })),
        { label: 'Glossary', link: '/glossary/' },
        { label: 'Sources', link: '/sources/' },
        { label: 'How we know', link: '/how-we-know/' },
      ],
    }),
    svelte(),
    {
      name: 'robots',
      hooks: {
        'astro:config:setup': ({ injectRoute }) =>
          injectRoute({ pattern: '/robots.txt', entrypoint: './src/site/robots.ts', prerender: true }),
      },
    },
    baseLinks(),
    boundUnits(),
    embeds({
      '[lab]': './content/embedded/EmbeddedLab.astro',
      'exercise/[...exercise]': './content/embedded/EmbeddedExercise.astro',
      'predict/[...prediction]': './content/embedded/EmbeddedPrediction.astro',
      'compare/[comparison]': './content/embedded/EmbeddedComparison.astro',
      replay: './content/embedded/EmbeddedReplay.astro',
    }),
    // Starlight brings one of its own, which would list what is made for other sites.
    ...(SITE_URL ? [sitemap({ filter: (page) => !page.includes('/embed/') })] : []),
    wholeSearchIndex(),
    lateScripts(),
    earlyFonts(),
    propsAside(),
    offline(),
  ],
});
