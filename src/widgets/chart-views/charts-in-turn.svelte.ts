import { afterPaint } from '../../islands/after-paint.ts';
import type { LabState } from '../lab-state.svelte.ts';
import { isSameSubject, subjectOf, type ChartSubject } from './chart-view.ts';

/** What one chart shows at present. */
class ChartPlace {
  readonly index: number;
  subject: ChartSubject;

  constructor(current: LabState, index: number) {
    this.index = index;
    this.subject = $state.raw(subjectOf(current, index));
  }
}

/**
 * What each chart of a lab shows: the lab as it stands, a moment later. Words and diagram
 * come first; then one chart a frame follows, so that neither they nor the reader's next
 * move have to wait for all of them. While knobs go on turning, charts take the newest
 * state that there is, and leave out those in between. Numbers of a run that goes on are
 * for words and diagram alone.
 */
export class ChartsInTurn {
  readonly #current: LabState;
  readonly #places: readonly ChartPlace[];
  readonly #afterPaint: () => Promise<void>;
  #isDrawing = false;
  /** Whether some chart does not show the lab as it stands. */
  readonly areBehind: boolean = $derived.by(() => this.#places.some((place) => this.#isBehind(place)));

  /** @param paint resolves when what has changed until now is on the screen. */
  constructor(current: LabState, paint = afterPaint) {
    this.#current = current;
    this.#afterPaint = paint;
    this.#places = current.lab.charts.map((_, index) => new ChartPlace(current, index));
  }

  /** What a chart is drawn from at present; reactive. */
  subjectOf(index: number): ChartSubject {
    return this.#places[index]!.subject;
  }

  /** Brings the charts up to date, one after the other; resolves when none is behind. */
  async catchUp(): Promise<void> {
    if (this.#isDrawing) return;
    this.#isDrawing = true;
    // Round and round, lest the first chart alone follows a knob that goes on turning.
    for (let last = -1, next = this.#nextAfter(last); next; next = this.#nextAfter(last)) {
      await this.#afterPaint();
      if (this.#current.isMeasuring) break;
      next.subject = subjectOf(this.#current, next.index);
      last = next.index;
    }
    this.#isDrawing = false;
  }

  #nextAfter(last: number): ChartPlace | undefined {
    const behind = this.#places.filter((place) => this.#isBehind(place));
    return behind.find(({ index }) => index > last) ?? behind[0];
  }

  #isBehind(place: ChartPlace): boolean {
    return !isSameSubject(place.subject, subjectOf(this.#current, place.index));
  }
}
