import { chapterAt, chapterWithLab, pagesWithLabs } from './course.ts';
import { expect, test } from './fixtures.ts';
import { violationsOn } from './pages/violations.ts';

/** All pages of labs are made by one template; the largest lab stands for all of them, and the first of the course. */
const shown = [pagesWithLabs[0]!.labs[0]!, chapterAt('single-server/').labs[0]!];

for (const lab of shown) {
  test(`“${lab.title}” (${lab.id}) has a page of its own, the same as in its lesson`, async ({
    course,
    page,
  }) => {
    await course.open(`embed/${lab.id}/?theme=dark`);
    const panel = course.lab(lab);
    await panel.wake();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
    await expect(course.heading(lab.title)).toBeAttached();
    expect(await course.overflowing()).toEqual([]);
    const alone = await panel.picture();
    await page.getByRole('link', { name: 'From the course Headroom' }).press('Enter');
    await panel.wake();
    expect(await panel.picture()).toEqual(alone);
  });
}

test('the markup for another site shows the instrument as it stands @under-a-path', async ({
  course,
  page,
  anotherReader,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  const { chapter, lab } = chapterWithLab('hockey-stick');
  await course.open(chapter.path);
  const panel = course.lab(lab);
  await panel.wake();
  await panel.turn(panel.knob('rate'), 90);
  await panel.button('Share').press('Enter');
  await panel.button('Embed').press('Enter');
  const field = panel.region.getByRole('textbox', { name: 'Markup that shows this instrument' });
  const markup = await field.inputValue();

  const other = await anotherReader();
  await other.open('embed/crash/');
  // A page without an icon is asked for one.
  await other.page.setContent(`<link rel="icon" href="data:,"><h1>Another site</h1>${markup}`);
  const frame = other.page.frameLocator('iframe').locator('[data-lab]');
  await expect(frame).toHaveAttribute('data-ready');
  await expect(frame).toHaveAttribute('data-status', 'ready');
  await expect(frame.locator('.sentence')).toHaveText(await panel.sentence.innerText());

  // In a narrow column it is much taller, and taller still with a table open: no scrolling inside.
  await other.page.setViewportSize({ width: 360, height: 800 });
  const inside = other.page.frames().find((each) => each.url().includes('/embed/'))!;
  const hidden = (): Promise<number> =>
    inside.evaluate(() => document.documentElement.scrollHeight - document.documentElement.clientHeight);
  await expect.poll(hidden).toBe(0);
  await frame.getByText('Table').first().click();
  await expect.poll(hidden).toBe(0);
});

test('a page of its own is clean and theme follows the reader where nobody asks for one', async ({
  course,
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await course.open('embed/crash/');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await course.open('embed/crash/?theme=light');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await course.lab(chapterWithLab('crash').lab).wake();
  expect(await violationsOn(page)).toEqual([]);
});

test('exercises, comparisons and the replay of a log have pages and full screen, too', async ({
  course,
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  for (const place of ['replay', 'compare/look-or-buy', 'exercise/single-server/enough-cores']) {
    await course.open(`embed/${place}/`);
    const instrument = page.locator('.instrument');
    await expect(instrument).toHaveAttribute('data-ready');
    await instrument.getByRole('button', { name: 'Embed' }).press('Enter');
    const markup = instrument.getByRole('textbox', { name: 'Markup that shows this instrument' });
    expect(await markup.inputValue()).toContain(new URL(page.url()).href);
    const button = instrument.getByRole('button', { name: 'Full screen' });
    await button.press('Enter');
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    await button.press('Enter');
    await expect(button).toHaveAttribute('aria-pressed', 'false');
  }
  expect(await course.overflowing()).toEqual([]);
  expect(await violationsOn(page)).toEqual([]);
});

test('a prediction is made alone, fills the screen, and leads to its explanation @under-a-path', async ({
  course,
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await page.setViewportSize({ width: 1440, height: 1200 });
  const { title, predictions } = chapterAt('single-server/');
  const prediction = predictions.find(({ kind }) => kind === 'curve')!;
  await course.open(`embed/predict/${prediction.id}/`);
  const panel = course.prediction(prediction);
  await panel.wake();
  await panel.region.getByRole('button', { name: 'Embed' }).press('Enter');
  const markup = panel.region.getByRole('textbox', { name: 'Markup that shows this instrument' });
  expect(await markup.inputValue()).toContain(new URL(page.url()).href);

  const fullScreen = panel.region.getByRole('button', { name: 'Full screen' });
  await fullScreen.press('Enter');
  await expect(fullScreen).toHaveAttribute('aria-pressed', 'true');
  // What is drawn follows the pointer there, too, where everything is larger.
  const last = panel.sliders.last();
  const { x, y, width, height } = (await last.boundingBox())!;
  await page.mouse.click(x + width / 2, y + height / 2 - 60);
  expect(Math.abs((await last.boundingBox())!.y - (y - 60))).toBeLessThan(10);
  // What is revealed grows downwards: the curve stays where everybody looks.
  const drawn = (await last.boundingBox())!;
  await panel.reveal();
  const kept = (await last.boundingBox())!;
  expect(Math.abs(kept.y + kept.height / 2 - drawn.y - drawn.height / 2)).toBeLessThan(2);
  await fullScreen.press('Enter');
  await expect(fullScreen).toHaveAttribute('aria-pressed', 'false');
  expect(await course.overflowing()).toEqual([]);
  expect(await violationsOn(page)).toEqual([]);

  await panel.region.getByRole('link', { name: title }).press('Enter');
  await panel.wake();
  await expect(panel.region).toHaveAttribute('data-state', 'revealed');
  await expect(panel.question).toBeInViewport();
});

test('an instrument fills the screen and gives it back, by keyboard', async ({ course, page }) => {
  const { lab } = chapterWithLab('crash');
  await course.open(chapterAt('single-server/').path);
  const panel = course.lab(lab);
  await panel.wake();
  const button = panel.button('Full screen');
  await button.press('Enter');
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  expect(await page.evaluate(() => document.fullscreenElement?.getAttribute('data-lab'))).toBe(lab.id);
  await button.press('Enter');
  await expect(button).toHaveAttribute('aria-pressed', 'false');
});

test('where there is no full screen, it fills the window until Escape', async ({ course, page }) => {
  await page.addInitScript(() => {
    Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('not here'));
  });
  const { lab } = chapterWithLab('crash');
  await course.open(chapterAt('single-server/').path);
  const panel = course.lab(lab);
  await panel.wake();
  const button = panel.button('Full screen');
  await button.press('Enter');
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  const box = (await panel.region.boundingBox())!;
  const size = page.viewportSize()!;
  expect(box.width).toBeGreaterThan(size.width - 20);
  expect(box.height).toBe(size.height);
  await page.keyboard.press('Escape');
  await expect(button).toHaveAttribute('aria-pressed', 'false');
  await expect(button).toBeFocused();
});
