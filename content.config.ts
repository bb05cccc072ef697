import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';

/** What a chapter says about itself, beside Starlight's own frontmatter. */
const chapterSchema = z.object({
  /** Number in the course, 1 to 20. A page without it is not a chapter. */
  chapter: z.int().min(1).max(20).optional(),
  /** The heading of the page where it differs from `title`, the name of the chapter. */
  headline: z.string().optional(),
  /** One to three sentences under the heading. */
  lead: z.string().optional(),
  /** How long a reader takes, exercises included, minutes. */
  minutes: z.int().min(1).max(180).optional(),
  /** What a reader can do afterwards; each continues 'You will be able to …'. */
  objectives: z.array(z.string()).optional(),
  /** Glossary terms that the chapter introduces. */
  terms: z.array(z.string()).optional(),
});

export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema({ extend: chapterSchema }) }),
};
