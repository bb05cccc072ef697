/** A word above the plot that belongs to a vertical line. */
export interface EventWord {
  /** Place of the line, 0 left to 1 right. */
  readonly at: number;
  readonly widthPixels: number;
}

export interface EventWordPlace {
  /** Row above the plot, 0 nearest to it. */
  readonly row: number;
  /** Which side of the line the word stands on. */
  readonly side: 'right' | 'left';
}

/** A place for each word; null for a word that found none: its line stays. */
export type EventWordPlaces = readonly (EventWordPlace | null)[];

interface Strip {
  /** Width of the plot when it is narrowest. */
  readonly widthPixels: number;
  /** How far a word may reach beyond the plot on either side. */
  readonly beforePixels: number;
  readonly afterPixels: number;
  readonly rows: number;
}

interface Box {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Rows for words above a plot, so that no word overlaps another or is crossed by
 * another's line. The words of early events go left of their lines and those of late
 * ones right; where the change falls is chosen so that the most words find a place,
 * in the fewest rows.
 */
export function eventRows(words: readonly EventWord[], strip: Strip): EventWordPlaces {
  const order = words
    .map((_, index) => index)
    .sort((a, b) => (words[a]?.at ?? 0) - (words[b]?.at ?? 0) || a - b);
  let best: EventWordPlaces = [];
  let bestScore = -Infinity;
  for (let leftCount = 0; leftCount <= order.length; leftCount++) {
    const places = arranged(words, order, leftCount, strip);
    const placed = places.filter((place) => place !== null).length;
    // What happened first is mostly the cause of the rest.
    const first = places[order[0] ?? 0] ? 15 : 0;
    const score = placed * 10 + first - rowsUsed(places);
    if (score > bestScore) {
      best = places;
      bestScore = score;
    }
  }
  return best;
}

/** How many rows some places take. */
export function rowsUsed(places: EventWordPlaces): number {
  return Math.max(0, ...places.map((place) => (place === null ? 0 : place.row + 1)));
}

function arranged(
  words: readonly EventWord[],
  order: readonly number[],
  leftCount: number,
  strip: Strip,
): (EventWordPlace | null)[] {
  const taken: Box[] = [];
  const places = new Array<EventWordPlace | null>(words.length).fill(null);
  // From the outside in: an inner line then rises past the words of outer ones.
  const left = order.slice(0, leftCount).map((index) => ({ index, side: 'left' as const }));
  const right = order.slice(leftCount).map((index) => ({ index, side: 'right' as const }));
  for (const { index, side } of [...left, ...right.reverse()]) {
    const word = words[index];
    if (word === undefined) continue;
    for (let row = 0; row < strip.rows; row++) {
      const boxes = boxesOf(word, row, side, strip.widthPixels);
      const fits = boxes.every(
        ({ from, to }) => from >= -strip.beforePixels && to <= strip.widthPixels + strip.afterPixels,
      );
      if (!fits || boxes.some((box) => taken.some((other) => overlap(box, other)))) continue;
      taken.push(...boxes);
      places[index] = { row, side };
      break;
    }
  }
  return places;
}

/** The word in its row, and its line in the rows below. */
function boxesOf(word: EventWord, row: number, side: 'right' | 'left', plotWidth: number): Box[] {
  const x = word.at * plotWidth;
  const reach = word.widthPixels + 8;
  const text = side === 'right' ? { from: x - 1, to: x + reach } : { from: x - reach, to: x + 1 };
  const stem = Array.from({ length: row }, (_, below) => ({ row: below, from: x - 2, to: x + 2 }));
  return [{ row, ...text }, ...stem];
}

function overlap(a: Box, b: Box): boolean {
  return a.row === b.row && a.from < b.to && b.from < a.to;
}
