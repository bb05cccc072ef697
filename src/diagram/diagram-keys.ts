/** What a key means while the picture, or a button of it, has the focus. */
export type KeyDeed = 'toggle' | 'step' | 'step-back' | 'next-mark' | 'previous-mark' | 'leave';

/** What of a key press matters. */
export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  /** Of the other three at least one is down: the press is for the browser. */
  readonly modified: boolean;
  /** Tag of the element that has the focus, in capitals. */
  readonly tag: string;
}

/** Elements that have their own use for a key. */
const takesArrows = ['INPUT', 'SELECT', 'TEXTAREA'];
const takesSpace = [...takesArrows, 'BUTTON', 'A', 'SUMMARY'];

/** The deed that a key asks for; null where it has another meaning. */
export function deedOf({ key, shiftKey, modified, tag }: KeyPress): KeyDeed | null {
  if (modified) return null;
  if (key === 'Escape') return 'leave';
  if (key === ' ') return takesSpace.includes(tag) || shiftKey ? null : 'toggle';
  if (takesArrows.includes(tag) && !(shiftKey && tag === 'INPUT')) return null;
  if (key === 'ArrowRight') return shiftKey ? 'next-mark' : 'step';
  if (key === 'ArrowLeft') return shiftKey ? 'previous-mark' : 'step-back';
  return null;
}

/** The deed that a key pressed in the picture asks for. */
export function deedOfEvent(event: KeyboardEvent): KeyDeed | null {
  const { key, shiftKey, altKey, ctrlKey, metaKey, target } = event;
  return deedOf({ key, shiftKey, modified: altKey || ctrlKey || metaKey, tag: (target as Element).tagName });
}
