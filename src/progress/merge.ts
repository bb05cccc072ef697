import { joinedNotes, maximumNoteLength } from './progress.ts';
import type { ExerciseProgress, Progress, ReviewProgress } from './progress.ts';

/** How many entries of each part were new, or better than what was known. */
export type Gains = Readonly<Record<Part, number>>;

/** The parts of progress that are counted. */
export type Part = 'chapters' | 'exercises' | 'predictions' | 'reviews' | 'notes';

type Entries<Entry> = Readonly<Record<string, Entry>>;

/**
 * Two histories of one reader in one. Of an entry that both have, the better stays: solved
 * before unsolved, right before wrong, complete before open, and both texts of two notes.
 * A first guess stays a first guess. Merging the same history again changes nothing.
 */
export function mergeProgress(mine: Progress, other: Progress): { progress: Progress; gains: Gains } {
  const chapters = merged(mine.chapters, other.chapters, (a, b) => ({ complete: a.complete || b.complete }));
  const exercises = merged(mine.exercises, other.exercises, betterExercise);
  const predictions = merged(mine.predictions, other.predictions, (a) => a);
  const reviews = merged(mine.reviews, other.reviews, betterReview);
  const notes = merged(mine.notes, other.notes, (a, b) => joinedNotes(a, b).slice(0, maximumNoteLength));
  return {
    progress: {
      version: 1,
      chapters: chapters.entries,
      exercises: exercises.entries,
      predictions: predictions.entries,
      reviews: reviews.entries,
      notes: notes.entries,
    },
    gains: {
      chapters: chapters.gained,
      exercises: exercises.gained,
      predictions: predictions.gained,
      reviews: reviews.gained,
      notes: notes.gained,
    },
  };
}

function merged<Entry>(
  mine: Entries<Entry>,
  other: Entries<Entry>,
  better: (mine: Entry, other: Entry) => Entry,
): { entries: Record<string, Entry>; gained: number } {
  const entries = new Map(Object.entries(mine));
  let gained = 0;
  for (const [id, entry] of Object.entries(other)) {
    const known = entries.get(id);
    const kept = known === undefined ? entry : better(known, entry);
    if (known !== undefined && JSON.stringify(known) === JSON.stringify(kept)) continue;
    entries.set(id, kept);
    gained += 1;
  }
  return { entries: Object.fromEntries(entries), gained };
}

function betterExercise(mine: ExerciseProgress, other: ExerciseProgress): ExerciseProgress {
  const costs = [mine.bestCost, other.bestCost].filter((cost) => cost !== undefined);
  const bestCost = costs.length === 0 ? undefined : Math.min(...costs);
  // The knobs go with the answer that is better.
  const isBetter =
    (other.solved && !mine.solved) ||
    (other.solved === mine.solved && bestCost !== undefined && bestCost !== mine.bestCost);
  return {
    solved: mine.solved || other.solved,
    values: isBetter ? other.values : mine.values,
    ...(bestCost === undefined ? {} : { bestCost }),
  };
}

function betterReview(mine: ReviewProgress, other: ReviewProgress): ReviewProgress {
  return other.right && !mine.right ? other : mine;
}
