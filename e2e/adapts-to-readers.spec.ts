import { pages } from './course.ts';
import { expect, test } from './fixtures.ts';

/** WCAG 2.2, success criterion 1.4.12; a formula is not running text. */
const spacedText = `*:not(math, math *) { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }`;

for (const { path } of pages) {
  test(`/${path} mirrors, takes wide text, forced colors and thumbs`, async ({ course, page }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await course.open(path);
    await course.wakeAll();

    await test.step('text set wide is neither cut nor pushed out', async () => {
      const style = await page.addStyleTag({ content: spacedText });
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 844 });
        expect(await course.overflowing(), `at ${width} px`).toEqual([]);
      }
      await style.evaluate((element) => {
        (element as Element).remove();
      });
    });

    await test.step('from right to left it mirrors', async () => {
      const edges = () =>
        page.evaluate(() => {
          const heading = document.querySelector('h1')!;
          const range = document.createRange();
          range.selectNodeContents(heading);
          const text = range.getBoundingClientRect();
          const box = heading.getBoundingClientRect();
          return { start: Math.round(text.left - box.left), end: Math.round(box.right - text.right) };
        });
      await page.setViewportSize({ width: 1280, height: 900 });
      const before = await edges();
      await page.evaluate(() => {
        for (const each of document.querySelectorAll<HTMLElement>('[dir=ltr]')) each.dir = 'rtl';
      });
      const after = await edges();
      // To two pixels: a scrollbar's side and rounding.
      expect(Math.abs(after.end - before.start)).toBeLessThan(3);
      expect(Math.abs(after.start - before.end)).toBeLessThan(3);
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 844 });
        // Words of axes, which stay as they are, may stand a hair outside of their box.
        const wider = (await course.overflowing()).filter((what) => !what.startsWith('text:'));
        expect(wider, `at ${width} px`).toEqual([]);
      }
      await page.evaluate(() => {
        for (const each of document.querySelectorAll<HTMLElement>('[dir=rtl]')) each.dir = 'ltr';
      });
    });

    await test.step('in forced colors every control has an edge or words of its own', async () => {
      await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
      const bare = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('main :is(button, [role=switch], select)')]
          // What is pressed on a picture has the edge of what is drawn there.
          .filter((each) => each.checkVisibility() && each.closest('figure, .diagram') === null)
          .filter((each) => {
            const { borderTopWidth, outlineStyle } = getComputedStyle(each);
            const hasEdge = borderTopWidth !== '0px' || outlineStyle !== 'none';
            return !hasEdge && each.innerText.trim() === '' && each.querySelector('svg') === null;
          })
          .map((each) => each.outerHTML.slice(0, 120)),
      );
      expect(bare).toEqual([]);
      await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'reduce' });
    });
  });
}

test.describe('under a thumb', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  for (const { path } of pages) {
    test(`on /${path} every target is 44 px high`, async ({ course, page }) => {
      await course.open(path);
      await course.wakeAll();
      const small = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('main :is(button, select, summary, input, [role=switch])')]
          // What stands in a sentence is as high as its line.
          .filter(
            (each) => each.checkVisibility({ visibilityProperty: true }) && each.closest('p, li') === null,
          )
          .map((each) => {
            // What is picked by its label is as large as that; what is small may have a wide rim that is pressed, too.
            const reach = parseFloat(getComputedStyle(each, '::after').top);
            const boxes = [each, each.closest('label')].flatMap(
              (part) => part?.getBoundingClientRect() ?? [],
            );
            return {
              each,
              width: boxes[0]!.width,
              height: Math.max(...boxes.map(({ height }) => height)) - 2 * Math.min(0, reach || 0),
            };
          })
          .filter(({ width, height }) => width > 1 && height < 43.5)
          .map(({ each, height }) => `${Math.round(height)} px: ${each.outerHTML.slice(0, 100)}`),
      );
      expect(small).toEqual([]);
    });
  }
});
