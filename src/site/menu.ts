/** Closes the small-screen menu when a link in it leads elsewhere on the same page; behind it the page stands still. */
export function runMenu(): void {
  const menu = document.getElementById('course-menu');
  menu?.addEventListener('click', ({ target }) => {
    const onLink = target instanceof Element && target.closest('a') !== null;
    if (onLink && menu.matches(':popover-open')) menu.hidePopover();
  });
  menu?.addEventListener('toggle', () => {
    document.documentElement.toggleAttribute('data-window-is-taken', menu.matches(':popover-open'));
  });
}
