import { representativePages } from './course.ts';
import { expect, test } from './fixtures.ts';
import { collectShifts, shiftsOn } from './pages/stillness.ts';

test.describe('under a thumb', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  for (const { path } of representativePages) {
    test(`/${path} fits a phone when it is opened there, stays still, and every target is 44 px high`, async ({
      course,
      page,
    }) => {
      await page.addInitScript(collectShifts);
      await course.open(path);
      expect(await course.overflowing()).toEqual([]);
      await course.wakeAll();
      expect(await shiftsOn(page)).toEqual([]);
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
