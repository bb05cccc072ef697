import { exercises } from './exercises.ts';
import type { ExerciseDescription, Prediction, ReviewQuestion } from '#widgets';

/** What a chapter asks of its reader. */
export interface ChapterWork {
  /** Slug of the chapter. */
  readonly chapter: string;
  readonly exercises: readonly ExerciseDescription[];
  readonly predictions: readonly Prediction[];
  readonly reviews: readonly ReviewQuestion[];
}

type Module = Readonly<Record<string, unknown>>;

// Found, not listed: a chapter that is written is in it.
const predictionFiles = import.meta.glob<Module>('./docs/*/predictions.ts', { eager: true });
const reviewFiles = import.meta.glob<Module>('./docs/*/review.ts', { eager: true });

/** What every chapter asks of its reader, by its data; chapters that ask nothing are left out. */
export const courseWork: readonly ChapterWork[] = [
  ...new Set([predictionFiles, reviewFiles].flatMap((files) => Object.keys(files).map(chapterOf))),
].map((chapter) => ({
  chapter,
  exercises: exercises.filter(({ id }) => id.startsWith(`${chapter}/`)),
  predictions: exportsOf(predictionFiles, chapter).filter(
    (each): each is Prediction => isRecord(each) && 'question' in each,
  ),
  reviews: exportsOf(reviewFiles, chapter)
    .flat()
    .filter((each): each is ReviewQuestion => isRecord(each) && 'options' in each),
}));

function chapterOf(path: string): string {
  return path.split('/')[2] ?? '';
}

function exportsOf(files: Readonly<Record<string, Module>>, chapter: string): unknown[] {
  return Object.entries(files)
    .filter(([path]) => chapterOf(path) === chapter)
    .flatMap(([, module]) => Object.values(module));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
