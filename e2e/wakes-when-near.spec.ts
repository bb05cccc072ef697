import { chapterWithLab } from './course.ts';
import { expect, test } from './fixtures.ts';

test.use({ provoked: /Failed to load resource|net::ERR_FAILED|props\./ });

test('an instrument whose content cannot be fetched says so, and comes to life with the connection', async ({
  course,
  page,
}) => {
  const { chapter, lab } = chapterWithLab('policies');
  const everyContent = /\/_astro\/props\.\w+\.json$/;
  await page.route(everyContent, (route) => route.abort());
  await course.open(chapter.path);
  const panel = course.lab(lab);
  await panel.region.scrollIntoViewIfNeeded();
  const note = page.getByRole('status').filter({ hasText: 'could not be fetched' });
  await expect(note.first()).toBeVisible();
  await expect(panel.region).not.toHaveAttribute('data-ready');
  await expect(panel.sentence).toBeVisible();
  const tables = panel.region.getByText('Table');
  await tables.first().click();
  await expect(panel.region.getByRole('table')).toHaveCount(1);

  await page.unroute(everyContent);
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(panel.region).toHaveAttribute('data-ready');
  await expect(note).toHaveCount(0);
  // What was unfolded stays so.
  await expect(panel.region.getByRole('table')).toHaveCount(1);
});

test('below the window an instrument sleeps until the reader moves', async ({ course, page }) => {
  const { chapter, lab } = chapterWithLab('policies');
  const { width } = page.viewportSize()!;
  await course.open(chapter.path);
  const panel = course.lab(lab);
  const { y } = (await panel.region.boundingBox())!;
  await page.setViewportSize({ width, height: Math.floor(y) - 100 });
  await page.reload();
  await page.waitForLoadState('networkidle');
  await expect(panel.region).not.toHaveAttribute('data-ready');
  await page.mouse.move(100, 100);
  await expect(panel.region).toHaveAttribute('data-ready');
});
