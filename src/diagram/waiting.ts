import { formatCount } from '../prose/format.ts';

/** '212 waiting'. A mean below ten keeps one decimal. */
export function waitingWords(waiting: number): string {
  const shown = waiting < 9.95 ? Math.round(waiting * 10) / 10 : Math.round(waiting);
  return `${formatCount(shown)} waiting`;
}

/** How many dots stand for a queue at rest. */
export function waitingDots(waiting: number | null, places: number): number {
  return Math.min(places, Math.round(waiting ?? 0));
}
