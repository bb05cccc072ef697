import { expect, test } from './fixtures.ts';
import { violationsOn } from './pages/violations.ts';

test('a word says what it means at a rest of the pointer, from the keyboard, and goes away', async ({
  course,
  page,
}) => {
  await course.open('load-balancing/');
  const term = page.getByRole('main').getByRole('link', { name: 'load balancer', exact: true }).first();
  const card = page.locator('.term-card');

  await term.hover();
  await expect(card).toBeVisible();
  await expect(card).toContainText('A machine that receives every request');
  await card.hover();
  await expect(card).toBeVisible();
  await page.mouse.move(0, 0);
  await expect(card).toHaveCount(0);

  await term.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(card).toBeVisible();
  await expect(term).toHaveAccessibleDescription(/A machine that receives every request/);
  expect(await violationsOn(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  await expect(term).toBeFocused();
});

test('the word leads to its entry, and the entry back to the chapter @under-a-path', async ({
  course,
  page,
}) => {
  await course.open('load-balancing/');
  await page.getByRole('main').getByRole('link', { name: 'health checks', exact: true }).press('Enter');
  await expect(course.heading('Glossary')).toBeVisible();
  const entry = page.locator(':target');
  await expect(entry).toBeInViewport();
  await expect(entry.getByRole('term')).toHaveText('health check');
  await entry.getByRole('link', { name: 'Load balancing' }).click();
  await expect(course.heading('Who gets the next request?')).toBeVisible();
});

test('letters lead to their words', async ({ course, page }) => {
  await course.open('glossary/');
  await page
    .getByRole('navigation', { name: 'Letters' })
    .getByRole('link', { name: 'T', exact: true })
    .click();
  await expect(page.getByRole('heading', { name: 'T', exact: true })).toBeInViewport();
  await expect(page.locator('#ttl')).toContainText('how long a copy may be used');
});

test('a first tap shows what a word means, a second follows it', async ({ anotherReader }) => {
  const course = await anotherReader({ hasTouch: true, viewport: { width: 390, height: 844 } });
  const { page } = course;
  await course.open('load-balancing/');
  const term = page.getByRole('main').getByRole('link', { name: 'load balancer', exact: true }).first();
  await term.tap();
  await expect(page.locator('.term-card')).toBeVisible();
  await expect(course.heading('Who gets the next request?')).toBeVisible();
  await term.tap();
  await expect(course.heading('Glossary')).toBeVisible();
});

test('a word and its box light up together', async ({ course, page }) => {
  await course.open('load-balancing/');
  const lab = page.locator('[data-lab="one-slow"]');
  const term = page.getByRole('main').getByRole('link', { name: 'load balancer', exact: true }).first();
  const balancer = lab.locator('[data-node="balancer"]').first();
  await term.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(balancer).toHaveAttribute('data-lit');
  await expect(lab.locator('[data-node="server"][data-lit]')).toHaveCount(0);
  await page.keyboard.press('Tab');
  await expect(balancer).not.toHaveAttribute('data-lit');

  await lab.scrollIntoViewIfNeeded();
  await expect(lab).toHaveAttribute('data-ready');
  await lab.getByRole('button', { name: 'Look into Load balancer' }).hover();
  await expect(term).toHaveAttribute('data-lit');
  await page.mouse.move(0, 0);
  await expect(page.locator('[data-lit]')).toHaveCount(0);
});
