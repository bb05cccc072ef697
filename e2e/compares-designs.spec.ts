import { expect, test } from './fixtures.ts';
import { violationsOn } from './pages/violations.ts';

test('two designs are compared on the same traffic, and both follow a knob', async ({ course, page }) => {
  await course.open('load-balancing/');
  const compare = page.getByRole('region', { name: 'One more server, or one more look' });
  await compare.scrollIntoViewIfNeeded();
  await expect(compare).toHaveAttribute('data-ready');
  const row = (name: string) =>
    compare.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
  const cells = (name: string) => row(name).getByRole('cell').allInnerTexts();

  await expect(row('Wait of the slowest hundredth').getByRole('cell').last()).toHaveText(/ shorter, ±\s/);
  await expect(row('Monthly bill').getByRole('cell').last()).toHaveText('$50 less');
  await expect(compare).toContainText('with four servers, two choices than with five servers, round robin');
  const before = await cells('Average wait');
  const drawn = compare.getByRole('figure', { name: 'Five servers, round robin' }).filter({ visible: true });
  await expect(drawn).toContainText('Server 5');
  const drawnBefore = await drawn.innerText();

  await compare.getByRole('slider', { name: 'Server 3 works at' }).press('End');
  await expect(compare).toHaveAttribute('data-runs', '1');
  await expect(compare).toHaveAttribute('data-status', 'ready');
  const after = await cells('Average wait');
  expect(after).toHaveLength(before.length);
  expect(after.every((text, place) => text !== before[place])).toBe(true);
  await expect.poll(() => drawn.innerText()).not.toBe(drawnBefore);
  await expect(compare.getByRole('status')).toContainText('Wait of the slowest hundredth:');
  expect(await violationsOn(page, { within: '[data-compare="look-or-buy"]' })).toEqual([]);

  await compare.getByRole('button', { name: 'Reset' }).press('Enter');
  await expect.poll(() => drawn.innerText()).toBe(drawnBefore);
  expect(await cells('Average wait')).toEqual(before);
});

test('the comparison and the bill are there without JavaScript', async ({ anotherReader }) => {
  const course = await anotherReader({ javaScriptEnabled: false });
  await course.open('load-balancing/');
  const compare = course.page.getByRole('region', { name: 'One more server, or one more look' });
  await expect(compare.getByRole('cell').filter({ hasText: '$50 less' })).toBeVisible();
  const bill = course.page.getByRole('table', { name: 'What it costs a month' });
  await expect(bill.getByRole('row').last()).toContainText('Together');
  await expect(bill.getByRole('row').last()).toContainText('$25 more');
});
