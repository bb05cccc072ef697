import {
  emptyProgress,
  withChapter,
  withExercise,
  withNote,
  withPrediction,
  withReview,
} from './progress.ts';
import type { ExerciseProgress, PredictionProgress, Progress, ReviewProgress } from './progress.ts';
import { browserStorage, readProgress, storageKey, troubleMessage, updateProgress } from './storage.ts';
import type { StorageTrouble } from './storage.ts';

/**
 * The reader's progress, one for all islands of a page and kept in step with
 * other tabs. On the server, and until `load` is called in the browser, it is
 * empty: so the first render is the same on both.
 */
class ProgressStore {
  #current: Progress = $state.raw(emptyProgress());
  #trouble: StorageTrouble = $state('none');
  #loaded = $state(false);

  get current(): Progress {
    return this.#current;
  }

  /** True once saved progress was looked for. */
  get loaded(): boolean {
    return this.#loaded;
  }

  /** A quiet sentence when saving does not work; else empty. */
  get message(): string {
    return troubleMessage(this.#trouble);
  }

  /** Reads what is saved; to be called on mount. Calling it again does nothing. */
  load(): void {
    if (this.#loaded || typeof window === 'undefined') return;
    this.#loaded = true;
    this.#reread();
    window.addEventListener('storage', (event) => {
      // A null key means that everything was cleared.
      if (event.key === storageKey || event.key === null) this.#reread();
    });
  }

  recordExercise(id: string, check: ExerciseProgress): void {
    this.#update((progress) => withExercise(progress, id, check));
  }

  recordPrediction(id: string, prediction: PredictionProgress | null): void {
    this.#update((progress) => withPrediction(progress, id, prediction));
  }

  recordReview(id: string, review: ReviewProgress): void {
    this.#update((progress) => withReview(progress, id, review));
  }

  markChapter(slug: string, complete: boolean): void {
    this.#update((progress) => withChapter(progress, slug, complete));
  }

  /** `base` is the text that the reader began from. */
  recordNote(slug: string, text: string, base: string): void {
    this.#update((progress) => withNote(progress, slug, text, base));
  }

  /** Takes in a change of the whole, such as a file of progress that is merged with what is here. */
  takeIn(change: (progress: Progress) => Progress): void {
    this.#update(change);
  }

  #reread(): void {
    const { progress, trouble } = readProgress(browserStorage());
    this.#current = progress;
    this.#trouble = trouble;
  }

  #update(change: (progress: Progress) => Progress): void {
    this.load();
    const { progress, trouble } = updateProgress(browserStorage(), this.#current, change, this.#trouble);
    this.#current = progress;
    this.#trouble = trouble;
    // The menu's marks are no island; this is how they hear of it.
    window.dispatchEvent(new Event('headroom:progress'));
  }
}

/** The one store of the page. */
export const progressStore = new ProgressStore();
