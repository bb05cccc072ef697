/**
 * Lets an element grow but not shrink, as long as it stays as wide: what stands below does not jump to and fro
 * while the words in it change. An attachment; the element's box is sized by its border.
 */
export function growsOnly(element: HTMLElement): () => void {
  let width = -1;
  let height = 0;
  const observer = new ResizeObserver(() => {
    if (element.offsetWidth !== width) {
      width = element.offsetWidth;
      height = 0;
      element.style.minBlockSize = '';
    }
    // Not `offsetHeight`, which is rounded: the element is not to grow by itself.
    const present = element.getBoundingClientRect().height;
    if (present <= height) return;
    height = present;
    element.style.minBlockSize = `${height}px`;
  });
  observer.observe(element);
  return () => observer.disconnect();
}
