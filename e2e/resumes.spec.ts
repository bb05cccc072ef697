import { chapters } from './course.ts';
import { expect, test } from './fixtures.ts';

const chapter = chapters.find(({ path }) => path === 'load-balancing/')!;

test('the way back leads to the section that was read last @under-a-path', async ({ course, page }) => {
  await course.open('');
  await expect(page.getByRole('main').getByRole('link', { name: /^Go on/ })).toBeHidden();

  await course.open(chapter.path);
  await page.getByRole('list', { name: 'On this page' }).getByRole('link', { name: 'A dead server' }).click();
  await expect(page.getByRole('link', { name: 'A dead server' }).first()).toHaveAttribute(
    'aria-current',
    'true',
  );

  await course.open('');
  const back = page.getByRole('main').getByRole('link', { name: 'Go on: Load balancing, A dead server' });
  await back.click();
  await expect(course.heading(chapter.heading)).toBeAttached();
  await expect(page.getByRole('heading', { name: 'A dead server', exact: true })).toBeInViewport();

  await course.open('start-here/');
  const menu = page.getByRole('navigation', { name: 'Course' });
  await expect(menu.getByRole('link', { name: 'Go on: Load balancing, A dead server' })).toBeVisible();
});

test('rubbish for a place does no harm', async ({ course, page }) => {
  await course.open('');
  for (const rubbish of [
    '{{',
    'null',
    '7',
    '{"chapter":"//evil.example","title":"x","anchor":"","section":""}',
  ]) {
    await page.evaluate((text) => localStorage.setItem('headroom.place.v1', text), rubbish);
    await page.reload();
    await expect(page.getByRole('link', { name: /^Go on/ })).toHaveCount(0);
  }
});

test('results stand on one sheet, with a name that stays here', async ({ course, page }) => {
  const exercise = chapter.exercises[0]!;
  await course.open('results/');
  const sheet = page.getByRole('region', { name: 'Your results' });
  await expect(sheet).toHaveAttribute('data-ready');
  await expect(sheet.getByRole('listitem').filter({ hasText: exercise.title })).toContainText(
    'not solved yet',
  );

  await page.evaluate(
    ([id, cost]) => {
      const exercises = { [id]: { solved: true, values: {}, bestCost: cost } };
      localStorage.setItem('headroom.progress.v1', JSON.stringify({ version: 1, exercises }));
    },
    [exercise.id, exercise.bestKnown!.value] as const,
  );
  await sheet.getByRole('textbox', { name: 'Name' }).fill('Ada Lovelace');
  await page.reload();
  await expect(sheet.getByRole('textbox', { name: 'Name' })).toHaveValue('Ada Lovelace');
  const line = sheet.getByRole('listitem').filter({ hasText: exercise.title });
  await expect(line).toContainText('as good as any known');
  await expect(sheet.getByText(/^1 of \d+$/)).toBeVisible();

  await page.emulateMedia({ media: 'print' });
  await expect(sheet.getByRole('button', { name: 'Print' })).toBeHidden();
  await expect(line).toBeVisible();

  await page.emulateMedia({ media: 'screen' });
  await course.open('');
  const entry = page.getByRole('main').getByRole('listitem').filter({ hasText: chapter.title });
  await expect(entry.getByText(/1 of \d+ tasks/).first()).toBeVisible();
});
