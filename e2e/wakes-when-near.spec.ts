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

  await page.unroute(everyContent);
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(panel.region).toHaveAttribute('data-ready');
  await expect(note).toHaveCount(0);
});
