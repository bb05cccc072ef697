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
const narrowestChartPixels = 312;

/**
 * The strip of words above a plot. What happens at one moment has one word: the first, and how many there are besides.
 *
 * @param before room left of the plot, px.
 * @param after room right of the plot, px.
 * @param rows how many rows of words there may be; a word that finds no place is left out.
 */
export function eventStrip(marks: readonly EventMark[], before: number, after: number, rows = 2): EventStrip {
  const inside = marks.filter((mark) => mark.at >= 0 && mark.at <= 1);
  const moments = byMoment(inside);
  const found =
    moments.length > momentsWithWords
      ? []
      : eventRows(
          moments.map((mark) => ({ at: mark.at, widthPixels: sansWidthPixels(mark.label) })),
          {
            widthPixels: narrowestChartPixels - before - after,
            beforePixels: before + paddingPixels,
            afterPixels: after,
            rows,
          },
        );
  const places = moments.map((_, index) => found[index] ?? null);
  // A row is kept free even without events, so that charts side by side line up.
  return {
    marks: moments,
    places,
    heightPixels: footPixels - 1 + Math.max(1, rowsUsed(places)) * lineHeightPixels,
  };
}

function byMoment(marks: readonly EventMark[]): readonly EventMark[] {
  const moments = new Map<number, { first: EventMark; more: number }>();
  for (const mark of marks) {
    const moment = moments.get(mark.at);
    if (moment) moment.more++;
    else moments.set(mark.at, { first: mark, more: 0 });
  }
  return [...moments.values()].map(({ first, more }) =>
    more === 0 ? first : { ...first, label: `${first.label} +${more}` },
  );
}
