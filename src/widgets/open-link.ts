/*
 * A link to a lab is no anchor that a browser knows, and the lab sleeps until it is
 * in sight: bring it into sight. A lab that is not here leads to the first one, which
 * then says what is wrong.
 */
function bringIntoSight(): void {
  const id = /^#lab=([^&]*)/.exec(window.location.hash)?.[1];
  if (id === undefined) return;
  const labs = [...document.querySelectorAll<HTMLElement>('[data-lab]')];
  const lab = labs.find((element) => element.dataset.lab === id) ?? labs[0];
  lab?.scrollIntoView({ block: 'start' });
}

bringIntoSight();
window.addEventListener('hashchange', bringIntoSight);
