import { chapters } from './course.ts';
import { expect, test } from './fixtures.ts';

const key = 'headroom.progress.v1';
const chapter = chapters[0]!;
const exercise = chapter.exercises[0]!;
const prediction = chapter.predictions.find(({ kind }) => kind === 'choice')!;

test('where storage is forbidden, everything works and says that nothing is kept', async ({
  course,
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  });
  await course.open(chapter.path);
  await course.wakeAll();
  const panel = course.exercise(exercise);
  await panel.answer(exercise.traps[0]!.values);
  expect(await panel.submit()).toBe('failed');
  await expect(panel.region).toContainText('This browser does not let the course save progress');
  if (prediction.kind === 'choice') {
    await course.prediction(prediction).option(prediction.options[0]!.label).press('Space');
  }
  await course.prediction(prediction).reveal();
  await page.getByRole('button', { name: 'Dark theme' }).press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('where storage is full, everything works and says that nothing is kept', async ({ course, page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
  });
  await course.open(chapter.path);
  const panel = course.exercise(exercise);
  await panel.wake();
  expect(await panel.submit()).toBe('failed');
  await expect(panel.region).toContainText('storage is full');
});

const rubbish = [
  '{{{',
  'null',
  '{"version":99}',
  JSON.stringify({
    version: 1,
    chapters: { 'single-server': 'yes' },
    exercises: { [exercise.id]: { solved: true, values: { cores: 'many', constructor: 1e99 } } },
    predictions: { 'single-server/bend': { guess: 'flat' }, 'single-server/calm': { guess: [1, 2] } },
    reviews: 7,
  }),
];

test('stored rubbish does no harm, and is replaced by what is well formed', async ({ course, page }) => {
  await course.open(chapter.path);
  for (const stored of rubbish) {
    await page.evaluate(
      ([name, text]) => {
        localStorage.setItem(name, text);
        localStorage.setItem('headroom.theme', 'plaid');
      },
      [key, stored] as const,
    );
    await page.reload();
    for (const each of chapter.predictions) await course.prediction(each).wake();
    const panel = course.exercise(exercise);
    await panel.wake();
    await panel.answer(exercise.traps[0]!.values);
    expect(await panel.submit(), stored).toBe('failed');
    const kept = await page.evaluate((name) => localStorage.getItem(name), key);
    expect(JSON.parse(kept ?? 'null'), stored).toMatchObject({
      version: 1,
      exercises: { [exercise.id]: { values: exercise.traps[0]!.values } },
    });
  }
});

test('progress made in one tab is seen in another', async ({ course, context }) => {
  await course.open(chapter.path);
  const page = await context.newPage();
  await page.goto(chapter.path);
  await course.chapterProgress.scrollIntoViewIfNeeded();
  await course.chapterProgress.getByRole('button', { name: 'Mark as complete' }).click();
  const entry = page.getByRole('navigation', { name: 'Course' }).getByRole('link', { name: chapter.title });
  await expect(entry.getByText('(done)')).toBeVisible();
});
