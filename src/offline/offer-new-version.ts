let isTaken = false;

/**
 * Says that a new version of the course is here and leaves it to the reader when to take it: nobody loses what
 * they are in the middle of. `takeOver` lets it in; null where it is in already, taken in another tab.
 */
export function offerNewVersion(takeOver: (() => void) | null): void {
  // It was taken in this tab, and now it is in.
  if (isTaken) {
    window.location.reload();
    return;
  }
  const note = document.querySelector<HTMLElement>('[data-new-version]');
  if (!note) return;
  const words = document.createElement('p');
  words.textContent = takeOver
    ? 'A new version of the course is ready.'
    : 'A new version of the course came in another tab.';
  const take = button('Reload to get it', () => {
    isTaken = true;
    if (takeOver) takeOver();
    else window.location.reload();
  });
  const later = button('Later', () => note.replaceChildren());
  note.replaceChildren(words, take, later);
}

function button(label: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'button';
  made.textContent = label;
  made.addEventListener('click', press);
  return made;
}
