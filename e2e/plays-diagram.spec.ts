import type { Locator } from '@playwright/test';
import { handedOnLab, worldLab } from '../content/docs/gallery/labs.ts';
import { chapterWithLab, pagesWithLabs } from './course.ts';
import { expect, test } from './fixtures.ts';
import type { LabPanel } from './pages/lab-panel.ts';
import { collectShifts, shiftsOn } from './pages/stillness.ts';

test.describe('the diagram of a balancer and several machines', () => {
  const { chapter, lab } = chapterWithLab('one-slow');

  test.describe('with motion', () => {
    test.use({ contextOptions: { reducedMotion: 'no-preference' } });

    test('plays, stands still and goes on, by keyboard', async ({ course }) => {
      await course.open(chapter.path);
      const panel = course.lab(lab);
      await panel.wake();
      const { play, pause, time } = partsOf(panel);
      await expect(panel.diagram.getByText(/averages over/)).toBeVisible();
      await play.press('Enter');
      await expect(pause).toBeVisible();
      await expect(panel.diagram.getByText(/1 dot = /)).toBeVisible();
      const begin = Number(await time.inputValue());
      await expect.poll(async () => Number(await time.inputValue())).toBeGreaterThan(begin);
      await expect.poll(() => dotsOn(panel)).toBeGreaterThan(0);

      await pause.press('Enter');
      await expect(play).toBeVisible();
      const paused = await time.inputValue();
      await twoFrames(panel);
      expect(await time.inputValue()).toBe(paused);

      await play.press('Space');
      await expect.poll(async () => Number(await time.inputValue())).toBeGreaterThan(Number(paused));
    });

    test('shows the messages that wait, which are no dots', async ({ course }) => {
      await course.open('gallery/');
      const panel = course.lab(handedOnLab);
      await panel.wake();
      const { play, pause, time } = partsOf(panel);
      await time.fill('20');
      await play.press('Enter');
      await expect(pause).toBeVisible();
      const queue = panel.diagram.locator('.lane[data-kind="queue"] svg.wide');
      const others = panel.diagram.locator('.lane:not([data-kind="queue"]) svg.wide');
      await expect(queue).toHaveCSS('visibility', 'visible');
      await expect(queue.locator('path')).toHaveAttribute('d', /M.+M/);
      await expect(others.first()).toHaveCSS('visibility', 'hidden');
    });

    test('goes faster at another speed', async ({ course }) => {
      await course.open(chapter.path);
      const panel = course.lab(lab);
      await panel.wake();
      const { play, time, speed } = partsOf(panel);
      const fastest = await speed.getByRole('option').last().textContent();
      await speed.selectOption(fastest);
      const begin = Number(await time.inputValue());
      await play.press('Enter');
      await expect.poll(async () => Number(await time.inputValue()) - begin).toBeGreaterThan(3);
    });

    test('moves on with the run when a knob is turned while it plays', async ({ course }) => {
      await course.open(chapter.path);
      const panel = course.lab(lab);
      await panel.wake();
      const { play, pause, time } = partsOf(panel);
      await play.press('Enter');
      await expect(panel.diagram.getByText(/1 dot = /)).toBeVisible();
      const rate = panel.knob('rate');
      await panel.turn(rate, 'minimum' in rate ? rate.minimum : 0);
      await expect(pause).toBeVisible();
      await expect(panel.diagram.getByText(/1 dot = /)).toBeVisible();
      // Out of sight it stands still.
      await time.scrollIntoViewIfNeeded();
      const later = Number(await time.inputValue());
      await expect.poll(async () => Number(await time.inputValue())).toBeGreaterThan(later);
    });
  });

  test('steps from one event to the next, and nothing moves by itself', async ({ course }) => {
    await course.open(chapter.path);
    const panel = course.lab(lab);
    await panel.wake();
    const { step, time, averages } = partsOf(panel);
    await step.press('Enter');
    await expect(panel.diagram.getByText(/1 dot = /)).toBeVisible();
    await expect(averages).toHaveAttribute('aria-pressed', 'false');
    const moments = [Number(await time.inputValue())];
    for (let steps = 0; steps < 40; steps++) await step.press('Enter');
    moments.push(Number(await time.inputValue()));
    expect(moments[1]).toBeGreaterThan(moments[0]!);
    const still = await time.inputValue();
    await twoFrames(panel);
    expect(await time.inputValue()).toBe(still);
  });

  test('goes to any moment along its timeline, and back to the averages', async ({ course }) => {
    await course.open(chapter.path);
    const panel = course.lab(lab);
    await panel.wake();
    const { time, averages } = partsOf(panel);
    const told = () => panel.diagram.getByRole('listitem').allTextContents();
    const means = await told();
    await time.focus();
    await time.press('End');
    await expect(panel.diagram.getByText(/1 dot = /)).toBeVisible();
    await time.press('PageDown');
    await expect.poll(() => dotsOn(panel)).toBeGreaterThan(0);
    await expect(time).toHaveAttribute('aria-valuetext', /\d+(\.\d+)?\u00a0s/);
    expect(await told()).not.toEqual(means);
    await averages.press('Enter');
    await expect(averages).toHaveAttribute('aria-pressed', 'true');
    await expect(panel.diagram.getByText(/averages over/)).toBeVisible();
    expect(await told()).toEqual(means);
  });
});

test('a group is closed into one box and opened again, by keyboard', async ({ course }) => {
  const { chapter, lab } = chapterWithLab('one-slow');
  await course.open(chapter.path);
  const panel = course.lab(lab);
  await panel.wake();
  const group = panel.diagram.getByRole('button', { name: /machines one by one$/ });
  const machines = panel.diagram.locator('.node[data-kind="service"]');
  const count = await machines.count();
  expect(count).toBeGreaterThan(1);
  await expect(group).toHaveAttribute('aria-expanded', 'true');
  await group.press('Enter');
  await expect(machines).toHaveCount(1);
  await expect(group).toHaveAttribute('aria-expanded', 'false');
  await group.press('Space');
  await expect(machines).toHaveCount(count);
});

test('a system in several places is drawn as boxes or on a map, by keyboard', async ({ course }) => {
  const places = pagesWithLabs.flatMap(({ path, labs }) => labs.map((lab) => ({ path, lab })));
  const { path, lab } = places.find((each) => each.lab.scenario.regions !== undefined)!;
  await course.open(path);
  const panel = course.lab(lab);
  await panel.wake();
  const views = panel.diagram.getByRole('group', { name: 'Drawn as' });
  const stage = panel.diagram.locator('.stage');
  await views.getByRole('button', { name: 'Map' }).press('Enter');
  await expect(stage).toBeHidden();
  await views.getByRole('button', { name: 'Boxes' }).press('Space');
  await expect(stage).toBeVisible();
  await expect(views.getByRole('button', { name: 'Boxes' })).toHaveAttribute('aria-pressed', 'true');
});

test('on a map no name lies over another or over a mark, on a phone or a desk', async ({ course, page }) => {
  await course.open('gallery/');
  const panel = course.lab(worldLab);
  await panel.wake();
  await panel.diagram.getByRole('button', { name: 'Map' }).press('Enter');
  await expect(panel.charts.locator('.words').first()).toBeVisible();
  for (const width of [390, 820, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    for (const map of await panel.region.locator('.map').all()) {
      const [names, met] = await map.evaluate(namesThatMeet);
      expect(names, `at ${width} px`).toEqual(expect.arrayContaining(['Frankfurt', 'Warsaw']));
      expect(met, `at ${width} px`).toEqual([]);
    }
  }
});

/** The names that a map shows, and those that lie over another or over a mark. */
function namesThatMeet(map: Element): [string[], string[]] {
  const shown = (part: Element): boolean => part.checkVisibility();
  const words = [...map.querySelectorAll('.words')].filter(shown);
  const marks = [...map.querySelectorAll('.kinds, .paper, .origin, .edge')].filter(shown);
  const meet = (one: Element, other: Element): boolean => {
    const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  };
  const names = words.map((word) => word.querySelector('b')!.textContent);
  const met = words.filter((word) => [...words, ...marks].some((part) => part !== word && meet(word, part)));
  return [names, met.map((word) => word.textContent.trim())];
}

test.describe('the system on the home page', () => {
  const { path, labs } = pagesWithLabs[0]!;
  const lab = labs[0]!;

  test.describe('with motion', () => {
    test.use({ contextOptions: { reducedMotion: 'no-preference' } });

    test('plays by itself until it is stopped, and nothing is moved by it', async ({ course, page }) => {
      await page.addInitScript(collectShifts);
      await course.open(path);
      const panel = course.lab(lab);
      await panel.wake();
      const { pause, play, time } = partsOf(panel);
      await expect.poll(async () => Number(await time.inputValue())).toBeGreaterThan(0);
      await expect.poll(() => dotsOn(panel)).toBeGreaterThan(0);
      expect(await shiftsOn(page)).toEqual([]);
      await pause.press('Enter');
      await expect(play).toBeVisible();
      const paused = await time.inputValue();
      await twoFrames(panel);
      expect(await time.inputValue()).toBe(paused);
    });
  });

  test('stands still for those who want no motion', async ({ course }) => {
    await course.open(path);
    const panel = course.lab(lab);
    await panel.wake();
    await twoFrames(panel);
    await expect(panel.diagram.getByText(/averages over/)).toBeVisible();
    expect(Number(await partsOf(panel).time.inputValue())).toBe(0);
  });
});

function partsOf({ diagram }: LabPanel) {
  return {
    play: diagram.getByRole('button', { name: 'Play' }),
    pause: diagram.getByRole('button', { name: 'Pause' }),
    step: diagram.getByRole('button', { name: 'Step' }),
    speed: diagram.getByRole('combobox', { name: 'Speed' }),
    time: diagram.getByRole('slider', { name: 'Time in the run' }),
    averages: diagram.getByRole('button', { name: 'Averages' }),
  } satisfies Record<string, Locator>;
}

/** Pixels that are painted where the requests move. */
async function dotsOn({ diagram }: LabPanel): Promise<number> {
  return diagram.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    if (canvas.width === 0) return 0;
    // Read off a copy: the browser grumbles when the original is read time and again.
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', {
      willReadFrequently: true,
    })!;
    copy.drawImage(canvas, 0, 0);
    const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
    return data.filter((value, index) => index % 4 === 3 && value > 0).length;
  });
}

async function twoFrames({ page }: LabPanel): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}
