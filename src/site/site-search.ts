/** What we use of Pagefind, whose index and script are made by the build. */
interface Pagefind {
  options(options: { baseUrl: string; excerptLength: number }): Promise<void>;
  debouncedSearch(words: string): Promise<{ results: { data(): Promise<Found> }[] } | null>;
}

interface Found {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: { readonly title?: string };
  readonly sub_results: readonly { readonly url: string; readonly title: string; readonly excerpt: string }[];
}

const resultsMaximum = 12;

/**
 * Defines <site-search>: a button (or Control+K) opens a dialog, words are looked
 * up as they are typed. The index is fetched when the dialog first opens, never before.
 */
export function defineSiteSearch(): void {
  if (!customElements.get('site-search')) customElements.define('site-search', SiteSearch);
}

class SiteSearch extends HTMLElement {
  #pagefind: Promise<Pagefind> | undefined;

  connectedCallback(): void {
    const dialog = this.#part('dialog', HTMLDialogElement);
    const input = this.#part('input', HTMLInputElement);
    const open = (): void => {
      if (dialog.open) return;
      dialog.showModal();
      input.select();
      void this.#load().catch(() => this.#say('The search index is made by the build; it is not here yet.'));
    };
    this.#part('[data-open-search]', HTMLButtonElement).addEventListener('click', open);
    window.addEventListener('keydown', (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        open();
      }
    });
    input.addEventListener('input', () => void this.#search(input.value.trim()));
    dialog.addEventListener('keydown', (event) => this.#walk(event));
    dialog.addEventListener('click', ({ target }) => {
      // Outside the dialog's box, or on a result (which may be on this very page).
      if (target === dialog || (target instanceof Element && target.closest('a'))) dialog.close();
    });
  }

  async #load(): Promise<Pagefind> {
    this.#pagefind ??= this.#fetchPagefind();
    return this.#pagefind;
  }

  async #fetchPagefind(): Promise<Pagefind> {
    const base = `${(this.dataset.base ?? '').replace(/\/$/, '')}/`;
    const address = `${base}pagefind/pagefind.js`;
    const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
    await pagefind.options({ baseUrl: base, excerptLength: 24 });
    return pagefind;
  }

  async #search(words: string): Promise<void> {
    const list = this.#part('[data-search-results]', HTMLUListElement);
    if (words === '') {
      list.replaceChildren();
      this.#say('');
      return;
    }
    try {
      const answer = await (await this.#load()).debouncedSearch(words);
      // null: more was typed meanwhile.
      if (!answer) return;
      const pages = await Promise.all(answer.results.slice(0, resultsMaximum).map((result) => result.data()));
      const items = pages.flatMap(itemsOf).slice(0, resultsMaximum);
      list.replaceChildren(...items);
      this.#say(items.length === 0 ? `Nothing found for “${words}”.` : `${items.length} found`);
    } catch {
      this.#say('The search index could not be loaded.');
    }
  }

  /** Arrow keys walk from the words through the results and back; Escape leaves, with words or without. */
  #walk(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      // A search field would take the key to clear itself first.
      event.preventDefault();
      this.#part('dialog', HTMLDialogElement).close();
      return;
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const stops = [...this.querySelectorAll<HTMLElement>('input, [data-search-results] a')];
    const at = stops.indexOf(document.activeElement as HTMLElement);
    const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  #say(message: string): void {
    this.#part('[data-search-status]', HTMLParagraphElement).textContent = message;
  }

  #part<Kind extends HTMLElement>(selector: string, kind: abstract new () => Kind): Kind {
    const element = this.querySelector(selector);
    if (!(element instanceof kind)) throw new Error(`site-search: ${selector} is missing`);
    return element;
  }
}

/** One entry a section that matches, or one for the page. */
function itemsOf(page: Found): HTMLLIElement[] {
  const title = page.meta.title ?? page.url;
  const sections = page.sub_results.slice(0, 3);
  if (sections.length === 0) return [item(page.url, title, page.excerpt)];
  return sections.map((section) =>
    item(section.url, section.title === title ? title : `${title}: ${section.title}`, section.excerpt),
  );
}

function item(address: string, title: string, excerpt: string): HTMLLIElement {
  const entry = document.createElement('li');
  const link = document.createElement('a');
  const heading = document.createElement('strong');
  const text = document.createElement('span');
  link.href = address;
  heading.textContent = title;
  // Pagefind escapes the page's text; the only markup in an excerpt is <mark>.
  text.innerHTML = excerpt;
  link.append(heading, text);
  entry.append(link);
  return entry;
}
