import type { Locator, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { representativeLabs } from './course.ts';
import { expect, test } from './fixtures.ts';
import type { LabPanel } from './pages/lab-panel.ts';

for (const [position, { path, lab }] of representativeLabs.entries()) {
  test(`“${lab.title}”: every chart is read by keyboard, by mouse and as a table, and saved`, async ({
    course,
    page,
  }) => {
    await course.open(path);
    const panel = course.lab(lab);
    await panel.wake();
    await expect(panel.charts).toHaveCount(lab.charts.length);
    for (const [index, chart] of (await panel.plots.all()).entries()) {
      const spoken = chart.locator('[aria-live]');
      await chart.focus();
      await chart.press('Home');
      await expect(spoken, `${lab.title}, chart ${index + 1}`).toHaveText(/\d/);
      const first = await spoken.textContent();
      await chart.press('End');
      await expect(spoken).not.toHaveText(first ?? '');
      await chart.press('Escape');

      await expectTitleAbove(chart, page);
    }
    const switches = panel.region.getByText('Table');
    await expect(switches).toHaveCount(lab.charts.length);
    for (const each of await switches.all()) {
      await expect(each).toHaveAccessibleName(/^Table: \S/);
      await each.click();
    }
    await expect(panel.region.getByRole('table')).toHaveCount(lab.charts.length);
    for (const table of await panel.region.getByRole('table').all()) {
      expect(await table.getByRole('row').count()).toBeGreaterThan(2);
      await expect(table.getByRole('cell').filter({ hasText: /\d/ })).not.toHaveCount(0);
    }
    const openers = panel.region.getByRole('button', { name: /^Save: / });
    for (const [index, opener] of (await openers.all()).entries()) {
      const isFirstOfItsKind = lab.charts.findIndex(({ kind }) => kind === lab.charts[index]!.kind) === index;
      if (isFirstOfItsKind) await expectSaved(page, panel, opener, position === 0);
    }
  });
}

/** The first lab of the course with a chart over time. */
const timed = representativeLabs.flatMap(({ path, lab }) =>
  lab.charts
    .filter(({ kind }) => kind === 'time-series')
    .slice(0, 1)
    .map(({ title = '' }) => ({ path, lab, title })),
)[0];

test('a part of the time is marked by keyboard or by dragging, shown alone, and let go again', async ({
  course,
  page,
}) => {
  if (!timed) throw new Error('the course has no chart over time');
  await course.open(timed.path);
  const panel = course.lab(timed.lab);
  await panel.wake();
  const chart = panel.charts.filter({ hasText: timed.title });
  const plot = chart.getByRole('application');
  const whole = await plot.getAttribute('aria-label');
  const reset = chart.getByRole('button', { name: 'show all of the time' });

  await plot.focus();
  await plot.press('Home');
  for (let i = 0; i < 10; i++) await plot.press('Shift+ArrowRight');
  await expect(plot.locator('[aria-live]')).toContainText('Enter shows it alone');
  await plot.press('Enter');
  await expect(plot).not.toHaveAttribute('aria-label', whole ?? '');
  await reset.click();
  await expect(plot).toHaveAttribute('aria-label', whole ?? '');

  const box = (await plot.boundingBox())!;
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.4, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.6, y, { steps: 5 });
  await page.mouse.up();
  await expect(reset).toBeVisible();
  await plot.focus();
  await plot.press('Escape');
  await plot.press('Escape');
  await expect(plot).toHaveAttribute('aria-label', whole ?? '');
});

/** What is read by mouse stands beside the title, which stays. */
async function expectTitleAbove(chart: Locator, page: Page): Promise<void> {
  const figure = chart.locator('xpath=ancestor::figure[1]');
  const caption = figure.locator('figcaption');
  const title = await caption.locator('strong').innerText();
  const height = (await figure.boundingBox())!.height;
  // The middle of a chart may lie between two rows of small ones.
  await chart.locator('.plot').or(chart).last().hover();
  await expect(caption.locator('.reading')).toContainText(title);
  await expect(caption.locator('.reading')).toHaveText(/\d/);
  expect((await figure.boundingBox())!.height).toBe(height);
  await page.mouse.move(0, 0);
  await expect(caption.locator('.reading')).toHaveCount(0);
}

/** All ways to keep what a chart shows; each in a file named by lab and chart. */
async function expectSaved(
  page: Page,
  panel: LabPanel,
  opener: Locator,
  withPicture: boolean,
): Promise<void> {
  for (const [name, ending, start] of [
    ['Numbers (CSV)', 'csv', /^.*,.+\r\n/],
    ['Picture (SVG)', 'svg', /^<svg [^]+<(path|rect|circle) /],
    // Made of the other picture, whatever that shows.
    ...(withPicture ? [['Picture (PNG)', 'png', /^.PNG/] as const] : []),
  ] as const) {
    await opener.click();
    const coming = page.waitForEvent('download');
    await panel.region.getByRole('button', { name }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toMatch(new RegExp(`^${panel.lab.id}-[\\w-]+\\.${ending}$`));
    const text = await readFile(await download.path(), 'latin1');
    expect(text).toMatch(start);
    expect(text.includes('var(--')).toBe(false);
  }
}
