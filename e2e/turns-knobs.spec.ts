import { crowdLab } from '../content/docs/gallery/labs.ts';
import { chapterWithLab, labsWithEveryKnob } from './course.ts';
import { expect, test } from './fixtures.ts';
import { control, placesOf, position, type Knob } from './pages/knobs.ts';
import type { LabPanel } from './pages/lab-panel.ts';

// That every knob of every instrument changes the result is proved without a browser.
for (const { path, lab } of labsWithEveryKnob) {
  // One instrument tells whether workers are found under a path.
  const tag = lab === labsWithEveryKnob[0]!.lab ? ' @under-a-path' : '';
  test(`“${lab.title}”: each knob, turned by keyboard, changes what is shown${tag}`, async ({ course }) => {
    await course.open(path);
    const panel = course.lab(lab);
    await panel.wake();
    const atFirst = JSON.stringify(await panel.picture());
    for (const knob of lab.knobs) {
      await test.step(knob.label, async () => {
        expect(await changesSomething(panel, knob, atFirst)).toBe(true);
        await panel.press('Reset');
        expect(JSON.stringify(await panel.picture())).toBe(atFirst);
      });
    }
  });
}

/** Turns the knob by itself and, where that shows nothing, with each other one somewhere else than at first. */
async function changesSomething(panel: LabPanel, knob: Knob, atFirst: string): Promise<boolean> {
  if (await changes(panel, knob, atFirst)) return true;
  for (const other of panel.lab.knobs) {
    for (const place of other === knob ? [] : placesOf(other)) {
      await panel.press('Reset');
      await panel.turn(other, place);
      if (await changes(panel, knob, JSON.stringify(await panel.picture()))) return true;
    }
  }
  return false;
}

async function changes(panel: LabPanel, knob: Knob, before: string): Promise<boolean> {
  for (const place of placesOf(knob).toReversed()) {
    await panel.turn(knob, place);
    if (JSON.stringify(await panel.picture()) !== before) return true;
  }
  return false;
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

test('words that get shorter do not pull up the knobs below them', async ({ course, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const { chapter, lab } = chapterWithLab('noon');
  await course.open(chapter.path);
  const panel = course.lab(lab);
  await panel.wake();
  const height = () => panel.sentence.evaluate((element) => element.getBoundingClientRect().height);
  await panel.turn(panel.knob('rate'), 120);
  const longest = await height();
  await panel.turn(panel.knob('rate'), 30);
  expect(await height()).toBe(longest);
  // Where it is wider, the same words take less room.
  await page.setViewportSize({ width: 1280, height: 844 });
  await expect.poll(height).toBeLessThan(longest);
});

test('a long run speaks while it goes on, and says of how much of it', async ({ course, page }) => {
  // For a clock that goes fast every run is long.
  await page.route(/simulation-worker[^/]*\.js/, async (route) => {
    const response = await route.fetch();
    const fast = 'const now = performance.now.bind(performance); performance.now = () => 30 * now();\n';
    await route.fulfill({ response, body: fast + (await response.text()) });
  });
  await course.open('gallery/');
  const panel = course.lab(crowdLab);
  await panel.region.scrollIntoViewIfNeeded();
  await expect(panel.region).toHaveAttribute('data-ready');
  const told = panel.region.evaluate(
    (region) =>
      new Promise<{ isSoFar: boolean; seconds: number }[]>((resolve) => {
        const moments: { isSoFar: boolean; seconds: number }[] = [];
        const observer = new MutationObserver(() => {
          const seconds = Number(/averages over ([\d.]+)/.exec((region as HTMLElement).innerText)?.[1]);
          const isSoFar = region.querySelector('.sentence.so-far') !== null;
          if (moments.at(-1)?.seconds !== seconds || moments.at(-1)?.isSoFar !== isSoFar)
            moments.push({ isSoFar, seconds });
          if (region.dataset.status === 'ready' && Number(region.dataset.runs) > 0) {
            observer.disconnect();
            resolve(moments);
          }
        });
        observer.observe(region, { subtree: true, childList: true, characterData: true, attributes: true });
      }),
  );
  await panel.button('re-roll the seed').click();
  const moments = await told;
  const soFar = moments.filter(({ isSoFar }) => isSoFar).map(({ seconds }) => seconds);
  const { durationSeconds, warmUpSeconds = durationSeconds / 10 } = crowdLab.scenario;
  expect(soFar.length).toBeGreaterThan(0);
  expect(soFar).toEqual(soFar.toSorted((a, b) => a - b));
  expect(soFar.at(-1)).toBeLessThan(durationSeconds - warmUpSeconds);
  expect(moments.at(-1)).toEqual({ isSoFar: false, seconds: durationSeconds - warmUpSeconds });
});
