import { chapterAt } from './course.ts';
import { expect, test } from './fixtures.ts';
import { CoursePage } from './pages/course-page.ts';

const key = 'headroom.progress.v1';
const chapter = chapterAt('single-server/');
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
  await course.wakeProgress();
  await course.chapterProgress.getByRole('button', { name: 'Mark as complete' }).click();
  const entry = page.getByRole('navigation', { name: 'Course' }).getByRole('link', { name: chapter.title });
  await expect(entry.getByText('(done)')).toBeVisible();
});

test('a note is kept, seen in another tab, and loses nothing when both tabs write', async ({
  course,
  page,
  context,
}) => {
  await course.open(chapter.path);
  await course.wakeProgress();
  await course.notes.fill('The knee is at 80 %.');
  await course.notes.blur();
  await expect(page.getByText('Kept in this browser.')).toBeVisible();

  const other = await context.newPage();
  const there = new CoursePage(other);
  await there.open(chapter.path);
  await there.wakeProgress();
  await expect(there.notes).toHaveValue('The knee is at 80 %.');
  // While a note is being written in one tab, the other one keeps another.
  await there.notes.evaluate((field: HTMLTextAreaElement) => {
    const kept = JSON.parse(localStorage.getItem('headroom.progress.v1')!) as {
      notes: Record<string, string>;
    };
    field.value = 'Mine.';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    kept.notes['single-server'] = 'Theirs.';
    localStorage.setItem('headroom.progress.v1', JSON.stringify(kept));
  });
  await there.notes.dispatchEvent('blur');
  await expect(course.notes).toHaveValue('Mine.\n\nTheirs.');
  await page.reload();
  await course.wakeProgress();
  await expect(course.notes).toHaveValue('Mine.\n\nTheirs.');
});

test('a file takes everything to another browser, and of two answers the better stays', async ({
  course,
  page,
  anotherReader,
}, testInfo) => {
  await course.open(chapter.path);
  const panel = course.exercise(exercise);
  await panel.wake();
  await panel.answer(exercise.traps[0]!.values);
  expect(await panel.submit()).toBe('failed');
  await course.wakeProgress();
  await course.notes.fill('Mine.');
  await course.open('progress/');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save to a file' }).press('Enter');
  const file = testInfo.outputPath('progress.json');
  await (await download).saveAs(file);

  const other = await anotherReader();
  await other.open(chapter.path);
  const solved = {
    version: 1,
    exercises: { [exercise.id]: { solved: true, values: {} } },
    notes: { 'single-server': 'Theirs.' },
  };
  await other.page.evaluate(
    ([name, text]) => {
      localStorage.setItem(name, text);
    },
    [key, JSON.stringify(solved)] as const,
  );
  await other.open('progress/');
  await expect(other.yourProgress).toHaveAttribute('data-ready');
  const input = other.page.getByLabel('Open a file');
  await input.setInputFiles(file);
  const said = other.yourProgress.getByRole('status');
  await expect(said).toContainText('Taken from the file: 1 note.');
  await expect(other.yourProgress.getByRole('article')).toContainText('Theirs.\n\nMine.');
  const row = other.yourProgress.getByRole('row', { name: chapter.title });
  await expect(row.getByRole('cell').first()).toHaveText('1');

  await input.setInputFiles(file);
  await expect(said).toContainText('Nothing in the file was newer or better');
  const bad = { name: 'progress.json', mimeType: 'application/json', buffer: Buffer.from('{"chapters":') };
  await input.setInputFiles(bad);
  await expect(said).toContainText('it is not JSON. Nothing has changed.');
  await expect(other.yourProgress.getByRole('article')).toContainText('Theirs.\n\nMine.');
});
