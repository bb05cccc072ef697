import type { Locator } from '@playwright/test';
import { chapterWithLab, labsWithEveryKnob } from './course.ts';
import { expect, test } from './fixtures.ts';
import type { CoursePage } from './pages/course-page.ts';
import { position } from './pages/knobs.ts';
import type { LabPanel } from './pages/lab-panel.ts';

// That a link brings back all that can be done to any instrument is proved without a browser.
for (const { path, lab } of labsWithEveryKnob) {
  // One instrument tells whether the address is right under a path.
  const tag = lab === labsWithEveryKnob[0]!.lab ? ' @under-a-path' : '';
  test(`a link to “${lab.title}” opens what was shared${tag}`, async ({
    course,
    anotherReader,
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await course.open(path);
    const panel = course.lab(lab);
    await panel.wake();
    await panel.turnAll();
    await panel.press('re-roll the seed');
    await panel.button('Share').press('Enter');
    await expect(panel.notice).toContainText('Link copied.');
    const link = await page.evaluate(() => navigator.clipboard.readText());

    const other = await anotherReader();
    await other.open(link);
    await expectSame(other.lab(lab), panel);
  });
}

test('without a clipboard the link can be copied by hand', async ({ course, page, anotherReader }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  const { chapter, lab } = chapterWithLab('hockey-stick');
  await course.open(chapter.path);
  const panel = course.lab(lab);
  await panel.wake();
  await panel.turn(panel.knob('rate'), 90);
  await panel.button('Share').press('Enter');
  const link = await panel.region.getByRole('textbox', { name: 'Link to this instrument' }).inputValue();
  expect(link).toContain('lab=hockey-stick&v=4');
  expect(link).toContain('rate=90');
  const other = await anotherReader();
  await other.open(link);
  await expectSame(other.lab(lab), panel);
});

test('a link that is followed on the open page turns the knobs', async ({ course }) => {
  const { chapter, lab } = chapterWithLab('hockey-stick');
  await course.open(chapter.path);
  const panel = course.lab(lab);
  await panel.wake();
  await follow(course, 'lab=hockey-stick&v=1&seed=9&rate=70&crash=on');
  await expect(panel.region).toContainText('seed 9');
  await panel.settled();
  expect(await position(panel.region, panel.knob('rate'))).toBe('70\u00a0/s');
  expect(await position(panel.region, panel.knob('crash'))).toBe('true');
});

test('a link brings back what was done to the system, the pinned run, the moment shown and what is closed', async ({
  course,
  anotherReader,
}) => {
  const { chapter, lab } = chapterWithLab('policies');
  const fragment =
    'lab=policies&v=4&seed=9&policy=two-choices&_do=slow*server*2*20*10&_pin=seed%3D7%26rate%3D300&_at=21.6&_shut=server';
  await course.open(`${chapter.path}#${fragment}`);
  const panel = course.lab(lab);
  await expect(panel.region).toHaveAttribute('data-ready');
  await expect(panel.region).toContainText('Server 2 works at 25 % speed at 20 s, for 10 s.');
  await expect(panel.button('Pin')).toHaveAttribute('aria-pressed', 'true');
  const moment = panel.region.getByRole('slider', { name: 'Time in the run' });
  await expect(moment).toHaveValue('21.6');
  await panel.settled();
  await expect(panel.region.getByRole('button', { name: 'Look into Server × 4' })).toBeVisible();

  // Shared again, it is the same link.
  await course.page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await course.page.reload();
  await expect(panel.button('Pin')).toHaveAttribute('aria-pressed', 'true');
  await panel.button('Share').press('Enter');
  const link = await panel.region.getByRole('textbox', { name: 'Link to this instrument' }).inputValue();
  expect(new URL(link).hash).toBe(`#${fragment}`);
  const other = await anotherReader();
  await other.open(link);
  await expectSame(other.lab(lab), panel);
});

test('a link brings back the speed, the panel that is open, the request that is followed and the part of a chart', async ({
  course,
  anotherReader,
}) => {
  const { chapter, lab } = chapterWithLab('one-slow');
  await course.page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await course.open(chapter.path);
  const panel = course.lab(lab);
  await panel.wake();
  await panel.region.getByLabel('Speed').selectOption({ index: 1 });
  const speed = await panel.region.getByLabel('Speed').inputValue();
  await named(panel, 'Follow one').press('Enter');
  await named(panel, 'A slow one').press('Enter');
  await expect(named(panel, 'Hop back')).toBeVisible();
  await named(panel, 'Look into Server 3').press('Enter');
  const chart = panel.region.getByRole('application').first();
  await chart.focus();
  for (let step = 0; step < 4; step++) await chart.press('Shift+ArrowLeft');
  await chart.press('Enter');
  await panel.button('Share').press('Enter');
  const link = await panel.region.getByRole('textbox', { name: 'Link to this instrument' }).inputValue();
  expect(link).toMatch(/&_at=[\d.]+&_pace=-1&_panel=server\*3&_follow=\d+&_part=0\*\d+\*\d+$/);

  const reader = await anotherReader();
  await reader.open(link);
  const other = reader.lab(lab);
  await other.wake();
  await expect(other.region.getByLabel('Speed')).toHaveValue(speed);
  await expect(named(other, 'Look into Server 3')).toHaveAttribute('aria-expanded', 'true');
  await expect(named(other, 'Hop back')).toBeVisible();
  await expect(named(other, 'show all of the time')).toBeVisible();
});

/** What is wrong with a link, the link, and what the page says of it. */
type Broken = readonly [what: string, fragment: string, says: RegExp];
const broken: readonly [Broken, ...Broken[]] = [
  ['an unknown knob', 'lab=crash&v=1&colour=3', /no knob “colour”/],
  [
    'an injected script',
    'lab=crash&v=1&rate=%3Cimg%20src%3Dx%20onerror%3D%22document.title%3D1%22%3E',
    /“rate” is “<img src=x/,
  ],
  ['another version', 'lab=crash&v=9&rate=90', /version is “9”/],
  [
    'a value out of range',
    'lab=crash&v=1&rate=100000',
    /“rate” is “100000”; expected a number from 10 to 120/,
  ],
  ['a value between two steps', 'lab=crash&v=1&rate=50.5', /“rate” is “50.5”/],
  ['a word for a number', 'lab=crash&v=1&rate=NaN', /“rate” is “NaN”/],
  ['a number for a switch', 'lab=crash&v=1&crash=2', /expected on or off/],
  ['a bad seed', 'lab=crash&v=1&seed=-1', /seed is “-1”/],
  ['a seed too large', 'lab=crash&v=1&seed=4294967296', /seed is/],
  ['no version', 'lab=crash&rate=90', /version is missing/],
  ['a knob set twice', 'lab=crash&v=1&rate=90&rate=80', /“rate” twice/],
  ['endless text', `lab=crash&v=1&rate=${'x'.repeat(5000)}`, /characters long/],
  ['a deed that no reader can do', 'lab=crash&v=2&_do=burn*server*1*1*1', /no reader can do/],
  ['a machine that is not there', 'lab=crash&v=2&_do=crash*server*99*1*1', /instance/],
  ['a pinned run out of range', 'lab=crash&v=2&_pin=rate%3D100000', /of its pinned run, “rate” is/],
  ['a moment after the end', 'lab=crash&v=2&_at=999999', /of a shorter run/],
  ['a name of every object', 'lab=crash&v=1&__proto__=1&constructor=2', /no knob “__proto__”/],
];

test('a broken link is refused in words, and the lesson stands as it was', async ({ course }) => {
  const [[, fragment, says]] = broken;
  const { chapter, lab } = chapterWithLab('crash');
  await course.open(`${chapter.path}#${fragment}`);
  const panel = course.lab(lab);
  await expectRefused(panel, says);
  await expect(panel.announcement).toContainText(says);
  await expect(panel.region).toBeInViewport();
  await expect(course.page).toHaveTitle(new RegExp(chapter.title));

  // The same page, as nobody's link opened it.
  const refused = [await panel.picture(), await panel.positions()];
  await course.open('start-here/');
  await course.open(chapter.path);
  await panel.wake();
  expect(refused).toEqual([await panel.picture(), await panel.positions()]);
});

test('every way to break a link is refused in words too, and turned knobs stay turned', async ({
  course,
}) => {
  const { chapter, lab } = chapterWithLab('crash');
  await course.open(chapter.path);
  const panel = course.lab(lab);
  await panel.wake();
  await follow(course, 'lab=crash&v=1&seed=3&rate=20&crash=off');
  await expect(panel.region).toContainText('seed 3');
  await panel.settled();
  // The diagram's words come a frame after the sentence.
  await expect.poll(async () => (await panel.picture()).machines.join(' ')).toMatch(/Cooks: 20\s/);
  const asItWas = [await panel.picture(), await panel.positions()];
  for (const [what, fragment, says] of broken) {
    await follow(course, fragment);
    await expectRefused(panel, says, 'The instrument stays as you left it.');
    expect([await panel.picture(), await panel.positions()], what).toEqual(asItWas);
    await expect(panel.region.locator('img')).toHaveCount(0);
  }
});

test('a link to no instrument of the page says so at the first one', async ({ course }) => {
  const { chapter, lab } = chapterWithLab('noon');
  await course.open(`${chapter.path}#lab=nothing&v=1`);
  const panel = course.lab(lab);
  await expectRefused(panel, /there is no instrument “nothing”/);
  await expect(panel.region).toBeInViewport();
  for (const id of ['%3Cscript%3Ealert(1)%3C/script%3E', '%E0%A4%A', '']) {
    await panel.press('Reset');
    await follow(course, `lab=${id}&v=1`);
    await expectRefused(panel, /there is no instrument “/);
  }
});

test('a fragment that is no link to an instrument is left alone', async ({ course }) => {
  const { chapter } = chapterWithLab('noon');
  await course.open(`${chapter.path}#%%%&&&===`);
  await course.wakeAll();
  for (const fragment of ['%%%&&&===', 'the-idea', '?lab', '{"lab":1}', 'Lab=noon&rate=7']) {
    await follow(course, fragment);
    for (const lab of chapter.labs) await expect(course.lab(lab).notice).toHaveCount(0);
  }
});

test('Reset takes a broken link out of the address and its message away', async ({ course, page }) => {
  const { chapter, lab } = chapterWithLab('crash');
  await course.open(`${chapter.path}#lab=crash&v=1&rate=7000`);
  const panel = course.lab(lab);
  await expect(panel.notice).toBeVisible();
  await panel.press('Reset');
  await expect(panel.notice).toHaveCount(0);
  expect(new URL(page.url()).hash).toBe('');
});

/** The address changes on the page that is open. */
async function follow({ page }: CoursePage, fragment: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, fragment);
}

/** The lab says what is wrong with the link, and comes to rest. */
async function expectRefused(
  panel: LabPanel,
  says: RegExp,
  instead = 'You see the setting of the lesson instead.',
): Promise<void> {
  await expect(panel.notice).toContainText(says);
  await expect(panel.notice).toContainText('The link could not be followed:');
  await expect(panel.notice).toContainText(instead);
  await panel.settled();
}

async function expectSame(panel: LabPanel, original: LabPanel): Promise<void> {
  await expect(panel.region).toBeInViewport();
  await expect(panel.region).toHaveAttribute('data-ready');
  await panel.settled();
  await expect(panel.notice).toHaveCount(0);
  expect(await panel.positions()).toEqual(await original.positions());
  expect(await panel.seed()).toBe(await original.seed());
  expect(await panel.picture()).toEqual(await original.picture());
}

function named(panel: LabPanel, name: string): Locator {
  return panel.region.getByRole('button', { name, exact: true });
}
