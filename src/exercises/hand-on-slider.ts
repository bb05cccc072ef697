/** Keys that move a slider, or that say 'here'. */
const keys = [
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'PageUp',
  'PageDown',
  'Home',
  'End',
  'Enter',
  ' ',
];

/**
 * Tells when a hand was laid on a slider in an element, by pointer or by keyboard. One that leaves the slider
 * where it was makes no `input` event, and yet chose. A finger that scrolls on over it did not.
 */
export function whenHandIsOnSlider(told: () => void): (element: HTMLElement) => () => void {
  return (element) => {
    const byPointer = ({ target }: Event) => {
      if (isSlider(target)) told();
    };
    const byKey = ({ target, key }: KeyboardEvent) => {
      if (keys.includes(key) && isSlider(target)) told();
    };
    element.addEventListener('pointerup', byPointer);
    element.addEventListener('keydown', byKey);
    return () => {
      element.removeEventListener('pointerup', byPointer);
      element.removeEventListener('keydown', byKey);
    };
  };
}

function isSlider(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input[type="range"], [role="slider"]');
}
