import type { Box } from './boxes.ts';
import { workersWidth } from './placement.ts';

const letterWidth = 7.3;
const edge = 5;
const glyph = 24;
const meter = 16;
const serversPitch = 6;

/** What a box needs at least, and what it takes where there is room; pixels. */
export function boxWidths(box: Box): { least: number; roomy: number } {
  const chrome = edge + partsWidth(box) + 14;
  const least = chrome + Math.max(inTwoLines(box.label) * letterWidth, leastLine(box));
  const text = Math.min(140, Math.max(roomyLine(box), box.label.length * letterWidth));
  const roomy = box.kind === 'load-balancer' ? Math.max(168, chrome + text) : chrome + text;
  return { least: Math.ceil(least), roomy: Math.ceil(Math.max(least, roomy)) };
}

/** What the line below the label needs at least: '100 % busy', 'round robin'. */
function leastLine({ kind, hasDisk }: Box): number {
  if (hasDisk) return 'disk 100 % busy'.length * letterWidth;
  return kind === 'users' ? 44 : 70;
}

function roomyLine(box: Box): number {
  // Many machines in one box have more to say: '5.5 × 36 % busy', '16 of 20 starting, 180 s'.
  if (box.kind === 'service' && box.part === 'whole' && box.machines > 1) return 136;
  if (box.kind === 'queue') return '100 consumers'.length * letterWidth;
  return Math.max(78, leastLine(box));
}

/** Columns of servers that a database shows inside: one a shard. */
export function serversWidth({ shards }: NonNullable<Box['servers']>): number {
  return Math.min(shards, 6) * serversPitch;
}

/** Letters of the longer line when a label is broken into two as evenly as it can be. */
function inTwoLines(label: string): number {
  const words = label.split(' ');
  return Math.min(
    ...words.map((_, turn) => {
      const first = words.slice(0, turn + 1).join(' ').length;
      return Math.max(first, words.slice(turn + 1).join(' ').length);
    }),
  );
}

function partsWidth(box: Box): number {
  if (box.kind === 'service') return workersWidth(box.workers) + meter + (box.workers > 12 ? 8 : 16);
  if (box.servers) return serversWidth(box.servers) + 12 + meter;
  const isMetered = box.kind === 'database' || box.kind === 'queue' || box.kind === 'cache';
  return glyph + (isMetered ? meter : 0);
}
