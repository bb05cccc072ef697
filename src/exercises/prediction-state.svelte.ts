import { entryOf } from '../progress/progress.ts';
import { progressStore } from '../progress/progress.svelte.ts';
import { isGuessFor, placesOf } from './prediction.ts';
import type { Guess, Question } from './prediction.ts';

/** A guess in the making, and whether the reader has committed to it. */
export class PredictionState {
  readonly prediction: Question;

  /** Null for a choice that nobody has made. */
  guess: Guess | null = $state.raw(null);
  /** Whether the guess is the reader's own: a slider stands somewhere before anybody has guessed. */
  isMade = $state(false);
  committed = $state(false);

  constructor(prediction: Question) {
    this.prediction = prediction;
    this.guess = firstGuess(prediction);
  }

  /** Brings back a guess that was committed to before. Browser only. */
  restore(): void {
    progressStore.load();
    const saved: unknown = entryOf(progressStore.current.predictions, this.prediction.id)?.guess;
    if (!isGuessFor(this.prediction, saved)) return;
    this.guess = saved;
    this.isMade = true;
    this.committed = true;
  }

  /** Changes the guess; after the reveal it stands. */
  set(guess: Guess): void {
    if (this.committed) return;
    this.guess = guess;
    this.isMade = true;
  }

  /** Makes what stands there the reader's guess; after the reveal it stands. */
  keep(): void {
    if (this.guess !== null) this.set(this.guess);
  }

  /** Lets the answer be shown. There is no way back but to try again. */
  commit(): void {
    if (this.guess === null || !this.isMade || this.committed) return;
    this.committed = true;
    progressStore.recordPrediction(this.prediction.id, { guess: this.guess });
  }

  tryAgain(): void {
    this.committed = false;
    this.isMade = false;
    this.guess = firstGuess(this.prediction);
    progressStore.recordPrediction(this.prediction.id, null);
  }
}

function firstGuess(prediction: Question): Guess | null {
  if (prediction.kind === 'choice') return null;
  if (prediction.kind === 'number') return prediction.start;
  return placesOf(prediction).map(() => prediction.minimum);
}
