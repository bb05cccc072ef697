import type { Page } from '@playwright/test';
import { pages } from './course.ts';
import { expect, test } from './fixtures.ts';

/** Half a pixel is a matter of rounding. */
const tolerancePixels = 0.5;
/** A bold word in the fallback font is a hair wider; a line that moves scores ten times this. */
const toleratedShift = 0.001;

interface Box {
  readonly what: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Shift {
  readonly value: number;
  readonly nodes: readonly string[];
}

for (const { path } of pages) {
  test.describe(`on /${path}`, () => {
    test('nothing moves when the page comes to life', async ({ course, page }) => {
      await page.addInitScript(collectShifts);
      await course.open(path);
      await page.evaluate(() => document.fonts.ready);
      const before = await boxesOn(page);
      await course.wakeAll();
      const after = await boxesOn(page);
      const moved = before.filter((box, index) => box.width > 0 && !isSame(box, after[index]));
      expect(after.length).toBe(before.length);
      expect(moved).toEqual([]);
      const shifts = await page.evaluate(() => (window as unknown as { shifts: Shift[] }).shifts);
      expect(shifts.filter(({ value }) => value > toleratedShift)).toEqual([]);
    });

    test('no word changes when the page comes to life', async ({ course, anotherReader }) => {
      const still = await anotherReader({ javaScriptEnabled: false });
      await still.open(path);
      await course.open(path);
      await course.wakeAll();
      expect(await instrumentTexts(course.page)).toEqual(await instrumentTexts(still.page));
    });
  });
}

/** Runs in the page before everything else. */
function collectShifts(): void {
  const shifts: Shift[] = [];
  Object.assign(window, { shifts });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as unknown as {
      value: number;
      sources: { node: Node | null }[];
    }[]) {
      const nodes = entry.sources.map(({ node }) => (node?.textContent ?? '').trim().slice(0, 60));
      shifts.push({ value: entry.value, nodes });
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

async function boxesOn(page: Page): Promise<Box[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main :is(h1,h2,h3,p,section,fieldset,figure,table,button,input,svg)')].map(
      (element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        const text = (element.textContent ?? '').trim().slice(0, 40);
        const what = `${element.tagName.toLowerCase()} ${element.getAttribute('class') ?? ''} ${text}`;
        return { what, left: left + window.scrollX, top: top + window.scrollY, width, height };
      },
    ),
  );
}

function isSame(box: Box, other: Box | undefined): boolean {
  if (other === undefined) return false;
  const sides = ['left', 'top', 'width', 'height'] as const;
  return sides.every((side) => Math.abs(box[side] - other[side]) <= tolerancePixels);
}

/** The words of each instrument, without those that only stand there for lack of JavaScript. */
async function instrumentTexts(page: Page): Promise<string[]> {
  return page.locator('astro-island').evaluateAll((islands) =>
    islands.map((island) => {
      const copy = island.cloneNode(true) as Element;
      for (const part of copy.querySelectorAll('noscript, script, style, template')) part.remove();
      return (copy.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
    }),
  );
}
