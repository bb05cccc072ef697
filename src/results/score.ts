import type { BestKnown } from '../exercises/exercise.ts';
import { guessIsRight, isGuessFor, type Question, type Truth } from '../exercises/prediction.ts';
import { chapterIsComplete, entryOf, type Progress } from '../progress/progress.ts';

/** What a chapter asks of its reader, as far as results need it. */
export interface ChapterTasks {
  readonly number: number;
  readonly slug: string;
  readonly title: string;
  readonly address: string;
  readonly exercises: readonly {
    readonly id: string;
    readonly title: string;
    readonly bestKnown?: BestKnown;
  }[];
  readonly predictions: readonly { readonly question: Question; readonly truth: Truth }[];
  readonly reviews: readonly string[];
}

/** How many of how many. */
export interface Share {
  readonly done: number;
  readonly of: number;
}

/** What a reader has reached in one chapter. */
export interface ChapterScore {
  readonly complete: boolean;
  readonly solved: Share;
  /** Best value of each exercise that was solved, by id; undefined where nothing is compared. */
  readonly best: ReadonlyMap<string, number | undefined>;
  /** Guesses that came close, of those that were made. */
  readonly right: Share;
  /** Questions that were answered rightly at least once. */
  readonly answered: Share;
}

/** Reads one chapter's score off the reader's progress. */
export function scoreOf(progress: Progress, chapter: ChapterTasks): ChapterScore {
  const best = new Map<string, number | undefined>();
  for (const { id } of chapter.exercises) {
    const entry = entryOf(progress.exercises, id);
    if (entry?.solved === true) best.set(id, entry.bestCost);
  }
  const guesses = chapter.predictions.flatMap(({ question, truth }) => {
    const guess: unknown = entryOf(progress.predictions, question.id)?.guess;
    return isGuessFor(question, guess) ? [guessIsRight(question, truth, guess)] : [];
  });
  const answered = chapter.reviews.filter((id) => entryOf(progress.reviews, id)?.right === true).length;
  const tasks = { exercises: chapter.exercises.map(({ id }) => id), reviews: chapter.reviews };
  return {
    complete: chapterIsComplete(progress, chapter.slug, tasks),
    solved: { done: best.size, of: chapter.exercises.length },
    best,
    right: { done: guesses.filter(Boolean).length, of: guesses.length },
    answered: { done: answered, of: chapter.reviews.length },
  };
}

/** Adds up shares. */
export function sumOf(shares: readonly Share[]): Share {
  return shares.reduce((sum, { done, of }) => ({ done: sum.done + done, of: sum.of + of }), {
    done: 0,
    of: 0,
  });
}

/** '3 of 4'; an en dash where there is nothing to do. */
export function shareText({ done, of }: Share): string {
  return of === 0 ? '–' : `${done} of ${of}`;
}
