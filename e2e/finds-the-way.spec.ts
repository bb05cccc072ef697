import { chapterAt, chapters } from './course.ts';
import { expect, test } from './fixtures.ts';

const balancing = chapters.find(({ path }) => path === 'load-balancing/')!;

test('from the home page through all chapters by the links in the text @under-a-path', async ({
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
  await expect(course.heading(balancing.heading)).toBeVisible();
  await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Course' }).click();
  await expect(page.getByRole('heading', { name: 'The course' })).toBeInViewport();
});

test('the course list leads to every chapter and to the sections of this one', async ({ course, page }) => {
  await course.open(chapterAt('single-server/').path);
  await course.menuEntry('Load balancing').click();
  await expect(course.heading(balancing.heading)).toBeVisible();
  await expect(course.menuEntry('Load balancing')).toHaveAttribute('aria-current', 'page');
  await page.getByRole('list', { name: 'On this page' }).getByRole('link', { name: 'Review' }).click();
  await expect(page.getByRole('heading', { name: 'Review', exact: true })).toBeInViewport();
});

test.describe('an address that leads nowhere', () => {
  test.use({ provoked: /404/ });

  test('shows where to go instead @under-a-path', async ({ course, page }) => {
    for (const address of ['no/such/page/', 'single-server/none/', 'none.html']) {
      const response = await page.goto(address);
      expect(response?.status()).toBe(404);
      await expect(course.heading('There is no such page')).toBeVisible();
      await page.getByRole('link', { name: 'start here', exact: true }).click();
      await expect(course.heading('Start here')).toBeVisible();
    }
  });
});

test('the theme follows the system until the reader chooses, and is kept @under-a-path', async ({
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

  // Forced colors are those of the system's theme, and so are the hues that are left.
  await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' });
  await expect(html).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(html).toHaveAttribute('data-theme', 'dark');
  await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'none' });
  await expect(html).toHaveAttribute('data-theme', 'light');
});

test('search opens by keyboard, finds, and leads there @under-a-path', async ({ course, page }) => {
  await course.open('');
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: 'Search the course' });
  await expect(dialog).toBeVisible();
  await page.keyboard.type('health checks');
  await expect(dialog.getByRole('status')).toHaveText(/\d+ found/);
  await page.keyboard.press('ArrowDown');
  const first = dialog.getByRole('link').first();
  await expect(first).toBeFocused();
  const { pathname } = await first.evaluate((link: HTMLAnchorElement) => new URL(link.href));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL((url) => url.pathname === pathname);
  await expect(page.getByRole('main')).toContainText(/health/i);
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
  await course.open(chapterAt('single-server/').path);
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
  await expect(course.heading(balancing.heading)).toBeVisible();
});
