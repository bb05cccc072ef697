import type { ClientDirective } from 'astro';
import { whenReaderStirs } from '../stills/reader-stirs.ts';

const asleepTable = 'asleep-table';

/**
 * Brings an island to life when it is near the window, as `client:visible` does. What it works with comes then, beside its
 * script, where the build has put it into a file: a page is read before its instruments are touched. Until the
 * reader first moves, only what is inside the window counts as near.
 */
const near: ClientDirective = (load, { value }, island) => {
  const wake = async () => {
    const address = island.dataset.props;
    if (address === undefined) {
      await (
        await load()
      )();
      return;
    }
    try {
      const [props] = await Promise.all([propsAt(address), load()]);
      noteBefore(island)?.remove();
      foldTables(island);
      // The island looks for a change of this attribute, and hydrates by itself.
      island.setAttribute('props', props);
    } catch {
      sayWhatIsMissing(island);
      window.addEventListener('online', () => void wake(), { once: true });
    }
  };
  let observer: IntersectionObserver | undefined;
  const lookOut = (rootMargin: string) => {
    observer?.disconnect();
    observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer?.disconnect();
        stopWaiting();
        void wake();
      },
      { rootMargin },
    );
    for (const child of island.children) observer.observe(child);
  };
  const stopWaiting = whenReaderStirs(() => {
    lookOut(marginIn(value));
  });
  lookOut('0px');
};

export default near;

async function propsAt(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  return response.text();
}

function sayWhatIsMissing(island: HTMLElement): void {
  if (noteBefore(island)) return;
  const note = document.createElement('p');
  note.className = 'asleep-note';
  note.setAttribute('role', 'status');
  note.textContent =
    'What makes this work could not be fetched. It shows the setting of the lesson; with a connection, reload the page.';
  island.before(note);
  unfoldTables(island);
}

/** Shows what waits for scripts as it is without any: the tables of its charts. */
function unfoldTables(island: HTMLElement): void {
  for (const waiting of island.querySelectorAll('noscript')) {
    const table = document.createElement('div');
    table.className = asleepTable;
    table.innerHTML = waiting.textContent;
    waiting.after(table);
  }
}

function foldTables(island: HTMLElement): void {
  for (const table of island.querySelectorAll(`.${asleepTable}`)) table.remove();
}

function noteBefore(island: HTMLElement): Element | null {
  const before = island.previousElementSibling;
  return before?.matches('.asleep-note') ? before : null;
}

function marginIn(value: unknown): string {
  const { rootMargin } = (value ?? {}) as { readonly rootMargin?: string };
  return rootMargin ?? '0px';
}
