/**
 * A link to a lab is no anchor that a browser knows, and the lab sleeps until it is
 * in sight: brings it into sight, now and at every other such link. A lab that is not here leads to the first one, which
 * then says what is wrong.
 */
export function followLabLinks(): void {
  bringIntoSight();
  window.addEventListener('hashchange', bringIntoSight);
}

function bringIntoSight(): void {
  const id = /^#lab=([^&]*)/.exec(window.location.hash)?.[1];
  if (id === undefined) return;
  const labs = [...document.querySelectorAll<HTMLElement>('[data-lab]')];
  const lab = labs.find((element) => element.dataset.lab === id) ?? labs[0];
  lab?.scrollIntoView({ block: 'start' });
}
