import { chapters, pages, type CoursePageEntry } from './course.ts';
import { expect, test } from './fixtures.ts';
import type { CoursePage } from './pages/course-page.ts';

test.use({ javaScriptEnabled: false });

test('every page outside the chapters is there without JavaScript @under-a-path', async ({ course }) => {
  for (const page of pages.filter(({ path }) => !chapters.some((chapter) => chapter.path === path))) {
    await course.open(page.path);
    await expect(course.heading(page.heading)).toBeVisible();
    await expectLabsToStandThere(course, page);
  }
});

for (const chapter of chapters) {
  const { path, title, heading, predictions, exercises, review } = chapter;
  test(`${title}: instruments, numbers and answers are there without JavaScript`, async ({ course }) => {
    await course.open(path);
    await expect(course.heading(heading)).toBeVisible();
    await expectLabsToStandThere(course, chapter);
    const claims = course.page.locator('main data.claim');
    expect(await claims.count(), 'numbers by <Claim> in the text').toBeGreaterThanOrEqual(6);
    for (const text of await claims.allTextContents()) expect(text).toMatch(/\d/);
    // A setting may be in words.
    for (const text of await course.page.locator('main data:not(.claim)').allTextContents())
      expect(text).toMatch(/^[\w\s$.,%/–-]+$/);

    const answers = course.page.locator('noscript details.answer');
    await expect(answers).toHaveCount(predictions.length);
    for (const answer of await answers.all()) {
      await expect(answer.locator('p').first()).toBeHidden();
      await answer.locator('summary').click();
      await expect(answer.locator('p').first()).toContainText(/\d/);
    }
    for (const exercise of exercises) {
      await expect(course.exercise(exercise).region).toContainText(exercise.prompt);
      await expect(course.exercise(exercise).goal(exercise.goals[0]!.label)).toBeVisible();
    }
    await course.page.locator('noscript details.answers summary').click();
    const reasons = (await course.page.locator('noscript details.answers li li').allTextContents()).join(
      '\n',
    );
    for (const { reason } of review.flatMap(({ options }) => options)) expect(reasons).toContain(reason);
  });
}

test('the replay shows its made-up log, and says what it would do', async ({ course }) => {
  await course.open('single-server/');
  const { region, figures } = course.replay;
  await expect(region.getByText(/needs JavaScript/)).toBeVisible();
  await expect(figures.getByRole('row', { name: 'Requests' })).toContainText(/\d/);
  await expect(region.getByRole('img')).toHaveCount(2);
});

/** Sentences, diagrams, charts and numbers; and nothing that cannot work. */
async function expectLabsToStandThere(course: CoursePage, { labs }: CoursePageEntry): Promise<void> {
  for (const lab of labs) {
    const panel = course.lab(lab);
    await expect(panel.sentence, lab.title).toContainText(/\d.*\./s);
    const machines = Object.keys(lab.scenario.nodes).length;
    const told = panel.diagram.getByRole('listitem');
    expect(await told.count(), `machines of ${lab.title}`).toBeGreaterThanOrEqual(machines);
    await expect(panel.diagram.getByText(/(averages|medians) over/)).toBeVisible();
    await expect(panel.charts).toHaveCount(lab.charts.length);
    for (const chart of (await panel.picture()).charts) expect(chart).toMatch(/\d/);
    for (const chart of await panel.region.getByRole('img').all()) {
      expect(await chart.locator('svg :is(path, rect, line)').count()).toBeGreaterThan(3);
    }
    await expect(panel.region.getByText(`seed ${lab.scenario.seed ?? 1}`)).toBeVisible();
    await expect(panel.region.getByRole('button', { name: /Share|Pin|Reset|re-roll/ })).toHaveCount(0);
  }
}
