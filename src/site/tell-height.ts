/**
 * Tells the page around a frame how tall what stands in it is, at first and whenever that changes: the
 * markup for other sites makes the frame as tall, so that nobody scrolls in a frame in a page. Browser only.
 */
export function tellHeight(): void {
  if (window.parent === window) return;
  const root = document.documentElement;
  new ResizeObserver(() => {
    // What fills the screen leaves nothing behind; the frame is wanted again afterwards.
    if (document.fullscreenElement || root.dataset.windowIsTaken !== undefined) return;
    const headroomHeight = Math.ceil(document.body.getBoundingClientRect().height);
    window.parent.postMessage({ headroomHeight }, '*');
  }).observe(document.body);
}
