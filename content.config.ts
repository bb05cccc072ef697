import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';

import { glossary } from './content/glossary.ts';
import { Glossary, termId, termKinds } from './src/prose/glossary.ts';

/** What a chapter says about itself, beside Starlight's own frontmatter. */
const chapterSchema = z.object({
  /** Number in the course, as in src/site/course-map.ts. A page without it is not a chapter. */
  chapter: z.int().min(1).optional(),
  /** The heading of the page where it differs from `title`, the name of the chapter. */
  headline: z.string().optional(),
  /** One to three sentences under the heading. */
  lead: z.string().optional(),
  /** How long a reader takes, exercises included, minutes. */
  minutes: z.int().min(1).max(180).optional(),
  /** What a reader can do afterwards; each continues 'You will be able to …'. */
  objectives: z.array(z.string()).optional(),
  /** Glossary terms that the chapter introduces; each has to be marked in its text. */
  terms: z.array(z.string()).optional(),
});

/** The glossary's entries are plain data in content/; the site reads them through this collection. */
const glossarySchema = z.object({
  term: z.string(),
  also: z.array(z.string()).optional(),
  kind: z.enum(termKinds).optional(),
  definition: z.string(),
  see: z.array(z.string()).optional(),
  chapter: z.string(),
});

export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema({ extend: chapterSchema }) }),
  glossary: defineCollection({
    loader: () => new Glossary(glossary).entries.map((entry) => ({ id: termId(entry.term), ...entry })),
    schema: glossarySchema,
  }),
};
