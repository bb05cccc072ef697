import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { openBuiltSite } from '../commands/built-site/built-site.ts';
import { serve } from '../commands/built-site/server.ts';
import { writeServiceWorker } from '../src/offline/offline.ts';
import { chapters, chapterWithLab } from './course.ts';
import { expect, test } from './fixtures.ts';

test.use({ keepsCourse: true });

test('after the first visit everything works without a network @under-a-path', async ({
  course,
  page,
  context,
}) => {
  await course.open(chapters[0]!.path);
  await isKept(page);
  await context.setOffline(true);
  await page.reload();
  await expect(course.heading(chapters[0]!.heading)).toBeVisible();

  const { chapter, lab } = chapterWithLab('policies');
  await page.getByRole('link', { name: chapter.title }).first().click();
  await expect(course.heading(chapter.heading)).toBeVisible();
  const panel = course.lab(lab);
  await panel.wake();
  const before = await panel.sentence.innerText();
  await panel.turn(panel.knob('servers'), 8);
  await expect(panel.sentence).not.toHaveText(before);
  await panel.button('Code').press('Enter');
  await expect(panel.region.locator('pre span[style]').first()).toBeVisible();

  await page.getByRole('button', { name: 'Search' }).press('Enter');
  await page.getByRole('searchbox').fill('half-idle');
  await expect(page.locator('[data-search-results] a').first()).toBeVisible();
});

test('nothing is kept while a page stands in a frame of another site', async ({ course, page }) => {
  await course.open('embed/crash/');
  await course.lab(chapterWithLab('crash').lab).wake();
  expect(await page.evaluate(() => navigator.serviceWorker.getRegistrations())).toEqual([]);
  await expect(page.locator('link[rel=manifest]')).toHaveCount(0);
});

test('a new version waits until the reader takes it, and comes whole', async ({ browser }, testInfo) => {
  const directory = testInfo.outputPath('site');
  cpSync('dist', directory, { recursive: true });
  const server = await serve(openBuiltSite(directory, '/'), 0);
  const context = await browser.newContext({
    baseURL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
  });
  try {
    const page = await context.newPage();
    await page.goto('start-here/');
    await isKept(page);
    const otherTab = await context.newPage();
    await otherTab.goto('start-here/');

    const file = join(directory, 'start-here/index.html');
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('Start here', 'Begin here'));
    await writeServiceWorker(directory);
    await page.reload();
    await expect(page.getByText('A new version of the course is ready.')).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Start here');

    await page.getByRole('button', { name: 'Reload to get it' }).press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Begin here');
    // The other tab is left as it is, and told.
    await expect(otherTab.getByText('A new version of the course came in another tab.')).toBeVisible();
    await expect(otherTab.getByRole('heading', { level: 1 })).toHaveText('Start here');
    await otherTab.getByRole('button', { name: 'Reload to get it' }).press('Enter');
    await expect(otherTab.getByRole('heading', { level: 1 })).toHaveText('Begin here');
  } finally {
    await context.close();
    server.close();
  }
});

/** The first visit is over: the browser holds the whole course. */
async function isKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) => {
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
      if (navigator.serviceWorker.controller) resolve(null);
    });
  });
}
