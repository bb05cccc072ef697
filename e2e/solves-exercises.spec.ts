import { solutions } from '#solutions';
import type { ExerciseDescription } from '#widgets';
import { chapters } from './course.ts';
import { expect, test } from './fixtures.ts';
import type { CoursePage } from './pages/course-page.ts';

for (const { path, exercises } of chapters) {
  for (const exercise of exercises) {
    test(`“${exercise.title}” is solved through its labels, and stays solved @any-path`, async ({
      course,
      page,
    }) => {
      await course.open(path);
      const panel = course.exercise(exercise);
      await panel.wake();
      await expect(panel.region).toContainText(exercise.prompt);
      await panel.answer(solutionOf(exercise));
      expect(await panel.submit()).toBe('passed');
      await expect(panel.verdict).toContainText(`hold on every one of ${exercise.seeds.length} seeds`);
      await expect(panel.verdict).toContainText('Solved.');
      await expect(panel.solvedMark).toBeVisible();
      for (const { label } of exercise.goals) {
        await expect(panel.goal(label).getByText('met', { exact: true })).toBeAttached();
      }
      const answer = await panel.positions();

      await page.reload();
      await panel.wake();
      await expect(panel.solvedMark).toBeVisible();
      await expect(panel.verdict).toHaveText(
        'Your last answer is back in place. Check it to see its numbers.',
      );
      expect(await panel.positions()).toEqual(answer);
    });

    test(`“${exercise.title}” cannot be solved by obvious answers @any-path`, async ({ course }) => {
      await course.open(path);
      const panel = course.exercise(exercise);
      await panel.wake();
      expect(await panel.submit(), 'as it starts').toBe('failed');
      for (const { name, values } of exercise.traps) {
        await panel.answer(values);
        expect(await panel.submit(), name).toBe('failed');
        const why = panel.verdict.getByText('Why not yet:').locator('..');
        await expect(why, name).toContainText(componentsOf(exercise));
        await expect(why, name).toContainText(/\?$/);
        await expect(panel.region.getByText('not met').first()).toBeAttached();
      }
      await expect(panel.solvedMark).toHaveCount(0);
    });

    test(`“${exercise.title}” gives its hints one at a time, and goes back to its start`, async ({
      course,
    }) => {
      await course.open(path);
      const panel = course.exercise(exercise);
      await panel.wake();
      const start = await panel.positions();
      for (const [index, words] of exercise.hints.entries()) {
        await expect(panel.hint).toHaveText(`Hint ${index + 1} of ${exercise.hints.length}`);
        await panel.hint.press('Enter');
        await expect(panel.hints).toHaveCount(index + 1);
        await expect(panel.hints.last()).toHaveText(words);
      }
      await expect(panel.hint).toHaveAttribute('aria-disabled', 'true');
      await panel.answer(solutionOf(exercise));
      await expect(panel.verdict).toHaveText('These knobs have not been checked yet.');
      await panel.reset.press('Enter');
      expect(await panel.positions()).toEqual(start);
      await expect(panel.verdict).toContainText('As it stands');
    });
  }
}

for (const { path, title, exercises, review } of chapters) {
  test(`${title} is complete when everything is done, and stays so`, async ({ course, page }) => {
    await course.open(path);
    await course.wakeAll();
    await expect(course.chapterProgress).not.toContainText('Chapter complete.');
    for (const exercise of exercises) {
      const panel = course.exercise(exercise);
      await panel.answer(solutionOf(exercise));
      expect(await panel.submit()).toBe('passed');
    }
    for (const question of review) {
      await course.review(question).answer(question.options.find(({ right }) => right === true)!.label);
    }
    await expectComplete(course, title);
    await page.reload();
    await course.wakeAll();
    await expectComplete(course, title);
    await course.open('');
    const entry = page.getByRole('main').getByRole('listitem').filter({ hasText: title });
    await expect(entry.getByText('done', { exact: true })).toBeVisible();
  });
}

test('a chapter can be marked as complete by hand, and unmarked', async ({ course }) => {
  await course.open('single-server/');
  await course.chapterProgress.scrollIntoViewIfNeeded();
  await expect(course.chapterProgress).toHaveAttribute('data-ready');
  await course.chapterProgress.getByRole('button', { name: 'Mark as complete' }).press('Enter');
  await expectComplete(course, 'The single server');
  await course.chapterProgress.getByRole('button', { name: 'Mark as not complete' }).press('Enter');
  await expect(course.chapterProgress).not.toContainText('Chapter complete.');
  await expect(course.menuEntry('The single server').getByText('(done)')).toBeHidden();
});

async function expectComplete(course: CoursePage, title: string): Promise<void> {
  await expect(course.chapterProgress).toContainText('Chapter complete.');
  await expect(course.menuEntry(title).getByText('(done)')).toBeVisible();
}

function solutionOf(exercise: ExerciseDescription) {
  const solution = solutions.find((each) => each.exercise === exercise.id);
  if (solution === undefined) throw new Error(`exercise "${exercise.id}" has no reference solution`);
  return solution.values;
}

/** Matches any component of the exercise by what people call it, one machine or several. */
function componentsOf({ scenario }: ExerciseDescription): RegExp {
  const names = Object.entries(scenario.nodes).map(([id, { label = id }]) => label.replace(/^the /i, ''));
  return new RegExp(names.join('|'), 'i');
}
