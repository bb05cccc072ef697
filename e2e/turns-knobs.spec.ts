import { chapterWithLab, pagesWithLabs } from './course.ts';
import { expect, test } from './fixtures.ts';
import { control, placesOf, position, type KnobValue } from './pages/knobs.ts';

/** Knobs that only matter when another one stands somewhere else than at first. */
const before: Readonly<Record<string, Readonly<Record<string, KnobValue>>>> = {
  'redundancy/failover': { balancers: 2 },
  'health/timeout': { rate: 400 },
};

for (const { path, labs, title } of pagesWithLabs) {
  test(`${title}: the instruments on the page are those that are tested`, async ({ course }) => {
    await course.open(path);
    const ids = await course.page
      .locator('main [data-lab]')
      .evaluateAll((regions) => regions.map((region) => region.getAttribute('data-lab')));
    expect(ids.toSorted()).toEqual(labs.map(({ id }) => id).toSorted());
  });

  for (const lab of labs) {
    test(`${title}, “${lab.title}”: each knob, turned by keyboard, changes the result @any-path`, async ({
      course,
    }) => {
      await course.open(path);
      const panel = course.lab(lab);
      await panel.wake();
      const atFirst = await panel.picture();
      for (const knob of lab.knobs) {
        for (const [id, value] of Object.entries(before[`${lab.id}/${knob.id}`] ?? {})) {
          await panel.turn(panel.knob(id), value);
        }
        const pictures = [await panel.picture()];
        for (const place of placesOf(knob)) {
          await panel.turn(knob, place);
          pictures.push(await panel.picture());
        }
        const different = new Set(pictures.map((picture) => JSON.stringify(picture)));
        const expected = knob.kind === 'range' ? 2 : placesOf(knob).length;
        expect(different.size, `results of “${knob.label}”`).toBeGreaterThanOrEqual(expected);
        await panel.press('Reset');
        expect(await panel.picture()).toEqual(atFirst);
      }
    });
  }
}

test('a knob goes one step by an arrow key, and its number follows', async ({ course }) => {
  const { chapter, lab } = chapterWithLab('noon');
  await course.open(chapter.path);
  const panel = course.lab(lab);
  await panel.wake();
  const knob = panel.knob('rate');
  const slider = control(panel.region, knob);
  const from = Number(await slider.inputValue());
  await slider.press('ArrowLeft');
  expect(await position(panel.region, knob)).toBe(`${from - 1}\u00a0/s`);
  await expect(slider.locator('..').getByText(`${from - 1} /s`)).toBeVisible();
});

test('the result is said once the knob has come to rest', async ({ course }) => {
  const { chapter, lab } = chapterWithLab('noon');
  await course.open(chapter.path);
  const panel = course.lab(lab);
  await panel.wake();
  await panel.turn(panel.knob('rate'), 60);
  const words = await panel.sentence.innerText();
  await expect(panel.announcement).toHaveText(words.replaceAll(/\s+/g, ' '));
});
