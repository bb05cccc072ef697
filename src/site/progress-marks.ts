const storageKey = 'headroom.progress.v1';

/**
 * Marks finished chapters: whatever carries `data-progress-chapter="<slug>"` gets
 * `data-complete` when the reader's progress says so, and loses it otherwise.
 * Follows changes made in other tabs, and in this one when the window is told by
 * an event `headroom:progress`.
 */
export function markProgress(): void {
  const mark = (): void => {
    const chapters = completeChapters();
    for (const element of document.querySelectorAll<HTMLElement>('[data-progress-chapter]')) {
      element.toggleAttribute('data-complete', chapters.has(element.dataset.progressChapter ?? ''));
    }
  };
  mark();
  window.addEventListener('storage', ({ key }) => {
    if (key === storageKey || key === null) mark();
  });
  window.addEventListener('headroom:progress', mark);
}

/** Slugs of the chapters that are done; none where storage is forbidden, empty or not ours. */
function completeChapters(): Set<string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? 'null');
    if (!isRecord(kept) || kept.version !== 1 || !isRecord(kept.chapters)) return new Set();
    const chapters = Object.entries(kept.chapters);
    return new Set(
      chapters.flatMap(([slug, chapter]) => (isRecord(chapter) && chapter.complete === true ? [slug] : [])),
    );
  } catch {
    return new Set();
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
