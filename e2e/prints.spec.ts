import type { Page } from '@playwright/test';
import { rangeText } from '../src/widgets/knob-text.ts';
import { chapterAt } from './course.ts';
import { expect, test } from './fixtures.ts';

const controls =
  'main :is(button:not([role="switch"]), input, select, textarea, [role="slider"], [role="switch"] .rail)';
const machinery = 'nav, .frame-header, .course-menu, dialog, site-search';

test('a chapter prints what its instruments show, and nothing to press', async ({ course, page }) => {
  const { path, labs, review, exercises } = chapterAt('single-server/');
  await course.open(path);
  const lab = labs[0]!;
  const knob = lab.knobs.find(({ kind }) => kind === 'range')!;
  if (knob.kind !== 'range') throw new Error('the first lab has no range');
  const panel = course.lab(lab);
  await panel.wake();
  await panel.turn(knob, knob.minimum);
  await panel.settled();
  const sentence = (await panel.sentence.textContent())!;
  const question = course.review(review[0]!);
  await question.wake();
  await question.answer(review[0]!.options.find(({ right }) => right)!.label);

  await page.emulateMedia({ media: 'print' });
  expect(await visible(page, controls)).toEqual([]);
  expect(await visible(page, machinery)).toEqual([]);
  await expect(panel.sentence).toBeVisible();
  await expect(panel.sentence).toHaveText(sentence);
  await expect(page.locator(`[data-lab="${lab.id}"]`)).toContainText(rangeText(knob, knob.minimum));
  await expect(page.locator(`[data-question="${review[0]!.id}"]`)).toContainText(
    review[0]!.options[0]!.reason,
  );
  for (const { label } of review[1]!.options) await expect(page.getByText(label).first()).toBeVisible();
  await expect(page.locator(`[data-question="${review[1]!.id}"]`)).not.toContainText(
    review[1]!.options[0]!.reason,
  );
  for (const { goals, id } of exercises)
    await expect(page.locator(`[data-exercise="${id}"] tbody tr`)).toHaveCount(goals.length);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a chapter is a booklet of a dozen or two pages, black on white, with a ${colorScheme} screen`, async ({
    course,
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await course.open(chapterAt('single-server/').path);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const count = pdf.match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
    expect(count).toBeGreaterThan(6);
    expect(count).toBeLessThan(17);
    await page.emulateMedia({ colorScheme, media: 'print' });
    const [paper, ink] = await page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.body);
      return [backgroundColor, color];
    });
    expect([paper, ink]).toEqual(['rgb(255, 255, 255)', 'rgb(25, 28, 32)']);
  });
}

/** What a reader of the paper would see of these elements, said in words. */
async function visible(page: Page, selector: string): Promise<string[]> {
  return page
    .locator(selector)
    .evaluateAll((elements) =>
      elements
        .filter((element) => element.checkVisibility() && element.getBoundingClientRect().width > 1)
        .map(
          (element) =>
            `${element.localName} ${element.className} "${element.textContent.trim().slice(0, 30)}"`,
        ),
    );
}
