/** What the style sheet does not lay out while it is off screen, parents before what they hold. */
const parts = ':is(.instrument, .predict, .review) > *, .instrument .below > *';

/**
 * Lays out the instruments of a page that was opened at its top one part after the other, in moments when nothing else is to
 * be done, instead of all at once before the reader can do anything. `InTurn.astro` begins it, and ends it when
 * there is somebody who does anything; `instrument.css` has the rule.
 */
export function layOutInTurn(): void {
  const page = document.documentElement;
  const isInTurn = () => page.dataset.layout === 'in-turn';
  if (!isInTurn()) return;
  const waiting = [...document.querySelectorAll<HTMLElement>(parts)];
  const done: HTMLElement[] = [];

  const next = () => {
    const part = isInTurn() && waiting.shift();
    if (part) {
      part.style.contentVisibility = 'visible';
      done.push(part);
      requestAnimationFrame(() => whenIdle(next));
    } else {
      delete page.dataset.layout;
      for (const each of done) each.style.removeProperty('content-visibility');
    }
  };
  // Fonts first: with each that comes, all that has been laid out is laid out again.
  const start = () => void document.fonts.ready.then(() => whenIdle(next));
  if (document.readyState === 'complete') start();
  else window.addEventListener('load', start, { once: true });
}

function whenIdle(call: () => void): void {
  // Safari has no idle callback.
  if (typeof requestIdleCallback === 'function') requestIdleCallback(call, { timeout: 300 });
  else setTimeout(call, 16);
}
