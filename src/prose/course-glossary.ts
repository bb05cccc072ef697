import { getCollection } from 'astro:content';
import { Glossary, type GlossaryEntry } from './glossary.ts';

let known: Promise<Glossary> | undefined;

/**
 * The glossary of the course. Its entries are content; they come through a collection, so that the
 * site need not import them. Build only.
 */
export function courseGlossary(): Promise<Glossary> {
  known ??= getCollection('glossary').then(
    (entries) => new Glossary(entries.map(({ data }) => data as GlossaryEntry)),
  );
  return known;
}
