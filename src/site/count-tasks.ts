import { readProgress, browserStorage } from '../progress/storage.ts';
import { entryOf } from '../progress/progress.ts';

/**
 * Says of each chapter how much of it is done: whatever carries `data-exercises` and `data-reviews`
 * (ids with spaces between) gets it written into its `[data-part-done]`, once something is.
 */
export function countTasks(): void {
  const { progress } = readProgress(browserStorage());
  for (const chapter of document.querySelectorAll<HTMLElement>('[data-exercises]')) {
    const exercises = idsIn(chapter.dataset.exercises);
    const reviews = idsIn(chapter.dataset.reviews);
    const solved = exercises.filter((id) => entryOf(progress.exercises, id)?.solved === true).length;
    const answered = reviews.filter((id) => entryOf(progress.reviews, id) !== undefined).length;
    const place = chapter.querySelector<HTMLElement>('[data-part-done]');
    if (place === null || solved + answered === 0) continue;
    place.textContent = `${solved + answered} of ${exercises.length + reviews.length} tasks`;
    place.hidden = false;
  }
}

function idsIn(text = ''): string[] {
  return text.split(' ').filter((id) => id !== '');
}
