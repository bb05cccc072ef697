import { chapters, pages } from './course.ts';
import { expect, test } from './fixtures.ts';
import { placesOf } from './pages/knobs.ts';
import { violationsOn } from './pages/violations.ts';

const phone = { width: 390, height: 844 };
const tablet = { width: 820, height: 1180 };
const desk = { width: 1440, height: 900 };

for (const { path, heading } of pages) {
  test.describe(`the page /${path}`, () => {
    test('says what it is, and all its instruments come to life @any-path', async ({ course }) => {
      await course.open(path);
      await expect(course.heading(heading)).toBeVisible();
      await course.wakeAll();
      await expect(course.page.locator('astro-island[ssr]')).toHaveCount(0);
    });

    test('is not wider than a phone, a tablet or a desk', async ({ course, page }) => {
      for (const size of [phone, tablet, desk]) {
        await page.setViewportSize(size);
        await course.open(path);
        await course.wakeAll();
        expect(await course.overflowing(), `at ${size.width} px`).toEqual([]);
      }
    });

    test('is accessible at a desk', async ({ course, page }) => {
      await page.setViewportSize(desk);
      await course.open(path);
      await course.wakeAll();
      expect(await violationsOn(page)).toEqual([]);
    });

    test('is accessible on a phone, in the dark', async ({ course, page }) => {
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
      await page.setViewportSize(phone);
      await course.open(path);
      await course.wakeAll();
      expect(await violationsOn(page)).toEqual([]);
    });
  });
}

for (const { path, labs, predictions, exercises, review, title } of chapters) {
  test(`${title}: what stands open in the middle of use is accessible`, async ({ course, page }) => {
    await course.open(path);
    await course.wakeAll();
    const lab = course.lab(labs.at(-1)!);
    await lab.button('Pin').press('Enter');
    await lab.turn(lab.lab.knobs[0]!, placesOf(lab.lab.knobs[0]!)[1]!);
    await lab.button('Share').press('Enter');
    await lab.diagram.getByRole('button', { name: 'Step' }).press('Enter');
    await lab.region.getByText('Table').first().click();
    await lab.plots.first().focus();
    await lab.plots.first().press('ArrowRight');

    for (const prediction of predictions) {
      const panel = course.prediction(prediction);
      if (prediction.kind === 'choice') await panel.option(prediction.options[0]!.label).press('Space');
      await panel.reveal();
    }

    const failing = course.exercise(exercises[0]!);
    await failing.hint.press('Enter');
    expect(await failing.submit()).toBe('failed');
    await course.review(review[0]!).answer(review[0]!.options.find(({ right }) => right !== true)!.label);
    await course.review(review[1]!).answer(review[1]!.options.find(({ right }) => right === true)!.label);

    expect(await violationsOn(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    expect(await violationsOn(page, ['color-contrast'])).toEqual([]);
  });
}
