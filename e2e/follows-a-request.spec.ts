import { chapterWithLab } from './course.ts';
import { expect, test } from './fixtures.ts';
import { FollowPanel } from './pages/follow-panel.ts';
import { NodePanel } from './pages/node-panel.ts';
import { violationsOn } from './pages/violations.ts';

const { chapter, lab } = chapterWithLab('one-slow');

test('a slow request is followed hop by hop, by keyboard alone', async ({ course }) => {
  await course.open(chapter.path);
  const panel = course.lab(lab);
  await panel.wake();
  const follow = new FollowPanel(panel);
  await follow.toggle.press('Enter');
  await follow.button('A slow one').press('Enter');
  await expect(follow.words).toHaveText('It leaves the cooks.');
  await expect(follow.spans).toHaveCount(2);
  expect(await violationsOn(panel.page)).toEqual([]);

  const told: string[] = [];
  const [, hops] = (await follow.count.innerText()).split(' of ').map(Number);
  for (let hop = 1; hop < hops!; hop++) {
    // The arrows go from hop to hop, too.
    await (hop % 2 ? follow.button('Next hop').press('Enter') : panel.page.keyboard.press('ArrowRight'));
    await expect(follow.count).toHaveText(`${hop + 1} of ${hops}`);
    told.push(await follow.words.innerText());
  }
  expect(told.some((words) => /^It waits .* for a worker of server \d\.$/.test(words))).toBe(true);
  expect(told.at(-1)).toMatch(/^The answer is back at the cooks, .* after the question\.$/);
  await expect(follow.region.locator('[aria-live]')).toHaveText(told.at(-1)!);

  await panel.page.keyboard.press('ArrowLeft');
  await expect(follow.count).toHaveText(`${hops! - 1} of ${hops}`);
  await panel.page.keyboard.press('Escape');
  await expect(follow.region).toBeHidden();
  await expect(follow.toggle).toBeFocused();
});

test('a failed request is found once a server has crashed, and says why', async ({ course }) => {
  await course.open(chapter.path);
  const panel = course.lab(lab);
  await panel.wake();
  const follow = new FollowPanel(panel);
  await follow.toggle.press('Enter');
  const failedOne = follow.button('A failed one');
  await expect(failedOne).toHaveAttribute('aria-disabled', 'true');
  await expect(failedOne).toHaveAccessibleDescription('None failed in this run.');
  await failedOne.press('Enter');
  await expect(follow.region.getByRole('note')).toHaveText('None failed in this run.');
  // From the moment of another one on a server crashes.
  await follow.button('The next one').press('Enter');
  await expect(follow.words).toBeVisible();

  const server = new NodePanel(panel, 'Server 1');
  await server.open();
  await server.button('Crash it').press('Enter');
  await panel.settled();
  await server.heading.press('Escape');
  await expect(failedOne).toHaveAttribute('aria-disabled', 'false');
  await expect(follow.region.getByRole('note')).toHaveCount(0);
  await failedOne.press('Enter');
  await expect(follow.words).toHaveText('It leaves the cooks.');
  await follow.goToEnd();
  await expect(follow.words).toHaveText(
    /^It has failed at the server (at once|after .*): (nobody listened there|the machine crashed with it)\.$/,
  );
  await expect(follow.spans.filter({ hasText: 'Server 1' })).toHaveAccessibleName(/fails$/);
});

test('a dot that is pressed is followed', async ({ course }) => {
  await course.open(chapter.path);
  const panel = course.lab(lab);
  await panel.wake();
  // Late in the run the queue of the slow server is full of dots, its first place taken.
  await panel.diagram.getByRole('slider', { name: 'Time in the run' }).fill('50');
  await expect(panel.diagram.getByText(/1 dot = /)).toBeVisible();
  const lane = panel.diagram.locator('.lane').nth(2);
  await expect(lane).toContainText(/\d{3,} waiting/);
  await lane.click();
  const follow = new FollowPanel(panel);
  await expect(follow.words).toHaveText(/ server 3/);
});
