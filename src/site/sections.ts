import { keepPlace } from './place.ts';

/**
 * Shows in the sidebar which section of the chapter is being read, and keeps the
 * chapter itself in sight when the list is longer than the screen. Remembers where that is.
 */
export function followSections(): void {
  const menu = document.querySelector<HTMLElement>('#course-menu');
  const current = menu?.querySelector<HTMLElement>('[aria-current="page"]');
  if (menu && current && current.offsetTop > menu.clientHeight * 0.6) {
    menu.scrollTop = current.offsetTop - menu.clientHeight * 0.3;
  }

  const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-sections] a')];
  const sections = links.flatMap((link) => {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return heading ? [{ link, heading }] : [];
  });
  if (sections.length === 0) return;

  const show = (): void => {
    const readingLine = innerHeight * 0.3;
    const passed = sections.filter(({ heading }) => heading.getBoundingClientRect().top <= readingLine);
    const reading = passed.at(-1)?.link;
    for (const { link } of sections) {
      if (link === reading) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    remember(reading);
  };
  let remembered: HTMLAnchorElement | null | undefined = null;
  const { chapter, title } = document.querySelector<HTMLElement>('[data-sections]')?.dataset ?? {};
  const remember = (reading: HTMLAnchorElement | undefined): void => {
    // A glance at the top of a page is no reading.
    if (reading === remembered || (reading === undefined && remembered === null)) return;
    remembered = reading;
    if (chapter === undefined || title === undefined) return;
    const anchor = decodeURIComponent(reading?.hash.slice(1) ?? '');
    keepPlace({ chapter, title, anchor, section: reading?.textContent.trim() ?? '' });
  };

  let scheduled = false;
  const schedule = (): void => {
    if (scheduled) return;
    scheduled = true;
    requestAnimationFrame(() => {
      scheduled = false;
      show();
    });
  };
  addEventListener('scroll', schedule, { passive: true });
  addEventListener('resize', schedule, { passive: true });
  schedule();
}
