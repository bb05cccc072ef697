import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyProgress, withChapter } from './progress.ts';
import type { Progress } from './progress.ts';
import { readProgress, storageKey, troubleMessage, unreadableKey, updateProgress } from './storage.ts';
import type { StorageTrouble, TextStorage } from './storage.ts';

function memoryStorage(saved: Record<string, string> = {}): TextStorage & { saved: Record<string, string> } {
  return {
    saved,
    getItem: (key) => saved[key] ?? null,
    setItem: (key, text) => {
      saved[key] = text;
    },
  };
}

const refuse = (): string => {
  throw new DOMException('no', 'QuotaExceededError');
};

const complete = (slug: string) => (progress: Progress) => withChapter(progress, slug, true);

describe('progress storage', () => {
  it('reads any text without throwing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readProgress(memoryStorage({ [storageKey]: text })).progress.version).toBe(1);
      }),
    );
  });

  it('starts empty where nothing is saved', () => {
    expect(readProgress(memoryStorage())).toEqual({ progress: emptyProgress(), trouble: 'none' });
  });

  it('applies a change to what another tab saved meanwhile', () => {
    const storage = memoryStorage();
    updateProgress(storage, emptyProgress(), complete('other'));
    const { progress } = updateProgress(storage, emptyProgress(), complete('mine'));
    expect(Object.keys(progress.chapters)).toEqual(['other', 'mine']);
    expect(readProgress(storage).progress).toEqual(progress);
  });

  it('keeps a copy of what it cannot read', () => {
    const storage = memoryStorage({ [storageKey]: '{"version":1,' });
    expect(readProgress(storage).trouble).toBe('unreadable');
    updateProgress(storage, emptyProgress(), complete('mine'));
    expect(storage.saved[unreadableKey]).toBe('{"version":1,');
    expect(readProgress(storage).trouble).toBe('none');
  });

  it('writes back what only a newer version of the course knows', () => {
    const storage = memoryStorage({ [storageKey]: '{"version":1,"medals":{"gold":3}}' });
    updateProgress(storage, emptyProgress(), complete('mine'));
    expect(JSON.parse(storage.saved[storageKey]!)).toMatchObject({
      medals: { gold: 3 },
      chapters: { mine: { complete: true } },
    });
  });

  const broken: [string, TextStorage | null, StorageTrouble][] = [
    ['absent', null, 'blocked'],
    ['blocked', { getItem: refuse, setItem: refuse }, 'blocked'],
    ['full', { getItem: () => null, setItem: refuse }, 'full'],
  ];
  it.each(broken)('goes on in memory when storage is %s', (_, storage, trouble) => {
    const first = updateProgress(storage, emptyProgress(), complete('a'));
    const second = updateProgress(storage, first.progress, complete('b'), first.trouble);
    expect(second.trouble).toBe(trouble);
    expect(Object.keys(second.progress.chapters)).toEqual(['a', 'b']);
    expect(troubleMessage(trouble)).not.toBe('');
  });

  it('saves what a full storage refused as soon as there is room', () => {
    const storage = memoryStorage();
    const refused = updateProgress({ ...storage, setItem: refuse }, emptyProgress(), complete('a'));
    updateProgress(storage, refused.progress, complete('b'), refused.trouble);
    expect(Object.keys(readProgress(storage).progress.chapters)).toEqual(['a', 'b']);
  });
});
