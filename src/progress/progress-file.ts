import type { Gains, Part } from './merge.ts';
import { parseProgress, type Progress } from './progress.ts';

/** What a file of ours calls itself. */
const format = 'headroom-progress';
const version = 1;
/** Characters of the largest file that is looked at: every note of twenty chapters, with room to spare. */
const lengthLimit = 2_000_000;

/** What came of reading a file: progress, how much of the file was not understood, or why there is none. */
export type ReadFile =
  | { readonly kind: 'progress'; readonly progress: Progress; readonly rejected: number }
  | { readonly kind: 'problem'; readonly message: string };

/** The whole progress as text of a file that `readProgressFile` takes. `day` is written as 2026-11-26. */
export function writeProgressFile(progress: Progress, day: string): string {
  return `${JSON.stringify({ format, version, day, progress }, null, 2)}\n`;
}

/**
 * Progress out of the text of a file, whatever it holds; never throws. Files of another version
 * are taken as far as they are understood. A bare progress object, as it lies in the
 * browser's storage, is an older form of the same.
 */
export function readProgressFile(text: string): ReadFile {
  if (text.length > lengthLimit) return problem('it is far too large');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return problem('it is not JSON');
  }
  if (!isRecord(value)) return problem('it holds no progress');
  const isOurs = value.format === format && isRecord(value.progress);
  if (!isOurs && !isRecord(value.chapters)) return problem('it holds no progress of this course');
  const { progress, rejected } = parseProgress(isOurs ? value.progress : value);
  const isForeign = isOurs && value.version !== version;
  return { kind: 'progress', progress, rejected: rejected + (isForeign ? 1 : 0) };
}

const nouns: Readonly<Record<Part, readonly [one: string, many: string]>> = {
  chapters: ['chapter', 'chapters'],
  exercises: ['exercise', 'exercises'],
  predictions: ['prediction', 'predictions'],
  reviews: ['review question', 'review questions'],
  notes: ['note', 'notes'],
};

/** 'Taken from the file: 2 exercises and 1 note.', and what was not. */
export function describeGains(gains: Gains, rejected: number): string {
  const parts = (Object.keys(nouns) as Part[])
    .filter((part) => gains[part] > 0)
    .map((part) => `${gains[part]} ${nouns[part][gains[part] === 1 ? 0 : 1]}`);
  const taken =
    parts.length === 0
      ? 'Nothing in the file was newer or better than what is here.'
      : `Taken from the file: ${listed(parts)}. What was here already is still here.`;
  if (rejected === 0) return taken;
  return `${taken} Part of the file could not be read and was left out; keep the file.`;
}

function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

function problem(reason: string): ReadFile {
  return { kind: 'problem', message: `The file could not be taken: ${reason}. Nothing has changed.` };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
