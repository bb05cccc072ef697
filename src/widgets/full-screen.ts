/**
 * Lets an element fill the screen, or takes it back. Where the browser has no full screen for it (as on
 * telephones), the element fills the window. `told` hears each change, also one by the Escape key.
 */
export async function toggleFullScreen(element: HTMLElement, told: (isFull: boolean) => void): Promise<void> {
  if (document.fullscreenElement === element) {
    await document.exitFullscreen();
    return;
  }
  if (element.dataset.fullWindow !== undefined) {
    leaveWindow(element);
    return;
  }
  try {
    await element.requestFullscreen();
    told(true);
    element.addEventListener('fullscreenchange', function changed() {
      if (document.fullscreenElement === element) return;
      element.removeEventListener('fullscreenchange', changed);
      told(false);
    });
  } catch {
    fillWindow(element, told);
  }
}

const leaving = new WeakMap<HTMLElement, () => void>();

function leaveWindow(element: HTMLElement): void {
  leaving.get(element)?.();
}

function fillWindow(element: HTMLElement, told: (isFull: boolean) => void): void {
  const root = document.documentElement;
  const byKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) leave();
  };
  // Behind it lies the page; whoever walks on by keyboard wants to see where they are.
  const byFocus = ({ target }: FocusEvent) => {
    if (target instanceof Node && !element.contains(target)) leave();
  };
  const leave = () => {
    delete element.dataset.fullWindow;
    delete root.dataset.windowIsTaken;
    document.removeEventListener('keydown', byKey);
    document.removeEventListener('focusin', byFocus);
    leaving.delete(element);
    told(false);
    element.scrollIntoView({ block: 'nearest' });
  };
  element.dataset.fullWindow = '';
  root.dataset.windowIsTaken = '';
  document.addEventListener('keydown', byKey);
  document.addEventListener('focusin', byFocus);
  leaving.set(element, leave);
  told(true);
}
