import { solutions } from '#solutions';
import type { ExerciseDescription } from '#widgets';
import { chapters } from './course.ts';
import { expect, test } from './fixtures.ts';
import type { CoursePage } from './pages/course-page.ts';
import type { ExercisePanel } from './pages/exercise-panel.ts';
import { violationsOn } from './pages/violations.ts';

for (const { path, title, exercises, review } of chapters) {
  // One chapter tells whether the grader is found under a path.
  const tag = path === chapters[0]!.path ? ' @under-a-path' : '';
  test(`${title}: exercises refuse how they start, take what is right, and keep it${tag}`, async ({
    course,
    page,
  }) => {
    test.setTimeout(180_000);
    await course.open(path);
    const answers: Awaited<ReturnType<typeof takesTheSolution>>[] = [];
    for (const exercise of exercises) {
      await test.step(exercise.title, async () => {
        const panel = course.exercise(exercise);
        await panel.wake();
        await expect(panel.region).toContainText(exercise.prompt);
        expect(await panel.submit(), 'as it starts').toBe('failed');
        answers.push(await takesTheSolution(panel));
      });
    }
    await course.wakeProgress();
    await expect(course.chapterProgress).not.toContainText('Chapter complete.');
    for (const question of review) {
      await course.review(question).answer(question.options.find(({ right }) => right === true)!.label);
    }
    await expectComplete(course, title);

    await page.reload();
    for (const [index, exercise] of exercises.entries()) {
      const panel = course.exercise(exercise);
      await panel.wake();
      await expect(panel.solvedMark).toBeVisible();
      expect(await whatStands(panel)).toEqual(answers[index]);
    }
    await course.wakeProgress();
    await expectComplete(course, title);
    await course.open('');
    const entry = page.getByRole('main').getByRole('listitem').filter({ hasText: title });
    await expect(entry.getByText('done', { exact: true }).first()).toBeVisible();
  });
}

for (const { path, exercises } of [chapters[0]!, chapters.at(-1)!]) {
  test(`/${path}: exercises say why an answer fails, and hint in steps that stay`, async ({
    course,
    page,
  }) => {
    test.setTimeout(120_000);
    await course.open(path);
    for (const exercise of exercises) {
      const panel = course.exercise(exercise);
      await panel.wake();
      await refusesTheObvious(panel);
      await givesHints(panel);
    }
    await page.reload();
    for (const exercise of exercises) {
      const panel = course.exercise(exercise);
      await panel.wake();
      await expect(panel.hints).toHaveText([...exercise.hints]);
    }
  });
}

/** Its first trap; that the others fail as well is proved without a browser. */
async function refusesTheObvious(panel: ExercisePanel): Promise<void> {
  const { exercise } = panel;
  const { name, values } = exercise.traps[0]!;
  await panel.answer(values);
  expect(await panel.submit(), name).toBe('failed');
  const why = panel.verdict.getByText('Why not yet:').locator('..');
  await expect(why, name).toContainText(componentsOf(exercise));
  await expect(why, name).toContainText(/\?$/);
  await expect(panel.region.getByText('not met').first()).toBeAttached();
  await expect(panel.solvedMark).toHaveCount(0);
  const page = panel.region.page();
  expect(await violationsOn(page, { within: `[data-exercise="${exercise.id}"]` })).toEqual([]);
}

/** One at a time; and Reset goes back to the start. */
async function givesHints(panel: ExercisePanel): Promise<void> {
  const { hints, start } = panel.exercise;
  for (const [index, words] of hints.entries()) {
    await expect(panel.hint).toHaveText(`Hint ${index + 1} of ${hints.length}`);
    await panel.hint.press('Enter');
    await expect(panel.hints).toHaveCount(index + 1);
    await expect(panel.hints.last()).toHaveText(words);
  }
  await expect(panel.hint).toHaveAttribute('aria-disabled', 'true');
  await panel.reset.press('Enter');
  await expect(panel.verdict).toContainText('As it stands');
  const positions = await panel.positions();
  await panel.answer(start);
  expect(await panel.positions()).toEqual(positions);
}

async function takesTheSolution(panel: ExercisePanel) {
  const { exercise } = panel;
  await panel.answer(solutionOf(exercise));
  await expect(panel.verdict).toHaveText('These knobs have not been checked yet.');
  expect(await panel.submit()).toBe('passed');
  await expect(panel.verdict).toContainText(`hold on every one of ${exercise.seeds.length} seeds`);
  await expect(panel.verdict).toContainText('Solved.');
  await expect(panel.solvedMark).toBeVisible();
  for (const { label } of exercise.goals) {
    await expect(panel.goal(label).getByText('met', { exact: true })).toBeAttached();
  }
  return whatStands(panel);
}

/** The answer, the numbers of its check and what is said of them: what has to be there after a reload. */
async function whatStands(panel: ExercisePanel) {
  return {
    positions: await panel.positions(),
    numbers: await panel.region.getByRole('table').innerText(),
    verdict: await panel.verdict.innerText(),
  };
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
