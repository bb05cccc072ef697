import { sidesOfLabels, translationTo, type LabelSide } from '../charts/label-sides.ts';
import { monoWidthPixels, sansWidthPixels } from '../charts/text-width.ts';
import type { MapDrawing, MapPlace } from './map-drawing.ts';
import { mapWidth } from './projection.ts';

/**
 * How large a place is drawn on a map of a width, px. `widthPixels` is the least of the range: what
 * keeps clear of each other there does so on a wider map too. The style sheet of `DiagramMap.svelte`
 * has the same widths and sizes.
 */
export interface MapSize {
  readonly widthPixels: number;
  readonly glyphPixels: number;
}

/** Small phones, phones, and wider. */
export const mapSizes = [
  { widthPixels: 264, glyphPixels: 10 },
  { widthPixels: 320, glyphPixels: 10 },
  { widthPixels: 560, glyphPixels: 14 },
] as const satisfies readonly MapSize[];

const labelHeight = 16;
/** Between the mark of a place and its words, px. */
const gap = 2;

/** Where the name of a place stands, and what moves it there from the middle of its mark. */
export interface MapLabel {
  readonly side: LabelSide;
  readonly translation: string;
}

/** The names of all places on a map of a size, none over another or over a mark. */
export function mapLabels({ places, height }: MapDrawing, size: MapSize): MapLabel[] {
  const scale = size.widthPixels / mapWidth;
  const labels = places.map((place) => ({
    x: place.x * scale,
    y: place.y * scale,
    ...reachOf(place, size),
    width: widthOf(place),
    height: labelHeight,
  }));
  const sides = sidesOfLabels(labels, { width: size.widthPixels, height: height * scale });
  return sides.map((side, index) => ({ side, translation: translationTo(side, labels[index]!) }));
}

/** Half of a mark: its glyphs in a row with 1 px between them, in a frame of 3 px. */
function reachOf({ kinds }: MapPlace, { glyphPixels }: MapSize): { reachX: number; reachY: number } {
  const width = kinds.length * (glyphPixels + 1) - 1 + 6;
  return { reachX: width / 2 + gap, reachY: (glyphPixels + 6) / 2 + gap };
}

/** Name, space and number in a line, 4 px clear on both sides. */
function widthOf({ label, line }: MapPlace): number {
  return sansWidthPixels(label) + monoWidthPixels(` ${line}`.trimEnd()) + 8;
}
