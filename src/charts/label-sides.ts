/** Where words stand beside their mark; 'none' where there is no room for them. */
export type LabelSide =
  'right' | 'left' | 'below' | 'above' | 'below-right' | 'below-left' | 'above-right' | 'above-left' | 'none';

/** A mark and the words that shall stand beside it, all px. */
export interface MarkedLabel {
  /** Middle of the mark. */
  readonly x: number;
  readonly y: number;
  /** From the middle of the mark to where words may begin. */
  readonly reachX: number;
  readonly reachY: number;
  /** Size of the words. */
  readonly width: number;
  readonly height: number;
}

/** Edges of something that stands on the picture. */
interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const corners = ['below-right', 'above-right', 'below-left', 'above-left'] as const;
/** Orders in which a mark tries the sides: the one in which most words find a place is taken. */
const orders: readonly (readonly LabelSide[])[] = [
  ['right', 'left', 'below', 'above', ...corners],
  ['left', 'right', 'below', 'above', ...corners],
  ['below', 'right', 'left', 'above', ...corners],
  ['above', 'left', 'right', 'below', ...corners],
];
/** How often those without room are let through to the front. */
const mostRounds = 6;

/**
 * Where the words of each mark stand, so that none lies over another, over a mark or outside of the
 * picture. Those that come first choose first; those that then find no room are let through to the
 * front, and have none where that does not help either.
 */
export function sidesOfLabels(labels: readonly MarkedLabel[], size: Size): LabelSide[] {
  let best: LabelSide[] = labels.map(() => 'none');
  for (const order of orders) {
    let queue = labels.map((_, index) => index);
    for (let round = 0; round < mostRounds; round++) {
      const found = sidesInOrder(labels, queue, order, size);
      if (withoutRoom(found) < withoutRoom(best)) best = found;
      if (withoutRoom(best) === 0) return best;
      const rank = (index: number): number => (found[index] === 'none' ? 0 : 1);
      queue = queue.toSorted((a, b) => rank(a) - rank(b));
    }
  }
  return best;
}

function withoutRoom(sides: readonly LabelSide[]): number {
  return sides.filter((side) => side === 'none').length;
}

/** The sides where each in the queue takes the first that is free. */
function sidesInOrder(
  labels: readonly MarkedLabel[],
  queue: readonly number[],
  order: readonly LabelSide[],
  size: Size,
): LabelSide[] {
  const sides: LabelSide[] = labels.map(() => 'none');
  const taken = labels.map(({ x, y, reachX, reachY }): Edges => {
    return { left: x - reachX, top: y - reachY, right: x + reachX, bottom: y + reachY };
  });
  for (const index of queue) {
    for (const side of order) {
      const box = edgesBeside(labels[index]!, side);
      if (box.left < 0 || box.right > size.width || box.top < 0 || box.bottom > size.height) continue;
      if (taken.some((other, owner) => owner !== index && meet(box, other))) continue;
      taken.push(box);
      sides[index] = side;
      break;
    }
  }
  return sides;
}

function meet(a: Edges, b: Edges): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Beside a mark the middles are level; in a corner words begin or end with the middle of the mark. */
function edgesBeside({ x, y, reachX, reachY, width, height }: MarkedLabel, side: LabelSide): Edges {
  const [vertical, horizontal] = directionsOf(side);
  const isCorner = vertical !== 0 && horizontal !== 0;
  const start = isCorner ? x : x + horizontal * reachX;
  const left = start - (width * (1 - horizontal)) / 2;
  const top = y + vertical * reachY - (height * (1 - vertical)) / 2;
  return { left, top, right: left + width, bottom: top + height };
}

/** Down and to the right, each from -1 to 1. */
function directionsOf(side: LabelSide): readonly [number, number] {
  const vertical = side.startsWith('below') ? 1 : side.startsWith('above') ? -1 : 0;
  const horizontal = side.endsWith('right') ? 1 : side.endsWith('left') ? -1 : 0;
  return [vertical, horizontal];
}

/** What moves words from the middle of their mark to their side: a value of the property `translate`. */
export function translationTo(
  side: LabelSide,
  { reachX, reachY }: { readonly reachX: number; readonly reachY: number },
): string {
  const [vertical, horizontal] = directionsOf(side);
  const isCorner = vertical !== 0 && horizontal !== 0;
  const across = isCorner ? 0 : horizontal * reachX;
  return `calc(${(horizontal - 1) * 50}% + ${across}px) calc(${(vertical - 1) * 50}% + ${vertical * reachY}px)`;
}

/** How lines of words lie against each other on a side: the edge next to the mark is even. */
export function alignmentAt(side: LabelSide): 'start' | 'center' | 'end' {
  return (['end', 'center', 'start'] as const)[directionsOf(side)[1] + 1]!;
}
