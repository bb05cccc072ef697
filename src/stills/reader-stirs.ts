const signs = ['pointermove', 'pointerdown', 'keydown', 'scroll', 'focusin'];

const waiting = new Set<() => void>();
let hasStirred = false;
let isListening = false;

/**
 * Calls back once somebody is there: a moment after the first movement of pointer, page or
 * keyboard, or soon if there has been one. Browser only.
 *
 * @returns stops waiting.
 */
export function whenReaderStirs(call: () => void): () => void {
  waiting.add(call);
  if (hasStirred) callAll();
  else listen();
  return () => void waiting.delete(call);
}

function listen(): void {
  if (isListening) return;
  isListening = true;
  for (const sign of signs) window.addEventListener(sign, stir, { passive: true });
}

function stir(): void {
  if (hasStirred) return;
  hasStirred = true;
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
