/**
 * Shows what a word means beside it: while the pointer rests on it, while the keyboard is on it, or
 * at the first tap. Without this script, and at Enter, the word is a link to the glossary.
 */
export function showDefinitions(): void {
  if (!('popover' in HTMLElement.prototype)) return;
  const card = new TermCard();
  document.addEventListener('pointerover', ({ target, pointerType }) => {
    if (pointerType !== 'mouse') return;
    const term = termAt(target);
    if (term !== null) card.showSoon(term);
    else if (card.holds(target)) card.stay();
    else card.hideSoon();
  });
  document.addEventListener('focusin', ({ target }) => {
    const term = termAt(target);
    if (term?.matches(':focus-visible')) card.show(term);
    else if (!card.holds(target)) card.hide();
  });
  document.addEventListener('focusout', ({ relatedTarget }) => {
    if (!card.holds(relatedTarget)) card.hide();
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') card.hide();
  });
  let isTouch = false;
  document.addEventListener('pointerdown', ({ target, pointerType }) => {
    isTouch = pointerType === 'touch';
    if (termAt(target) === null && !card.holds(target)) card.hide();
  });
  document.addEventListener('click', (event) => {
    const term = termAt(event.target);
    if (term === null || !isTouch || card.isAbout(term)) return;
    event.preventDefault();
    card.show(term);
  });
}

function termAt(target: EventTarget | null): HTMLAnchorElement | null {
  return target instanceof Element ? target.closest<HTMLAnchorElement>('a[data-definition]') : null;
}

/** Resting this long means it; passing over the text does not. */
const intentMilliseconds = 180;
/** Time to get from the word to the card. */
const graceMilliseconds = 250;

/** The one card of the page. */
class TermCard {
  #element: HTMLElement | undefined;
  #term: HTMLAnchorElement | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  holds(target: EventTarget | null): boolean {
    return target instanceof Node && (this.#element?.contains(target) ?? false);
  }

  isAbout(term: HTMLAnchorElement): boolean {
    return this.#term === term;
  }

  showSoon(term: HTMLAnchorElement): void {
    clearTimeout(this.#timer);
    if (this.#term !== term) this.#timer = setTimeout(() => this.show(term), intentMilliseconds);
  }

  stay(): void {
    clearTimeout(this.#timer);
  }

  hideSoon(): void {
    clearTimeout(this.#timer);
    // A word under the keyboard keeps its card while the mouse moves elsewhere.
    if (this.#term?.matches(':focus-visible')) return;
    this.#timer = setTimeout(() => this.hide(), graceMilliseconds);
  }

  show(term: HTMLAnchorElement): void {
    clearTimeout(this.#timer);
    this.hide();
    this.#term = term;
    const element = this.#filled(term);
    // In the text, not beside it, for those who go by landmarks.
    (document.querySelector('main') ?? document.body).append(element);
    element.showPopover();
    place(element, term);
    term.setAttribute('aria-describedby', 'term-card-definition');
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.#term?.removeAttribute('aria-describedby');
    this.#term = undefined;
    this.#element?.remove();
  }

  #filled(term: HTMLAnchorElement): HTMLElement {
    const card = (this.#element ??= document.createElement('div'));
    card.className = 'term-card';
    card.popover = 'manual';
    card.dataset.kind = term.dataset.kind ?? 'term';
    const name = document.createElement('p');
    name.className = 'name';
    name.textContent = term.dataset.term ?? '';
    const definition = document.createElement('p');
    definition.id = 'term-card-definition';
    definition.textContent = term.dataset.definition ?? '';
    const more = document.createElement('a');
    more.href = term.href;
    // The word itself leads there too, and is where the keyboard is.
    more.tabIndex = -1;
    more.textContent = 'In the glossary';
    card.replaceChildren(name, definition, more);
    return card;
  }
}

const gap = 6;

/** Under the first line of the word, or above it where there is no room; inside the window. */
function place(card: HTMLElement, term: HTMLElement): void {
  const word = term.getClientRects()[0] ?? term.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = card;
  const { clientWidth, clientHeight } = document.documentElement;
  const start = getComputedStyle(term).direction === 'rtl' ? word.right - width : word.left;
  const left = Math.max(gap, Math.min(start, clientWidth - width - gap));
  const below = word.bottom + gap;
  const top = below + height > clientHeight && word.top - gap - height > 0 ? word.top - gap - height : below;
  card.style.left = `${left + scrollX}px`;
  card.style.top = `${top + scrollY}px`;
}
