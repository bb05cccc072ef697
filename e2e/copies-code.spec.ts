import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { run, type RunResult, type Scenario } from '#sim-core';
import { chapterWithLab } from './course.ts';
import { expect, test } from './fixtures.ts';
import { violationsOn } from './pages/violations.ts';

const execute = promisify(execFile);

test('the JSON of an instrument runs on the command line and gives the numbers of the page', async ({
  course,
  page,
  context,
}, testInfo) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { chapter, lab } = chapterWithLab('policies');
  await course.open(
    `${chapter.path}#lab=policies&v=2&seed=9&rate=300&policy=two-choices&_do=slow*server*2*20*10`,
  );
  const panel = course.lab(lab);
  await panel.wake();
  await panel.settled();
  await panel.button('Code').press('Enter');
  const code = panel.region.getByRole('group', { name: 'This scenario as code' });
  // Colors come a moment later, and change no letter.
  await expect(code.locator('pre span[style]').first()).toBeVisible();
  expect(await violationsOn(page, { rules: ['color-contrast', 'scrollable-region-focusable'] })).toEqual([]);
  const shown = await code.locator('pre').textContent();
  await code.getByRole('button', { name: 'Copy' }).press('Enter');
  await expect(code.getByRole('status')).toHaveText('Copied.');
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(shown).toBe(text);

  const file = testInfo.outputPath('scenario.json');
  await writeFile(file, text);
  const { stdout } = await execute('npm', ['run', '--silent', 'sim', '--', file, '--json']);
  const { overall } = JSON.parse(stdout) as RunResult;
  // The page shows three digits.
  const bar = panel.region.getByRole('listitem').filter({ hasText: /^two choices/ });
  const p99 = overall.latencySecondsP99!;
  const words = p99 < 1 ? `${Number((p99 * 1000).toPrecision(3))}` : `${Number(p99.toPrecision(3))}`;
  await expect(bar.first()).toContainText(words);

  const download = page.waitForEvent('download');
  await code.getByRole('button', { name: 'Save as a file' }).press('Enter');
  expect((await download).suggestedFilename()).toBe('policies.json');

  await code.getByRole('button', { name: 'TypeScript' }).press('Enter');
  await expect(code.locator('pre')).toContainText('const scenario: Scenario = {');
  const program = (await code.locator('pre').textContent()) ?? '';
  const literal = /const scenario: Scenario = (\{[\s\S]*?\n\});/.exec(program)?.[1] ?? '';
  expect(await page.evaluate(`(${literal})`)).toEqual(JSON.parse(text));
  expect(run(JSON.parse(text) as Scenario).overall.latencySecondsP99).toBe(p99);

  await code.getByRole('button', { name: 'TypeScript' }).press('Escape');
  await expect(code).toHaveCount(0);
  await expect(panel.button('Code')).toBeFocused();
});

test('code and what came of sharing give way to each other, and both to Escape', async ({ course, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  const { chapter, lab } = chapterWithLab('policies');
  await course.open(chapter.path);
  const panel = course.lab(lab);
  await panel.wake();
  const code = panel.region.getByRole('group', { name: 'This scenario as code' });
  await panel.button('Code').press('Enter');
  await expect(code).toBeVisible();
  // The focus is where it was: on the button.
  await page.keyboard.press('Escape');
  await expect(code).toHaveCount(0);
  await expect(panel.button('Code')).toBeFocused();

  await panel.button('Code').press('Enter');
  await panel.button('Share').press('Enter');
  await expect(panel.notice).toContainText('Copy this link.');
  await expect(code).toHaveCount(0);
  await panel.button('Code').press('Enter');
  await expect(code).toBeVisible();
  await expect(panel.notice).toHaveCount(0);
  await panel.button('Share').press('Enter');
  await panel.notice.getByRole('textbox').press('Escape');
  await expect(panel.notice).toHaveCount(0);
  await expect(panel.button('Share')).toBeFocused();
});

test('Escape closes the code before it gives the window back', async ({ course, page }) => {
  await page.addInitScript(() => {
    Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('not here'));
  });
  const { chapter, lab } = chapterWithLab('policies');
  await course.open(chapter.path);
  const panel = course.lab(lab);
  await panel.wake();
  await panel.button('Full screen').press('Enter');
  await panel.button('Code').press('Enter');
  await panel.region.getByRole('button', { name: 'TypeScript' }).press('Escape');
  await expect(panel.button('Code')).toBeFocused();
  await expect(panel.button('Full screen')).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Escape');
  await expect(panel.button('Full screen')).toHaveAttribute('aria-pressed', 'false');
});
