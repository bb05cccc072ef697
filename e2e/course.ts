import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { exercises } from '#exercises';
import type { ExerciseDescription, LabDescription, Prediction, ReviewQuestion } from '#widgets';
import { filesOf, openBuiltSite, textOf } from '../commands/built-site/built-site.ts';
import { readyChapters } from '../src/site/course-map.ts';

/** A page as it was built. */
export interface CoursePageEntry {
  /** Address, relative to where the course lives. */
  readonly path: string;
  readonly heading: string;
  /** Instruments with knobs, as they stand on it. */
  readonly labs: readonly LabDescription[];
  /** Kinds of parts that come to life on it. */
  readonly parts: readonly string[];
}

/** A chapter as its data describes it: what a reader must be able to do there. */
export interface Chapter extends CoursePageEntry {
  readonly title: string;
  readonly predictions: readonly Prediction[];
  readonly exercises: readonly ExerciseDescription[];
  readonly review: readonly ReviewQuestion[];
}

const root = join(import.meta.dirname, '..');
const site = openBuiltSite(join(root, 'dist'), '/');
// Instruments that stand alone are those of the pages, and have a test of their own.
const files = filesOf(site, 'index.html').filter((file) => !file.startsWith('embed/'));
const modules = await Promise.all(
  [...new Set([...readyChapters.map(({ slug }) => slug), 'whole-request'])].map(async (slug) => ({
    slug,
    labs: Object.values(await exportsOf(slug, 'labs.ts')).filter(isLab),
    predictions: Object.values(await exportsOf(slug, 'predictions.ts')) as Prediction[],
    review: ((await exportsOf(slug, 'review.ts')).review ?? []) as ReviewQuestion[],
  })),
);

/** Every page that was built, the home page first. */
export const pages: readonly CoursePageEntry[] = files
  .map((file) => pageIn(file))
  .toSorted((a, b) => a.path.length - b.path.length);

/** Every chapter that can be read, in reading order. */
export const chapters: readonly Chapter[] = readyChapters.map(({ slug, title }) => {
  const page = pages.find(({ path }) => path === `${slug}/`);
  if (page === undefined) throw new Error(`chapter "${slug}" is ready, but its page was not built`);
  const { predictions, review } = modules.find((each) => each.slug === slug)!;
  return { ...page, title, predictions, review, exercises: exercisesOf(slug) };
});

/** The chapter at this address. @throws Error when there is none. */
export function chapterAt(path: string): Chapter {
  const chapter = chapters.find((each) => each.path === path);
  if (chapter === undefined) throw new Error(`no chapter is at "${path}"`);
  return chapter;
}

/**
 * A few pages that together have every kind of part, and those that have none: what is the same
 * wherever a part stands need not be tried on every page.
 */
export const representativePages: readonly CoursePageEntry[] = [
  ...covering(pages, ({ parts }) => parts),
  ...pages.filter(({ parts }) => parts.length === 0),
];

/** Every page that has instruments with knobs. */
export const pagesWithLabs = pages.filter(({ labs }) => labs.length > 0);

interface LabOnPage {
  readonly path: string;
  readonly lab: LabDescription;
}

const labsOnPages: readonly LabOnPage[] = pagesWithLabs.flatMap(({ path, labs }) =>
  labs.map((lab) => ({ path, lab })),
);

/**
 * A few labs that together have every kind of chart, knob and fault that the course uses: what holds
 * for them in every instrument alike need not be tried on each.
 */
export const representativeLabs: readonly LabOnPage[] = covering(labsOnPages, ({ lab }) => [
  ...kindsOfCharts(lab),
  ...kindsOfKnobs(lab),
]);

/** Fewer that still have every kind of knob, for what has nothing to do with charts. */
export const labsWithEveryKnob: readonly LabOnPage[] = covering(labsOnPages, ({ lab }) => kindsOfKnobs(lab));

/** Chapters that together ask every kind of prediction. */
export const chaptersWithEveryPrediction: readonly Chapter[] = covering(chapters, ({ predictions }) =>
  predictions.map(({ kind }) => kind),
);

/** The chapter where an instrument of this id stands; throws Error when there is none. */
export function chapterWithLab(id: string): { chapter: Chapter; lab: LabDescription } {
  for (const chapter of chapters) {
    const lab = chapter.labs.find((each) => each.id === id);
    if (lab !== undefined) return { chapter, lab };
  }
  throw new Error(`no chapter has a lab "${id}"`);
}

function pageIn(file: string): CoursePageEntry {
  const html = textOf(site, file);
  const heading = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1];
  if (heading === undefined) throw new Error(`${file} has no main heading`);
  const known = modules.flatMap(({ labs }) => labs);
  const ids = [...html.matchAll(/data-lab="([^"]+)"/g)].map((match) => match[1]!);
  return {
    path: file.replace(/index\.html$/, ''),
    heading: textIn(heading),
    labs: [...new Set(ids)].flatMap((id) => known.find((lab) => lab.id === id) ?? []),
    parts: [...new Set([...html.matchAll(/component-url="([^"]+)"/g)].map((match) => match[1]!))],
  };
}

function textIn(html: string): string {
  return html
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll(/&#39;|&apos;/g, "'")
    .replaceAll(/\s+/g, ' ')
    .trim();
}

async function exportsOf(slug: string, file: string): Promise<Record<string, unknown>> {
  const path = join(root, 'content/docs', slug, file);
  if (!existsSync(path)) return {};
  return (await import(pathToFileURL(path).href)) as Record<string, unknown>;
}

function isLab(exported: unknown): exported is LabDescription {
  return typeof exported === 'object' && exported !== null && 'charts' in exported && 'knobs' in exported;
}

function exercisesOf(slug: string): ExerciseDescription[] {
  return exercises.filter(({ id }) => id.startsWith(`${slug}/`));
}

/** Takes the one with most that is new, until nothing is. */
function covering<Entry>(all: readonly Entry[], featuresOf: (entry: Entry) => readonly string[]): Entry[] {
  const wanted = new Set(all.flatMap(featuresOf));
  const chosen: Entry[] = [];
  const newIn = (entry: Entry) => [...new Set(featuresOf(entry))].filter((feature) => wanted.has(feature));
  while (wanted.size > 0) {
    const next = all.reduce((best, each) => (newIn(each).length > newIn(best).length ? each : best));
    for (const feature of newIn(next)) wanted.delete(feature);
    chosen.push(next);
  }
  return chosen;
}

function kindsOfCharts({ charts }: LabDescription): string[] {
  return charts.map((chart) => `${chart.kind}${'perInstance' in chart ? ' by machine' : ''}`);
}

function kindsOfKnobs({ knobs }: LabDescription): string[] {
  return knobs.map((knob) => `${knob.kind}${'scale' in knob ? ` ${knob.scale ?? ''}` : ''}`);
}
