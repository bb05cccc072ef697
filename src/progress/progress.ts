/** What the reader moved a knob to; the same values that a share link holds. */
export type SavedValue = number | string | boolean;

/** How far one exercise got. */
export interface ExerciseProgress {
  readonly solved: boolean;
  /** Knob values of the last check, by knob id. */
  readonly values: Readonly<Record<string, SavedValue>>;
  /** Best value reached of what the exercise compares by (a cost, say); only set by passing checks. */
  readonly bestCost?: number;
}

/** A guess that was committed to; a curve is the guessed value at each of its points. */
export interface PredictionProgress {
  readonly guess: SavedValue | readonly number[];
}

/** One review question: the option that was checked last, and whether it was ever right. */
export interface ReviewProgress {
  readonly option: string;
  readonly right: boolean;
}

/** All that the course remembers of a reader. Plain data; lives in the reader's browser only. */
export interface Progress {
  readonly version: 1;
  /** By chapter slug. Absent: not decided yet; false: the reader took the mark back. */
  readonly chapters: Readonly<Record<string, { readonly complete: boolean }>>;
  readonly exercises: Readonly<Record<string, ExerciseProgress>>;
  readonly predictions: Readonly<Record<string, PredictionProgress>>;
  readonly reviews: Readonly<Record<string, ReviewProgress>>;
  /** The reader's own words on a chapter, by its slug; plain text. */
  readonly notes: Readonly<Record<string, string>>;
}

/** A reader who has just arrived. */
export function emptyProgress(): Progress {
  return { version: 1, chapters: {}, exercises: {}, predictions: {}, reviews: {}, notes: {} };
}

/** More than the course will ever have; keeps a doctored store from costing time or memory. */
const maximumEntries = 1000;
const maximumTextLength = 200;
const maximumCurvePoints = 64;
/** Characters of one note: some ten pages. */
export const maximumNoteLength = 20_000;
const idPattern = /^[a-z0-9][a-z0-9/._-]{0,99}$/i;

/**
 * Progress out of anything at all: what is well formed is kept, the rest is left
 * out and counted. Never throws.
 */
export function parseProgress(value: unknown): { progress: Progress; rejected: number } {
  if (!isRecord(value)) return { progress: emptyProgress(), rejected: 1 };
  // Of another version of the course: what looks as it does here is taken, and the whole counts as not understood.
  let rejected = value.version === 1 ? 0 : 1;
  function entries<Entry>(part: unknown, parse: (entry: unknown) => Entry | null): Record<string, Entry> {
    if (part === undefined) return {};
    if (!isRecord(part)) {
      rejected += 1;
      return {};
    }
    const kept: [string, Entry][] = [];
    for (const [id, entry] of Object.entries(part)) {
      const parsed = idPattern.test(id) && kept.length < maximumEntries ? parse(entry) : null;
      if (parsed === null) rejected += 1;
      else kept.push([id, parsed]);
    }
    return Object.fromEntries(kept);
  }
  const progress: Progress = {
    version: 1,
    chapters: entries(value.chapters, parseChapter),
    exercises: entries(value.exercises, parseExercise),
    predictions: entries(value.predictions, parsePrediction),
    reviews: entries(value.reviews, parseReview),
    notes: entries(value.notes, parseNote),
  };
  return { progress, rejected };
}

/** The entry of an id, or undefined; safe for ids such as `constructor`. */
export function entryOf<Entry>(part: Readonly<Record<string, Entry>>, id: string): Entry | undefined {
  return Object.hasOwn(part, id) ? part[id] : undefined;
}

/** Remembers a check of an exercise. Once solved it stays solved, and the best result is kept. */
export function withExercise(progress: Progress, id: string, check: ExerciseProgress): Progress {
  const before = entryOf(progress.exercises, id);
  const costs = [before?.bestCost, check.solved ? check.bestCost : undefined].filter(
    (cost) => cost !== undefined,
  );
  const entry: ExerciseProgress = {
    solved: check.solved || (before?.solved ?? false),
    values: check.values,
    ...(costs.length > 0 ? { bestCost: Math.min(...costs) } : {}),
  };
  return { ...progress, exercises: { ...progress.exercises, [id]: entry } };
}

/** Remembers a committed guess, or forgets it (`null`) so that the reader may try again. */
export function withPrediction(
  progress: Progress,
  id: string,
  prediction: PredictionProgress | null,
): Progress {
  const predictions = { ...progress.predictions };
  if (prediction === null) delete predictions[id];
  else predictions[id] = prediction;
  return { ...progress, predictions };
}

/** Remembers a checked review question; a right answer is not lost by trying the wrong ones after it. */
export function withReview(progress: Progress, id: string, review: ReviewProgress): Progress {
  const right = review.right || (entryOf(progress.reviews, id)?.right ?? false);
  return { ...progress, reviews: { ...progress.reviews, [id]: { option: review.option, right } } };
}

/** Marks a chapter as complete, or takes the mark back, by hand. */
export function withChapter(progress: Progress, slug: string, complete: boolean): Progress {
  return { ...progress, chapters: { ...progress.chapters, [slug]: { complete } } };
}

/**
 * Remembers a note, or forgets an empty one. `base` is the text that the reader began from:
 * where somebody else (another tab) has changed it since, both texts are kept.
 */
export function withNote(progress: Progress, slug: string, text: string, base: string): Progress {
  const present = entryOf(progress.notes, slug) ?? '';
  const note = present === base ? text : joinedNotes(text, present);
  const notes = { ...progress.notes };
  if (note.trim() === '') delete notes[slug];
  else notes[slug] = note.slice(0, maximumNoteLength);
  return { ...progress, notes };
}

/** Two texts of which neither may be lost: the longer one where it holds the other, else one after the other. */
export function joinedNotes(mine: string, other: string): string {
  if (mine.includes(other.trim())) return mine;
  return other.includes(mine.trim()) ? other : `${mine.trimEnd()}\n\n${other}`;
}

/** What a chapter asks of its reader, by id. */
export interface ChapterTasks {
  readonly exercises: readonly string[];
  readonly reviews: readonly string[];
}

/** Whether every exercise is solved and every review question answered (rightly or not: reasons teach too). */
export function tasksAreDone(progress: Progress, tasks: ChapterTasks): boolean {
  const solved = tasks.exercises.every((id) => entryOf(progress.exercises, id)?.solved === true);
  return solved && tasks.reviews.every((id) => entryOf(progress.reviews, id) !== undefined);
}

/** Complete by hand, or because all its tasks are done; a mark that was taken back stays back. */
export function chapterIsComplete(progress: Progress, slug: string, tasks?: ChapterTasks): boolean {
  const marked = entryOf(progress.chapters, slug)?.complete;
  if (marked !== undefined || tasks === undefined) return marked ?? false;
  return tasks.exercises.length + tasks.reviews.length > 0 && tasksAreDone(progress, tasks);
}

function parseChapter(value: unknown): { complete: boolean } | null {
  return isRecord(value) && typeof value.complete === 'boolean' ? { complete: value.complete } : null;
}

function parseExercise(value: unknown): ExerciseProgress | null {
  if (!isRecord(value) || typeof value.solved !== 'boolean' || !isRecord(value.values)) return null;
  const values = Object.entries(value.values);
  if (values.length > 100) return null;
  if (!values.every(([id, saved]) => idPattern.test(id) && isSavedValue(saved))) return null;
  const { bestCost } = value;
  if (bestCost !== undefined && !isFiniteNumber(bestCost)) return null;
  return {
    solved: value.solved,
    values: Object.fromEntries(values) as Record<string, SavedValue>,
    ...(bestCost === undefined ? {} : { bestCost }),
  };
}

function parsePrediction(value: unknown): PredictionProgress | null {
  if (!isRecord(value)) return null;
  const { guess } = value;
  if (isSavedValue(guess)) return { guess };
  if (!Array.isArray(guess) || guess.length === 0 || guess.length > maximumCurvePoints) return null;
  return guess.every(isFiniteNumber) ? { guess: [...guess] } : null;
}

function parseReview(value: unknown): ReviewProgress | null {
  if (!isRecord(value) || typeof value.right !== 'boolean' || typeof value.option !== 'string') return null;
  if (value.option.length > maximumTextLength) return null;
  return { option: value.option, right: value.right };
}

function parseNote(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' && value.length <= maximumNoteLength ? value : null;
}

function isSavedValue(value: unknown): value is SavedValue {
  if (typeof value === 'string') return value.length <= maximumTextLength;
  return typeof value === 'boolean' || isFiniteNumber(value);
}

function isFiniteNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
