import { expect, type Page } from '@playwright/test';

/** More stops than any page has. */
const stopsAtMost = 1200;
const pressesAtOnce = 25;

interface Stop {
  readonly what: string;
  readonly isOutlined: boolean;
}

interface Walk {
  readonly stops: Stop[];
  isOver: boolean;
  /** The last thing that the keyboard must reach. */
  last: string;
}

/**
 * Walks through the page by Tab, from where the focus is, until it leaves the page or comes round.
 * Says which stops do not show that they have the focus; fails when the walk ends before the page does.
 */
export async function unseenStops(page: Page): Promise<string[]> {
  await page.evaluate(watchFocus);
  const walk = () => page.evaluate(() => (window as unknown as { walk: Walk }).walk);
  let seen = await walk();
  for (let presses = 0; presses < stopsAtMost && !seen.isOver; presses += pressesAtOnce) {
    await Promise.all(Array.from({ length: pressesAtOnce }, () => page.keyboard.press('Tab')));
    seen = await walk();
  }
  expect(seen.stops.at(-1)?.what, 'where the walk ends').toBe(seen.last);
  const unseen = seen.stops.flatMap(({ isOutlined }, index) => (isOutlined ? [] : [index]));
  const reallyUnseen: string[] = [];
  for (const index of unseen)
    if (!(await focusShows(page, index))) reallyUnseen.push(seen.stops[index]!.what);
  return reallyUnseen;
}

/** Runs in the page: notes what has had the focus, and whether it or its label had an outline. */
function watchFocus(): void {
  const words = (element: Element | undefined) => {
    const name = element?.getAttribute('aria-label') ?? element?.textContent ?? '';
    return `${element?.tagName.toLowerCase() ?? ''} ${element?.id ?? ''} ${name.trim().slice(0, 60)}`;
  };
  const visited: Element[] = [];
  const walk: Walk = { stops: [], isOver: false, last: '' };
  Object.assign(window, { walk, visited });
  const candidates = [
    ...document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [tabindex="0"]',
    ),
  ].filter((each) => each.checkVisibility({ visibilityProperty: true }) && each.tabIndex >= 0);
  walk.last = words(candidates.at(-1));
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof Element) || walk.isOver) return;
    if (visited.includes(target)) {
      walk.isOver = true;
      return;
    }
    visited.push(target);
    const isOutlined = [target, target.parentElement, target.nextElementSibling].some((each) => {
      if (!each) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(each);
      return outlineStyle !== 'none' && outlineWidth !== '0px';
    });
    walk.stops.push({ what: words(target), isOutlined });
  });
}

/** Whether the picture of a stop changes when it loses the focus. */
async function focusShows(page: Page, index: number): Promise<boolean> {
  const handle = await page.evaluateHandle((at) => {
    const element = (window as unknown as { visited: HTMLElement[] }).visited[at]!;
    element.focus();
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    return element;
  }, index);
  const box = await handle.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: Math.max(0, x - 8), y: Math.max(0, y - 8), width: width + 16, height: height + 16 };
  });
  const focused = await page.screenshot({ clip: box, animations: 'disabled' });
  await handle.evaluate((element) => {
    element.blur();
  });
  return !focused.equals(await page.screenshot({ clip: box, animations: 'disabled' }));
}
