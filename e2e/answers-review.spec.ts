import { chapters } from './course.ts';
import { expect, test } from './fixtures.ts';
import { violationsOn } from './pages/violations.ts';

// All questions are of one kind, and every right answer is given where exercises are solved.
const { path, title, review } = chapters[0]!;

test(`${title}: every wrong answer has its reason, the right one closes the question`, async ({
  course,
  page,
}) => {
  await course.open(path);
  await course.review(review[0]!).wake();
  const score = page.getByText(/^\d of \d answered rightly\./);
  for (const [index, question] of review.entries()) {
    const panel = course.review(question);
    await expect(panel.group).toHaveAccessibleName(question.question);
    await expect(panel.check).toHaveAttribute('aria-disabled', 'true');
    for (const { label, reason } of question.options.filter(({ right }) => right !== true)) {
      await panel.answer(label);
      await expect(panel.group).toContainText('✕ Not quite.');
      await expect(panel.group.getByText(reason).first()).toBeVisible();
      await expect(panel.announcement).toHaveText(`Not quite. ${reason}`);
    }
    await expect(score).toContainText(`${index} of ${review.length}`);
    const { label, reason } = question.options.find(({ right }) => right === true)!;
    await panel.answer(label);
    await expect(panel.group).toContainText('✓ Right.');
    await expect(panel.announcement).toHaveText(`Right. ${reason}`);
    for (const option of question.options) await expect(panel.group).toContainText(option.reason);
  }
  await expect(score).toContainText(`${review.length} of ${review.length}`);

  expect(await violationsOn(page, { within: '[data-question]' })).toEqual([]);

  await page.reload();
  await course.review(review[0]!).wake();
  await expect(score).toContainText(`${review.length} of ${review.length}`);
  for (const question of review) await expect(course.review(question).group).toContainText('✓ Right.');
});
