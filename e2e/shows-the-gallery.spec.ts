import { exercise } from '../content/docs/gallery/questions.ts';
import { baselineBrowser, isComparable, nameOf } from './pages/baseline.ts';
import { expect, test } from './fixtures.ts';

/**
 * Pictures of the gallery's instruments against those in `e2e/pictures`. To take them anew, after a look at
 * what has changed: `npm run pictures`. They hold for the browser that took them; another one draws letters
 * otherwise, and then the comparison is skipped, loudly.
 */
const sizes = [
  { width: 390, height: 844, themes: ['light', 'dark'] },
  { width: 1280, height: 900, themes: ['light'] },
] as const;
const instruments = [
  '[data-lab="gallery-calm"]',
  '[data-lab="gallery-overloaded"]',
  '[data-lab="gallery-crashed"]',
  '[data-lab="gallery-balanced"]',
  '[data-lab="gallery-lined"]',
  '[data-lab="gallery-handed-on"]',
  '[data-prediction="gallery/choice"]',
  '[data-prediction="gallery/number"]',
  '[data-prediction="gallery/curve"]',
  '[data-exercise="gallery/exercise"]',
] as const;

for (const { width, height, themes } of sizes) {
  test(`instruments look at ${width} px as they did`, async ({ course, page, browser, launchOptions }) => {
    test.setTimeout(120_000);
    const name = nameOf(browser, launchOptions.executablePath);
    if (!isComparable(name)) {
      process.stdout.write(
        `! PICTURES ARE NOT COMPARED: they are of ${baselineBrowser()}, this is ${name}; npm run pictures\n`,
      );
      test.skip();
    }
    await page.setViewportSize({ width, height });
    // A font that comes late is left out of a page, but not of its picture.
    await page.route('**/gallery/', async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replaceAll('font-display:optional', 'font-display:block');
      await route.fulfill({ response, body });
    });
    await course.open('gallery/');
    await page.evaluate(() => document.fonts.ready);
    // Neither what stays at the top of the window nor its scrollbar is part of an instrument.
    await page.addStyleTag({
      content: 'header { position: static !important } html { scrollbar-width: none }',
    });
    await course.wakeAll();
    await test.step('as they stand at first', async () => {
      for (const theme of themes) {
        await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
        for (const instrument of instruments) {
          const name = `${instrument
            .replaceAll(/[^a-z]+/g, ' ')
            .trim()
            .replaceAll(' ', '-')}-${theme}-${width}.png`;
          await expect.soft(page.locator(instrument).first()).toHaveScreenshot(name);
        }
      }
    });
    await test.step('in the middle of use', async () => {
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      const panel = course.exercise(exercise);
      expect(await panel.submit()).toBe('failed');
      await expect.soft(panel.region).toHaveScreenshot(`exercise-failed-${width}.png`);
      await panel.answer({ cores: 2 });
      expect(await panel.submit()).toBe('passed');
      await expect.soft(panel.region).toHaveScreenshot(`exercise-solved-${width}.png`);
      await page.evaluate(() => {
        window.location.hash = 'lab=gallery-overloaded&v=1&rate=9000';
      });
      const lab = page.locator('[data-lab="gallery-overloaded"]');
      await expect(lab.locator('.notice')).toBeVisible();
      await expect.soft(lab).toHaveScreenshot(`link-refused-${width}.png`);
    });
  });
}
