import type { Chapter } from './course-map.ts';

/** What the frontmatter of a chapter has to say. */
export interface ChapterFrontmatter {
  readonly title: string;
  readonly chapter?: number | undefined;
  readonly headline?: string | undefined;
  readonly description?: string | undefined;
  readonly lead?: string | undefined;
  readonly minutes?: number | undefined;
  readonly objectives?: readonly string[] | undefined;
  readonly terms?: readonly string[] | undefined;
}

const needed = ['headline', 'description', 'lead', 'minutes', 'objectives', 'terms'] as const;

/**
 * Looks for what a chapter says of itself that the map of the course does not, and for what it does not say: a key
 * that is misspelt counts as one that is not there. Throws RangeError that names the chapter and what is expected.
 */
export function checkChapter(
  slug: string,
  frontmatter: ChapterFrontmatter,
  chapters: readonly Chapter[],
): void {
  const planned = chapters.find((each) => each.slug === slug);
  const map = 'src/site/course-map.ts';
  if (planned === undefined)
    throw new RangeError(`chapter "${slug}": ${map} has no such chapter; expected a line for it there`);
  const { chapter, title } = frontmatter;
  if (chapter !== planned.number)
    throw new RangeError(`chapter "${slug}": chapter is ${chapter}; expected ${planned.number} as in ${map}`);
  if (title !== planned.title)
    throw new RangeError(`chapter "${slug}": title is "${title}"; expected "${planned.title}" as in ${map}`);
  if (!planned.ready)
    throw new RangeError(
      `chapter "${slug}": it is planned in ${map}; expected ready(…), for menus do not lead to it`,
    );
  const absent = needed.find((key) => frontmatter[key] === undefined);
  if (absent !== undefined)
    throw new RangeError(
      `chapter "${slug}": its frontmatter has no ${absent}; expected ${needed.join(', ')}`,
    );
}

/** What `<ChapterProgress>` is given has to be the chapter's own: what a reader has done is kept under it. */
export function checkProgress(
  page: { readonly slug: string; readonly text: string },
  given: { readonly chapter: string; readonly exercises: number },
): void {
  if (given.chapter !== page.slug)
    throw new RangeError(`<ChapterProgress>: chapter is "${given.chapter}"; expected "${page.slug}"`);
  const exercises = countExercises(page.text);
  if (given.exercises !== exercises)
    throw new RangeError(
      `<ChapterProgress>: exercises are ${given.exercises}; expected the ${exercises} of chapter "${page.slug}"`,
    );
}

/** Counted in the chapter's source, where an exercise is one component. */
export function countExercises(text: string): number {
  return text.match(/<Exercise\b/g)?.length ?? 0;
}
