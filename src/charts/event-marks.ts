import type { Hue } from './chart-inputs.ts';
import { eventRows, rowsUsed, type EventWordPlaces } from './event-rows.ts';
import { byMoment, deedsOf, labelsOfMoments, type Happening } from './moments.ts';
import { lineHeightPixels, sansWidthPixels } from './text-width.ts';

/** A vertical with a word above the plot. */
export interface EventMark {
  /** From 0 left to 1 right. */
  readonly at: number;
  readonly label: string;
  readonly hue: Hue;
  /** One of so many that it is only a tick above the plot: all of them over its height would hide the curves. */
  readonly isTick: boolean;
}

/** Something that happened, and where on the axis. */
export interface PlacedHappening extends Happening {
  /** From 0 left to 1 right. */
  readonly at: number;
  readonly hue: Hue;
}

export interface EventStrip {
  /** The marks inside the plot. */
  readonly marks: readonly EventMark[];
  readonly places: EventWordPlaces;
  /** Room that the words take above the plot, px. */
  readonly heightPixels: number;
}

/** Room under the words, so that they do not touch the topmost number of the axis. */
export const footPixels = 9;
/** How far a word may reach over the left edge of a narrow chart, into the padding around it. */
const paddingPixels = 10;
/** Of more moments than this only the first has words and a line, for it mostly is the cause of the others. */
const momentsWithWords = 8;
/** Width of a chart on a small phone. Words that are clear of each other there are so everywhere. */
export const narrowestChartPixels = 312;

/**
 * The strip of words above a plot. What happens at one moment has one mark, and as many words as there is room for.
 * Whoever reads the place of the words reads all of them.
 *
 * @param before room left of the plot, px.
 * @param after room right of the plot, px.
 * @param rows how many rows of words there may be; a word that finds no place is left out.
 */
export function eventStrip(
  happenings: readonly PlacedHappening[],
  before: number,
  after: number,
  rows = 2,
): EventStrip {
  const inside = happenings.filter(({ at }) => at >= 0 && at <= 1);
  const moments = byMoment(inside, ({ at }) => at);
  const strip = {
    widthPixels: narrowestChartPixels - before - after,
    beforePixels: before + paddingPixels,
    afterPixels: after,
    rows,
  };
  const areMany = moments.length > momentsWithWords;
  const { labels, places } = labelsOfMoments(
    moments.map((members) => deedsOf(members)),
    (all): EventWordPlaces => {
      const words = (areMany ? all.slice(0, 1) : all).map((word, index) => ({
        at: moments[index]![0]!.at,
        widthPixels: sansWidthPixels(word),
      }));
      const found = eventRows(words, strip);
      return all.map((_, index) => found[index] ?? null);
    },
  );
  // A row is kept free even without events, so that charts side by side line up.
  return {
    marks: moments.map(([first], index) => ({
      at: first!.at,
      hue: first!.hue,
      label: labels[index]!,
      isTick: areMany && index > 0,
    })),
    places,
    heightPixels: footPixels - 1 + Math.max(1, rowsUsed(places)) * lineHeightPixels,
  };
}
