import { eventRows, type EventWordPlaces } from '../charts/event-rows.ts';
import { byMoment, deedsOf, labelsOfMoments, type Happening } from '../charts/moments.ts';
import { sansWidthPixels } from '../charts/text-width.ts';
import type { TurningPoint } from './turning-points.ts';

/** Something that happened in the run, in a word or two. */
export interface TimelineEvent extends Happening {
  readonly atSeconds: number;
  /** `served` for what is good news, `operations` for what is meant to be; all else is trouble. */
  readonly hue?: string;
}

/** Of the hues of events those that the line of time tells apart, the worst first. */
export const markHues = ['failed', 'operations', 'served'] as const;
export type MarkHue = (typeof markHues)[number];

/** A mark on the line of time, and where its words stand, if they found a place. */
export interface TimelineMark {
  readonly seconds: number;
  /** All that happened then. */
  readonly words: string;
  /** What is written: as much of it as there is room for. */
  readonly label: string;
  readonly hue: MarkHue;
  /** Row of the words, 0 next to the line; null for a mark without words. */
  readonly row: number | null;
  readonly side: 'left' | 'right';
}

/** Rows of words at most. */
const rows = 2;
/** The line on the narrowest of phones, and the room beside it that words may take. */
const narrowest = { widthPixels: 190, beforePixels: 40, afterPixels: 40 };
/** More marks than this are only lines. */
const marksWithWords = 12;

/** The marks of a run in order of time; what happened at the same moment is one mark. */
export function timelineMarks(events: readonly TimelineEvent[], durationSeconds: number): TimelineMark[] {
  const moments = byMoment(
    events.filter(({ atSeconds }) => atSeconds <= durationSeconds),
    ({ atSeconds }) => atSeconds,
  );
  const deeds = moments.map((members) => deedsOf(members));
  const { labels, places } = labelsOfMoments(deeds, (words) => placesOf(words, moments, durationSeconds));
  return moments.map((members, index) => ({
    seconds: members[0]!.atSeconds,
    words: deeds[index]!.map(({ words }) => words).join(', '),
    label: labels[index]!,
    hue: worstHue(members),
    row: places[index]?.row ?? null,
    side: places[index]?.side ?? 'right',
  }));
}

function worstHue(events: readonly TimelineEvent[]): MarkHue {
  const hues = events.map(({ hue }) => markHues.find((known) => known === hue) ?? 'failed');
  return markHues.find((hue) => hues.includes(hue)) ?? 'failed';
}

function placesOf(
  labels: readonly string[],
  moments: readonly (readonly TimelineEvent[])[],
  durationSeconds: number,
): EventWordPlaces {
  if (labels.length > marksWithWords) return labels.map(() => null);
  const words = labels.map((label, index) => ({
    at: moments[index]![0]!.atSeconds / durationSeconds,
    widthPixels: sansWidthPixels(label),
  }));
  return eventRows(words, { ...narrowest, rows });
}

/**
 * Rows of words to keep free above the line: as many as there may ever be, lest what stands below
 * moves whenever a knob changes what happens; none where nothing does.
 */
export function rowsKept(marks: readonly TimelineMark[]): number {
  return marks.length === 0 ? 0 : rows;
}

/** The next mark after a moment, or the last before it; null when there is none. */
export function markFrom(
  marks: readonly TimelineMark[],
  seconds: number,
  way: 'next' | 'previous',
): TimelineMark | null {
  const found =
    way === 'next'
      ? marks.find((mark) => mark.seconds > seconds)
      : marks.findLast((mark) => mark.seconds < seconds);
  return found ?? null;
}

/** When something breaks or recovers, where nobody has told all that happened in the run. */
export function troubleEvents(points: readonly TurningPoint[]): TimelineEvent[] {
  return points.map(({ seconds, words, isGood }) => ({
    atSeconds: seconds,
    label: words,
    hue: isGood ? 'served' : 'failed',
  }));
}
