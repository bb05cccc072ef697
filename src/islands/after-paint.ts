/** Resolves when what has changed until now is on the screen; in a page that nobody sees, soon. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof document === 'undefined' || document.hidden) setTimeout(resolve);
    // A frame is painted when its callbacks are through.
    else requestAnimationFrame(() => setTimeout(resolve));
  });
}
