import type { Hue } from './chart-inputs.ts';
import { eventRows, rowsUsed, type EventWordPlaces } from './event-rows.ts';
import { lineHeightPixels, sansWidthPixels } from './text-width.ts';

/** A vertical with a word above the plot. */
export interface EventMark {
  /** From 0 left to 1 right. */
  readonly at: number;
  readonly label: string;
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
/** More moments than this are lines without words: nobody reads twenty times 'let in'. */
const momentsWithWords = 8;
/** Width of a chart on a small phone. Words that are clear of each other there are so everywhere. */
export const narrowestChartPixels = 312;

/**
 * The strip of words above a plot. What happens at one moment has one word: the first, and how many there are
 * besides, or dots where there is no room for that. Whoever reads the place of the word reads all of them.
 *
 * @param before room left of the plot, px.
 * @param after room right of the plot, px.
 * @param rows how many rows of words there may be; a word that finds no place is left out.
 */
export function eventStrip(marks: readonly EventMark[], before: number, after: number, rows = 2): EventStrip {
  const moments = byMoment(marks.filter((mark) => mark.at >= 0 && mark.at <= 1));
  const strip = {
    widthPixels: narrowestChartPixels - before - after,
    beforePixels: before + paddingPixels,
    afterPixels: after,
    rows,
  };
  const place = (words: readonly EventMark[]): EventWordPlaces =>
    words.length > momentsWithWords
      ? words.map(() => null)
      : eventRows(
          words.map(({ at, label }) => ({ at, widthPixels: sansWidthPixels(label) })),
          strip,
        );
  let shown = moments.map(({ first, more }) => worded(first, more === 0 ? '' : ` and ${more} more`));
  let places = place(shown);
  if (moments.some(({ more }, index) => more > 0 && places[index] === null)) {
    shown = moments.map(({ first, more }) => worded(first, more === 0 ? '' : ' …'));
    places = place(shown);
  }
  // A row is kept free even without events, so that charts side by side line up.
  return {
    marks: shown,
    places,
    heightPixels: footPixels - 1 + Math.max(1, rowsUsed(places)) * lineHeightPixels,
  };
}

function worded(mark: EventMark, besides: string): EventMark {
  return besides === '' ? mark : { ...mark, label: `${mark.label}${besides}` };
}

function byMoment(marks: readonly EventMark[]): readonly { first: EventMark; more: number }[] {
  const moments = new Map<number, { first: EventMark; more: number }>();
  for (const mark of marks) {
    const moment = moments.get(mark.at);
    if (moment) moment.more++;
    else moments.set(mark.at, { first: mark, more: 0 });
  }
  return [...moments.values()];
}
