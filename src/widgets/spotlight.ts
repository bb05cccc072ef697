/**
 * Words and boxes that mean the same node light up together: point at a box and its sentences are
 * marked, point at a word and its box is. Anything takes part that has `data-node="<id>"` and
 * either stands inside the lab (`data-lab`) or names it (`data-of-lab`). Whoever draws something
 * else from it listens to `headroom:spotlight` on the document; `detail` is what is lit, or null.
 */
export function runSpotlight(): void {
  let lit: Spot | null = null;
  const light = (spot: Spot | null): void => {
    if (spot?.lab === lit?.lab && spot?.node === lit?.node) return;
    for (const element of document.querySelectorAll('[data-lit]')) element.removeAttribute('data-lit');
    lit = spot;
    if (spot !== null) for (const element of elementsOf(spot)) element.setAttribute('data-lit', '');
    document.dispatchEvent(new CustomEvent<Spot | null>('headroom:spotlight', { detail: spot }));
  };
  const focused = (): Spot | null => spotAt(document.activeElement);
  document.addEventListener('pointerover', ({ target, pointerType }) => {
    if (pointerType === 'mouse') light(spotAt(target) ?? focused());
  });
  // A pointer that leaves the window is over nothing.
  document.addEventListener('pointerout', ({ relatedTarget }) => {
    if (relatedTarget === null) light(focused());
  });
  document.addEventListener('focusin', ({ target }) => light(spotAt(target)));
  document.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget === null) light(null);
  });
}

/** A node of the scenario of a lab. */
export interface Spot {
  readonly lab: string;
  readonly node: string;
}

function spotAt(target: EventTarget | null): Spot | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-node]') : null;
  const lab = element === null ? undefined : labOf(element);
  const node = element?.dataset.node;
  return lab === undefined || node === undefined ? null : { lab, node };
}

function elementsOf({ lab, node }: Spot): HTMLElement[] {
  const named = document.querySelectorAll<HTMLElement>(`[data-node="${CSS.escape(node)}"]`);
  return [...named].filter((element) => labOf(element) === lab);
}

function labOf(element: HTMLElement): string | undefined {
  return element.dataset.ofLab ?? element.closest<HTMLElement>('[data-lab]')?.dataset.lab;
}
