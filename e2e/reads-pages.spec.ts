import type { Page } from '@playwright/test';
import { pages, representativeLabs, representativePages } from './course.ts';
import { expect, test } from './fixtures.ts';
import { expectEdgesInForcedColors, expectMirrored, expectRoomForSpacedText } from './pages/adaptation.ts';
import { placesOf } from './pages/knobs.ts';
import {
  collectShifts,
  movedAmong,
  placesOn,
  shiftsOn,
  textsOf,
  textsWithoutScript,
} from './pages/stillness.ts';
import { unseenStops } from './pages/tab-walk.ts';
import { violationsOn } from './pages/violations.ts';

const desk = { width: 1440, height: 900 };
const tablet = { width: 820, height: 1180 };
const phone = { width: 390, height: 844 };
/** A window of 1280 px at 400 %. */
const enlarged = { width: 320, height: 256 };
/** What width and theme can break; names, roles and order are the same at every size. */
const rulesOfLooks = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable'];

for (const { path, heading } of pages) {
  test(`the page /${path} comes to life in place, fits every width, and is accessible`, async ({
    course,
    page,
  }) => {
    test.setTimeout(120_000);
    await page.setViewportSize(desk);
    await page.addInitScript(collectShifts);
    await course.open(path);
    await page.evaluate(() => document.fonts.ready);
    await test.step('says what it is', async () => {
      await expect(course.heading(heading)).toBeVisible();
    });

    await test.step('nothing moves and no word changes when it comes to life', async () => {
      const before = await placesOn(page);
      await course.wakeAll();
      const after = await placesOn(page);
      expect(after.length).toBe(before.length);
      expect(movedAmong(before, after)).toEqual([]);
      expect(await shiftsOn(page)).toEqual([]);
      expect(await textsOf(page)).toEqual(await textsWithoutScript(page));
      await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
    });

    await test.step('is set in the fonts that were cut for the course', async () => {
      const files = await page.evaluate(() =>
        performance.getEntriesByType('resource').map(({ name }) => name.slice(name.lastIndexOf('/') + 1)),
      );
      const fonts = files.filter((file) => file.endsWith('.woff2'));
      expect(fonts.length).toBeGreaterThan(0);
      expect(fonts.filter((file) => !file.startsWith('headroom-'))).toEqual([]);
    });

    await test.step('is accessible at a desk', async () => {
      expect(await violationsOn(page)).toEqual([]);
    });

    for (const size of [desk, tablet, phone, enlarged]) {
      await test.step(`is not wider than ${size.width} px`, async () => {
        await page.setViewportSize(size);
        expect(await course.overflowing()).toEqual([]);
      });
    }

    await test.step('has room for text set wide', () => expectRoomForSpacedText(course, page));
  });
}

for (const { path, heading } of representativePages) {
  test(`/${path} is for the keyboard alone, the dark, other directions and colors, too`, async ({
    course,
    page,
  }) => {
    test.setTimeout(120_000);
    await page.setViewportSize(desk);
    await course.open(path);
    await course.wakeAll();

    await test.step('the first key skips to the content', async () => {
      await returnToTop(page);
      await page.keyboard.press('Tab');
      const skip = page.getByRole('link', { name: 'Skip to content' });
      await expect(skip).toBeFocused();
      await expect(skip).toBeInViewport();
      await page.keyboard.press('Enter');
      await expect(course.heading(heading)).toBeFocused();
    });

    await test.step('by Tab alone one gets to its end, and sees where one is', async () => {
      await returnToTop(page);
      expect(await unseenStops(page)).toEqual([]);
    });

    await test.step('is accessible on a phone, in the dark', async () => {
      await page.setViewportSize(phone);
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
      expect(await violationsOn(page, { rules: rulesOfLooks })).toEqual([]);
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    });

    await test.step('mirrors from right to left', () => expectMirrored(course, page));
    await test.step('shows its controls in forced colors', () => expectEdgesInForcedColors(page));
  });
}

for (const { path, lab: description } of representativeLabs) {
  test(`“${description.title}”: what stands open in the middle of use is accessible`, async ({
    course,
    page,
  }) => {
    await course.open(path);
    const lab = course.lab(description);
    await lab.wake();
    await lab.button('Pin').press('Enter');
    await lab.turn(lab.lab.knobs[0]!, placesOf(lab.lab.knobs[0]!)[1]!);
    await lab.button('Share').press('Enter');
    await lab.diagram.getByRole('button', { name: 'Step' }).press('Enter');
    await lab.region.getByText('Table').first().click();
    // Bars and bills are text: nothing in them has to be pointed at.
    if ((await lab.plots.count()) > 0) {
      await lab.plots.first().focus();
      await lab.plots.first().press('ArrowRight');
    }
    expect(await violationsOn(page, { within: `[data-lab="${lab.lab.id}"]` })).toEqual([]);
  });
}

/** As if the page had just been opened: nothing has the focus, and Tab begins at its beginning. */
async function returnToTop(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.scrollTo(0, 0);
    const start = document.createElement('span');
    start.tabIndex = -1;
    document.body.prepend(start);
    start.focus();
    start.remove();
  });
}
