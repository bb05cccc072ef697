import type { Page } from '@playwright/test';
import { chapters, pages } from './course.ts';
import { expect, test } from './fixtures.ts';

test('from the home page through all chapters by the links in the text @any-path', async ({
  course,
  page,
}) => {
  await course.open('');
  await page.getByRole('link', { name: /^Start with chapter/ }).click();
  for (const [index, { heading }] of chapters.entries()) {
    await expect(course.heading(heading)).toBeVisible();
    if (index < chapters.length - 1) await page.getByRole('link', { name: /^Next/ }).click();
  }
  await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Start here' }).click();
  await expect(course.heading('Start here')).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Load balancing' }).click();
  await expect(course.heading(chapters[1]!.heading)).toBeVisible();
  await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Course' }).click();
  await expect(page.getByRole('heading', { name: 'The course' })).toBeInViewport();
});

test('the course list leads to every chapter and to the sections of this one', async ({ course, page }) => {
  await course.open(chapters[0]!.path);
  await course.menuEntry('Load balancing').click();
  await expect(course.heading(chapters[1]!.heading)).toBeVisible();
  await expect(course.menuEntry('Load balancing')).toHaveAttribute('aria-current', 'page');
  await page.getByRole('list', { name: 'On this page' }).getByRole('link', { name: 'Review' }).click();
  await expect(page.getByRole('heading', { name: 'Review', exact: true })).toBeInViewport();
});

test.describe('an address that leads nowhere', () => {
  test.use({ provoked: /404/ });

  for (const address of ['no/such/page/', 'single-server/none/', 'none.html']) {
    test(`${address} shows where to go instead @any-path`, async ({ course, page }) => {
      const response = await page.goto(address);
      expect(response?.status()).toBe(404);
      await expect(course.heading('There is no such page')).toBeVisible();
      await page.getByRole('link', { name: 'start here', exact: true }).click();
      await expect(course.heading('Start here')).toBeVisible();
    });
  }
});

test('the theme follows the system until the reader chooses, and is kept @any-path', async ({
  course,
  page,
}) => {
  const html = page.locator('html');
  const toggle = page.getByRole('button', { name: 'Dark theme' });
  await page.emulateMedia({ colorScheme: 'dark' });
  await course.open('');
  await expect(html).toHaveAttribute('data-theme', 'dark');
  await expect(toggle).toHaveAttribute('aria-pressed', 'true');
  const dark = await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(html).toHaveAttribute('data-theme', 'light');
  expect(await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)).not.toBe(
    dark,
  );

  await toggle.press('Enter');
  await expect(html).toHaveAttribute('data-theme', 'dark');
  await course.open('load-balancing/');
  await expect(html).toHaveAttribute('data-theme', 'dark');
  await toggle.press('Space');
  await expect(html).toHaveAttribute('data-theme', 'light');
  await page.reload();
  await expect(html).toHaveAttribute('data-theme', 'light');
});

test('search opens by keyboard, finds, and leads there @any-path', async ({ course, page }) => {
  await course.open('');
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: 'Search the course' });
  await expect(dialog).toBeVisible();
  await page.keyboard.type('health checks');
  await expect(dialog.getByRole('status')).toHaveText(/\d+ found/);
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('link').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(course.heading(chapters[1]!.heading)).toBeVisible();
});

test('search says when it finds nothing, and closes', async ({ course, page }) => {
  await course.open('start-here/');
  const button = page.getByRole('button', { name: 'Search' });
  await button.click();
  const dialog = page.getByRole('dialog', { name: 'Search the course' });
  // In letters that no page has: of an unknown word the search takes the beginning.
  await dialog.getByRole('searchbox').fill('жужжа');
  await expect(dialog.getByRole('status')).toHaveText('Nothing found for “жужжа”.');
  await dialog.getByRole('searchbox').fill('<img src=x onerror=alert(1)>');
  await expect(dialog.locator('img')).toHaveCount(0);
  await page.keyboard.press('Escape');
  if (await dialog.isVisible()) await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(button).toBeFocused();
});

test('on a phone the menu opens, leads on and closes', async ({ course, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await course.open(chapters[0]!.path);
  const menu = page.getByRole('navigation', { name: 'Course' });
  const button = page.getByRole('button', { name: 'Menu' });
  await expect(menu).toBeHidden();
  await button.press('Enter');
  await expect(menu).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await button.click();
  await menu.getByRole('link', { name: 'Review', exact: true }).click();
  await expect(menu).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Review', exact: true })).toBeInViewport();
  await button.click();
  await menu.getByRole('link', { name: 'Load balancing' }).click();
  await expect(course.heading(chapters[1]!.heading)).toBeVisible();
});

for (const { path, heading } of pages) {
  test(`the first key on /${path} skips to the content`, async ({ course, page }) => {
    await course.open(path);
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Skip to content' });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(course.heading(heading)).toBeFocused();
  });

  test(`by Tab alone one gets through /${path} to its end, and sees where one is`, async ({
    course,
    page,
  }) => {
    await course.open(path);
    await course.wakeAll();
    await page.evaluate(() => {
      window.scrollTo(0, 0);
    });
    const stops: string[] = [];
    const unseen: string[] = [];
    for (let presses = 0; presses < 700; presses++) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(focusedElement);
      if (stop === null || stop.isAgain) break;
      stops.push(stop.what);
      if (!stop.isOutlined && !(await focusShows(page))) unseen.push(stop.what);
    }
    expect(unseen, 'stops that do not show the focus').toEqual([]);
    expect(stops.at(-1)).toBe(await page.evaluate(lastStop));
  });
}

/** Runs in the page: what has the focus, and whether it or its label has an outline. */
function focusedElement() {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement || element instanceof SVGElement) || element === document.body)
    return null;
  const isAgain = 'stopped' in element.dataset;
  element.dataset.stopped = '';
  const isOutlined = [element, element.parentElement, element.nextElementSibling].some((each) => {
    if (!each) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(each);
    return outlineStyle !== 'none' && outlineWidth !== '0px';
  });
  const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
  const what = `${element.tagName.toLowerCase()} ${element.id} ${name.trim().slice(0, 60)}`;
  return { what, isAgain, isOutlined };
}

/** Whether the picture of what has the focus changes when it loses it. */
async function focusShows(page: Page): Promise<boolean> {
  const box = await page.evaluate(() => {
    const { x, y, width, height } = document.activeElement!.getBoundingClientRect();
    return { x: Math.max(0, x - 8), y: Math.max(0, y - 8), width: width + 16, height: height + 16 };
  });
  const focused = await page.screenshot({ clip: box, animations: 'disabled' });
  const element = await page.evaluateHandle(() => document.activeElement as HTMLElement);
  await element.evaluate((each) => {
    each.blur();
  });
  const left = await page.screenshot({ clip: box, animations: 'disabled' });
  await element.evaluate((each) => {
    each.focus();
  });
  return !focused.equals(left);
}

/** Runs in the page: the last thing that the keyboard must reach. */
function lastStop(): string {
  const stops = [
    ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary, [tabindex="0"]'),
  ].filter((each) => each.checkVisibility({ visibilityProperty: true }) && each.tabIndex >= 0);
  const last = stops.at(-1);
  const name = last?.getAttribute('aria-label') ?? last?.textContent ?? '';
  return `${last?.tagName.toLowerCase() ?? ''} ${last?.id ?? ''} ${name.trim().slice(0, 60)}`;
}
