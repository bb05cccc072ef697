import { emptyProgress, parseProgress } from './progress.ts';
import type { Progress } from './progress.ts';

/** Where progress lives in the browser. */
export const storageKey = 'headroom.progress.v1';
/** Where a copy goes of what could not be read, before anything is written over it. */
export const unreadableKey = `${storageKey}.unreadable`;

/** What went wrong with the browser's storage, if anything. */
export type StorageTrouble = 'none' | 'blocked' | 'unreadable' | 'full';

/** The part of the browser's `Storage` that progress needs. */
export interface TextStorage {
  getItem(key: string): string | null;
  setItem(key: string, text: string): void;
}

/** The browser's storage, or null where it is absent or forbidden: merely touching it may throw. */
export function browserStorage(): TextStorage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

/** What was found in the browser's storage. */
interface SavedProgress {
  readonly progress: Progress;
  readonly trouble: StorageTrouble;
  /** Parts that only a newer version of the course knows; written back as they are. */
  readonly foreign?: Readonly<Record<string, unknown>>;
}

/** Reads saved progress; never throws. Anything unusable is left out. */
export function readProgress(storage: TextStorage | null): SavedProgress {
  if (storage === null) return { progress: emptyProgress(), trouble: 'blocked' };
  let text: string | null;
  try {
    text = storage.getItem(storageKey);
  } catch {
    return { progress: emptyProgress(), trouble: 'blocked' };
  }
  if (text === null) return { progress: emptyProgress(), trouble: 'none' };
  const { rejected, ...saved } = parseText(text);
  return { ...saved, trouble: rejected > 0 ? 'unreadable' : 'none' };
}

/**
 * Applies a change to what is stored now (another tab may have written since)
 * and writes it back. Never throws; the changed progress is returned even where
 * it could not be saved.
 */
export function updateProgress(
  storage: TextStorage | null,
  inMemory: Progress,
  change: (progress: Progress) => Progress,
  lastTrouble: StorageTrouble = 'none',
): { progress: Progress; trouble: StorageTrouble } {
  const read = readProgress(storage);
  // After a failed write, what is in memory knows more than what is stored.
  const unsaved = read.trouble === 'blocked' || lastTrouble === 'full';
  const changed = change(unsaved ? inMemory : read.progress);
  if (storage === null || read.trouble === 'blocked') return { progress: changed, trouble: 'blocked' };
  try {
    if (read.trouble === 'unreadable') storage.setItem(unreadableKey, storage.getItem(storageKey) ?? '');
    storage.setItem(storageKey, JSON.stringify({ ...read.foreign, ...changed }));
  } catch {
    return { progress: change(inMemory), trouble: 'full' };
  }
  return { progress: changed, trouble: read.trouble };
}

/** What to tell the reader about the trouble; empty when there is none. */
export function troubleMessage(trouble: StorageTrouble): string {
  if (trouble === 'blocked')
    return 'This browser does not let the course save progress; it lasts until you close the page.';
  if (trouble === 'full')
    return 'The browser’s storage is full: new progress lasts until you close the page.';
  if (trouble === 'unreadable')
    return 'Part of the saved progress could not be read and was left out; a copy of it is kept.';
  return '';
}

function parseText(text: string): Pick<SavedProgress, 'progress' | 'foreign'> & { rejected: number } {
  try {
    const saved: unknown = JSON.parse(text);
    const { progress, rejected } = parseProgress(saved);
    const parts = Object.entries(saved ?? {}).filter(([name]) => !Object.hasOwn(progress, name));
    return parts.length === 0 || Array.isArray(saved)
      ? { progress, rejected }
      : { progress, rejected, foreign: Object.fromEntries(parts) };
  } catch {
    return { progress: emptyProgress(), rejected: 1 };
  }
}
