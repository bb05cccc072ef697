import { chapterWithLab, representativeLabs } from './course.ts';
import { expect, test } from './fixtures.ts';
import { placesOf } from './pages/knobs.ts';

/** Charts that draw a run as a line, and so a pinned one behind it. */
const drawnAsLines = ['latency-against-load', 'quantity-against', 'hit-rate-curve', 'time-series'];
const labsWithLines = representativeLabs.filter(({ lab }) =>
  lab.charts.some(({ kind }) => drawnAsLines.includes(kind)),
);

for (const { path, lab } of labsWithLines) {
  test(`“${lab.title}”: another seed, other luck; a pinned run stays as a ghost; reset brings the lesson back`, async ({
    course,
  }) => {
    await course.open(path);
    const panel = course.lab(lab);
    await panel.wake();
    // Clockwork has no luck: let chance in first, where there is a knob for it.
    const arrivals = lab.knobs.find(({ id }) => id === 'arrivals');
    const atFirst = await panel.picture();
    if (arrivals) await panel.turn(arrivals, placesOf(arrivals).at(-1)!);
    const before = await panel.picture();
    const seed = await panel.seed();
    expect(seed).toBe(lab.scenario.seed ?? 1);

    await panel.press('re-roll the seed');
    expect(await panel.seed()).not.toBe(seed);
    const after = await panel.picture();
    expect(after.charts).not.toEqual(before.charts);

    await panel.press('Reset');
    expect(await panel.seed()).toBe(seed);
    expect(await panel.picture()).toEqual(atFirst);

    const pinned = panel.region.getByRole('columnheader', { name: /pinned/i });
    const ghosts = panel.region.locator('svg .pinned path');
    await expect(ghosts).toHaveCount(0);
    await panel.button('Pin').press('Enter');
    await expect(panel.button('Pin')).toHaveAttribute('aria-pressed', 'true');
    const knob = lab.knobs[0]!;
    await panel.turn(knob, placesOf(knob)[0]!);
    await expect(ghosts).not.toHaveCount(0);
    const shapes = await ghosts.evaluateAll((paths) => paths.map((each) => each.getAttribute('d')));
    expect(shapes.join('')).toMatch(/\d/);
    // Whoever does not see the ghost reads it in the table.
    for (const table of await panel.region.getByText('Table').all()) await table.click();
    await expect(pinned.first()).toBeVisible();

    await panel.button('Pin').press('Enter');
    await expect(panel.button('Pin')).toHaveAttribute('aria-pressed', 'false');
    await expect(ghosts).toHaveCount(0);
    await expect(pinned).toHaveCount(0);
  });
}

test('a quick hand leaves no stale numbers behind', async ({ course }) => {
  const { chapter, lab } = chapterWithLab('policies');
  await course.open(chapter.path);
  const panel = course.lab(lab);
  await panel.wake();
  const rate = panel.knob('rate');
  await panel.turn(rate, 100);
  const expected = await panel.picture();
  await panel.press('Reset');
  for (const value of [400, 40, 300, 100]) {
    const slider = panel.region.getByRole('slider', { name: rate.label });
    await slider.fill(String(value));
  }
  await panel.settled();
  expect(await panel.picture()).toEqual(expected);
});
