import { chapterWithLab } from './course.ts';
import { expect, test } from './fixtures.ts';
import { NodePanel } from './pages/node-panel.ts';
import { violationsOn } from './pages/violations.ts';

const { chapter, lab } = chapterWithLab('one-slow');

test('a part of the system opens with its figures and its knobs, and closes with Escape', async ({
  course,
}) => {
  await course.open(chapter.path);
  const panel = course.lab(lab);
  await panel.wake();
  const server = new NodePanel(panel, 'Server 3');
  await server.open();
  await expect(server.figure('busy')).toHaveText(/^\d+(\.\d+)?\u00a0%$/);
  await expect(server.region.getByRole('img', { name: /^waiting over the run: at most/ })).toBeVisible();
  const speed = panel.knob('speed');
  await expect(server.region.getByRole('slider', { name: speed.label })).toBeVisible();

  await server.heading.press('Escape');
  await expect(server.region).toBeHidden();
  await expect(server.box).toBeFocused();
  await expect(server.box).toHaveAttribute('aria-expanded', 'false');
});

test('a knob in the panel is the knob below', async ({ course }) => {
  await course.open(chapter.path);
  const panel = course.lab(lab);
  await panel.wake();
  const server = new NodePanel(panel, 'Server 3');
  await server.open();
  const before = await panel.sentence.innerText();
  await server.region.getByRole('slider').press('End');
  await panel.settled();
  expect(await panel.sentence.innerText()).not.toBe(before);
  const [inPanel, below] = await Promise.all([
    server.region.getByRole('slider').inputValue(),
    panel.region
      .locator('.below')
      .getByRole('slider', { name: panel.knob('speed').label })
      .inputValue(),
  ]);
  expect(inPanel).toBe(below);
});

test('a crashed server fails requests, says so, and is repaired again', async ({ course }) => {
  await course.open(chapter.path);
  const panel = course.lab(lab);
  await panel.wake();
  const before = await panel.sentence.innerText();
  const server = new NodePanel(panel, 'Server 1');
  await server.open();
  await expect(server.figure('failed')).toHaveText('0');

  await server.button('Crash it').press('Enter');
  await panel.settled();
  await expect(panel.sentence).toContainText('failed');
  await expect(server.figure('failed')).not.toHaveText('0');
  const deeds = panel.region.getByRole('group', { name: 'Your doing' });
  await expect(deeds.getByRole('listitem')).toHaveText(/^Server 1 crashes at \d+/);
  await expect(panel.announcement).toContainText('failed');
  expect(await violationsOn(panel.page)).toEqual([]);

  await deeds.getByRole('button', { name: /^Undo: Server 1 crashes/ }).press('Enter');
  await panel.settled();
  await expect(deeds).toBeHidden();
  await expect(panel.sentence).toHaveText(before);
});

test('a slowed server and a crashed one add up, and a reset forgets both', async ({ course }) => {
  await course.open(chapter.path);
  const panel = course.lab(lab);
  await panel.wake();
  const before = await panel.sentence.innerText();
  const server = new NodePanel(panel, 'Server 2');
  await server.open();
  await server.button('Slow it down').press('Enter');
  await expect(server.button('Undo the slow-down')).toBeFocused();
  await server.button('Crash it').press('Enter');
  await panel.settled();
  await expect(panel.region.getByRole('group', { name: 'Your doing' }).getByRole('listitem')).toHaveCount(2);
  await server.button('Undo the slow-down').press('Enter');
  await panel.settled();
  await expect(panel.region.getByRole('group', { name: 'Your doing' }).getByRole('listitem')).toHaveCount(1);
  await panel.press('Reset');
  await expect(panel.sentence).toHaveText(before);
  await expect(server.button('Crash it')).toBeVisible();
});

test('what is done at a moment begins at that moment', async ({ course }) => {
  await course.open(chapter.path);
  const panel = course.lab(lab);
  await panel.wake();
  await panel.diagram.getByRole('slider', { name: 'Time in the run' }).fill('30');
  const server = new NodePanel(panel, 'Server 4');
  await server.open();
  await server.button('Crash it').press('Enter');
  await panel.settled();
  await expect(panel.region.getByRole('group', { name: 'Your doing' })).toContainText(
    'Server 4 crashes at 30\u00a0s',
  );
  await expect(panel.diagram.getByRole('listitem').filter({ hasText: /^Server 4: .*down/ })).toBeAttached();
});
