import type { DrawingStep, ShownStep, WorkingStep } from './drawings/drawing-step.ts';

/** Charts appear whole; one that takes longer than this appears point by point. */
const patienceMilliseconds = 300;
/** Of a run whose rest takes longer than this the numbers so far are shown. */
const longRestMilliseconds = 50;
/** Share of the measured time whose numbers may be shown; the next ones are of twice as much. */
const firstShare = 1 / 16;

/** What the page hears of a drawing under way. */
export type Shown = ShownStep | Pick<WorkingStep, 'kind' | 'ratio'>;

/** Decides what of one drawing is worth showing while it is under way. */
export class WorthShowing {
  #nextShare = firstShare;

  /** What to show after a step, `elapsedMilliseconds` since the drawing began; null for nothing. */
  of(step: DrawingStep, elapsedMilliseconds: number): Shown | null {
    const isSlow = elapsedMilliseconds > patienceMilliseconds;
    if (step.kind === 'result') return step;
    if (step.kind === 'chart') return step.complete || isSlow ? step : null;
    const { kind, ratio, soFar } = step;
    const restMilliseconds = (elapsedMilliseconds / ratio) * (1 - ratio);
    if (soFar && soFar.share >= this.#nextShare && restMilliseconds > longRestMilliseconds) {
      this.#nextShare = 2 * soFar.share;
      return soFar.numbers();
    }
    return isSlow ? { kind, ratio } : null;
  }
}
