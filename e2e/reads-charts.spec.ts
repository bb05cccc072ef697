import { representativeLabs } from './course.ts';
import { expect, test } from './fixtures.ts';

for (const { path, lab } of representativeLabs) {
  test(`“${lab.title}”: every chart is read by keyboard, by mouse and as a table`, async ({
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

      await chart.hover();
      await expect(chart.locator('.reading')).toBeVisible();
      await page.mouse.move(0, 0);
      await expect(chart.locator('.reading')).toHaveCount(0);
    }
    const switches = panel.region.getByText('Table');
    await expect(switches).toHaveCount(lab.charts.length);
    for (const each of await switches.all()) await each.click();
    await expect(panel.region.getByRole('table')).toHaveCount(lab.charts.length);
    for (const table of await panel.region.getByRole('table').all()) {
      expect(await table.getByRole('row').count()).toBeGreaterThan(2);
      await expect(table.getByRole('cell').filter({ hasText: /\d/ })).not.toHaveCount(0);
    }
  });
}
