const signs = ['pointermove', 'pointerdown', 'keydown', 'scroll', 'focusin'];

const waiting = new Set<() => void>();
let isListening = false;

/** Remembered by the page itself: what wakes the islands is bundled apart from them. */
const isHere = () => document.documentElement.dataset.reader === 'here';

/**
 * Calls back once somebody is there: a moment after the first movement of pointer, page or
 * keyboard, or soon if there has been one. Browser only.
 *
 * @returns stops waiting.
 */
export function whenReaderStirs(call: () => void): () => void {
  waiting.add(call);
  if (isHere()) callAll();
  else listen();
  return () => void waiting.delete(call);
}

function listen(): void {
  if (isListening) return;
  isListening = true;
  for (const sign of signs) window.addEventListener(sign, stir, { passive: true });
}

function stir(): void {
  document.documentElement.dataset.reader = 'here';
  for (const sign of signs) window.removeEventListener(sign, stir);
  callAll();
}

/** Not in the middle of the reader's first scroll. */
function callAll(): void {
  setTimeout(() => {
    const calls = [...waiting];
    waiting.clear();
    for (const call of calls) call();
  }, 50);
}
