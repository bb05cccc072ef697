import type { Page } from '@playwright/test';
import { chapterWithLab } from './course.ts';
import { expect, test } from './fixtures.ts';

/** How far down the page goes, and the sum of its layout shifts. */
async function measure(page: Page): Promise<{ height: number; shift: number }> {
  return page.evaluate(
    () =>
      new Promise<{ height: number; shift: number }>((resolve) => {
        new PerformanceObserver((list) => {
          const shift = list.getEntries().reduce((sum, entry) => sum + (entry as LayoutShift).value, 0);
          resolve({ height: document.documentElement.scrollHeight, shift });
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => {
          resolve({ height: document.documentElement.scrollHeight, shift: 0 });
        }, 200);
      }),
  );
}

interface LayoutShift extends PerformanceEntry {
  readonly value: number;
}

const { chapter } = chapterWithLab('policies');
const isInTurn = (page: Page) => page.locator('html[data-layout]').count();

test('a page opened at its top is as long in the end as one that is laid out at once', async ({
  course,
  page,
}) => {
  // Fonts that come late are left out of a page, and other letters make it longer: it finds them here already.
  await course.open('start-here/');
  await course.open(chapter.path);
  const inTurn = await measure(page);
  expect(inTurn.shift).toBe(0);

  await page.reload();
  await page.waitForLoadState('networkidle');
  const atOnce = await measure(page);
  expect(inTurn.height).toBe(atOnce.height);
});

test('all is laid out for a reader who goes down the page in the first moment, and nothing moves', async ({
  page,
}) => {
  await page.goto(chapter.path, { waitUntil: 'commit' });
  await page.locator('main [data-lab]').last().waitFor({ state: 'attached' });
  expect(await isInTurn(page)).toBe(1);
  for (let turn = 0; turn < 10; turn++) {
    await page.mouse.wheel(0, 300);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  await expect.poll(() => isInTurn(page)).toBe(0);
  expect((await measure(page)).shift).toBe(0);
});

test('a link into a page leads to its place', async ({ page }) => {
  await page.goto(`${chapter.path}#review`);
  expect(await isInTurn(page)).toBe(0);
  const { y } = (await page.locator('#review').boundingBox())!;
  expect(y).toBeGreaterThanOrEqual(0);
  expect(y).toBeLessThan(200);
});
