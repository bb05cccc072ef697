import { expect, test } from './fixtures.ts';
import { violationsOn } from './pages/violations.ts';

const path = 'how-we-know/';

test.describe('the evidence without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('formulas, plots and every value of every model are there', async ({ course }) => {
    await course.open(path);
    const models = course.page
      .getByRole('region')
      .filter({ has: course.page.getByRole('heading', { level: 3 }) });
    expect(await models.count()).toBeGreaterThan(10);
    expect(await course.page.locator('math').count()).toBeGreaterThan(10);
    for (const model of await models.all()) {
      const table = model.getByRole('table');
      await expect(table).toBeHidden();
      await model.locator('summary').click();
      await expect(table.getByRole('columnheader').last()).toHaveText('Verdict');
      const verdicts = await table.locator('td:last-child').allTextContents();
      expect(verdicts.length).toBeGreaterThan(0);
      for (const verdict of verdicts)
        expect(verdict.trim()).toMatch(/^(inside|misses|near enough|the same|off)$/);
    }
  });
});

test('with all tables open a phone shows them within their boxes, and accessibly', async ({
  course,
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await course.open(path);
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  expect(await course.overflowing()).toEqual([]);
  expect(await violationsOn(page)).toEqual([]);
  const box = page.getByRole('region', { name: /^Cases: One server/ });
  await box.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => box.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
});
