import { insideSentence } from '../prose/sentence.ts';
import type { Hue } from './chart-inputs.ts';
import { spreadApart } from './label-collision.ts';
import { lineHeightPixels } from './text-width.ts';

/** Where a line ends and what it is called. */
export interface LineEnd {
  readonly label: string;
  readonly hue: Hue;
  readonly emphasis: boolean;
  /** Height of the last value, from 0 bottom to 1 top. */
  readonly y: number;
}

export interface LineEndLabel {
  readonly text: string;
  readonly hue: Hue;
  readonly emphasis: boolean;
  /** Mean height of the line ends that it names, 0 to 1. */
  readonly lineY: number;
  /** Height of the label, 0 to 1. */
  readonly y: number;
}

/**
 * Labels at the right end of lines, without overlaps. Quiet lines of one hue that
 * end close together share a label: 'server 1, 2, 4'.
 *
 * @param heightPixels height of the plot when it is lowest.
 */
export function lineEndLabels(ends: readonly LineEnd[], heightPixels: number): LineEndLabel[] {
  const near = lineHeightPixels / heightPixels;
  const groups: LineEnd[][] = [];
  for (const end of [...ends].sort((a, b) => a.y - b.y)) {
    const group = groups.find((members) => joins(members, end, near));
    if (group === undefined) groups.push([end]);
    else group.push(end);
  }
  const labels = groups.map((members) => ({
    text: sharedName(ends.filter((end) => members.includes(end)).map((end) => end.label)),
    hue: members[0]?.hue ?? 'ink-3',
    emphasis: members.some((end) => end.emphasis),
    lineY: members.reduce((sum, end) => sum + end.y, 0) / members.length,
  }));
  const heights = spreadApart(
    labels.map((label) => label.lineY * heightPixels),
    lineHeightPixels,
    { from: lineHeightPixels / 3, to: heightPixels },
  );
  return labels.map((label, index) => ({ ...label, y: (heights[index] ?? 0) / heightPixels }));
}

function joins(members: readonly LineEnd[], end: LineEnd, near: number): boolean {
  return (
    !end.emphasis &&
    members.every((each) => !each.emphasis && each.hue === end.hue && Math.abs(each.y - end.y) < near)
  );
}

/** 'server 1', 'server 2', 'server 4' → 'server 1, 2, 4'; more than three are counted. */
export function sharedName(labels: readonly string[]): string {
  const [first = ''] = labels;
  if (labels.length === 1) return first;
  const stem = first.slice(0, first.lastIndexOf(' ') + 1);
  const shared = stem !== '' && labels.every((label) => label.startsWith(stem));
  if (labels.length > 3)
    return shared ? `${labels.length} ${insideSentence(stem.trim())}s` : `${labels.length} lines`;
  return shared ? stem + labels.map((label) => label.slice(stem.length)).join(', ') : labels.join(', ');
}
