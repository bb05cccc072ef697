/**
 * A horizontal measure: a share of the width of the stage plus pixels. One
 * description serves both the style sheet (right before JavaScript runs) and the
 * canvas (which needs pixels).
 */
export interface Length {
  /** Of the width of the stage; 1 is all of it. */
  readonly share: number;
  readonly pixels: number;
}

/** A share of the stage's width and pixels on top. */
export function length(share: number, pixels = 0): Length {
  return { share, pixels };
}

/** The length moved by so many pixels. */
export function plus(start: Length, pixels: number): Length {
  return { share: start.share, pixels: start.pixels + pixels };
}

/** What lies between two lengths. */
export function between(start: Length, end: Length): Length {
  return { share: end.share - start.share, pixels: end.pixels - start.pixels };
}

/** The point in the middle of two lengths. */
export function middle(start: Length, end: Length): Length {
  return { share: (start.share + end.share) / 2, pixels: (start.pixels + end.pixels) / 2 };
}

/** For a style attribute: 'calc(33.333% - 12px)'. */
export function css(measure: Length): string {
  const pixels = round(measure.pixels);
  if (measure.share === 0) return `${pixels}px`;
  return `calc(${round(measure.share * 100)}% ${pixels < 0 ? '-' : '+'} ${Math.abs(pixels)}px)`;
}

/** Pixels on a stage of this width. */
export function inPixels(measure: Length, stageWidth: number): number {
  return measure.share * stageWidth + measure.pixels;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
