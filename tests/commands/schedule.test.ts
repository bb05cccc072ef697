import { expect, it } from 'vitest';
import { runInTurn, type Task } from '../../commands/testing/schedule.ts';

/** Runs tasks that end in the order in which they began; says what ran beside what. */
async function watched(tasks: readonly Task[], atOnce = 2): Promise<string[]> {
  const running: string[] = [];
  const seen: string[] = [];
  await runInTurn(tasks, atOnce, async ({ title }) => {
    running.push(title);
    seen.push(running.join('+'));
    await Promise.resolve();
    running.splice(running.indexOf(title), 1);
  });
  return seen;
}

it('keeps as many going as there is room for', async () => {
  expect(await watched([{ title: 'a' }, { title: 'b' }, { title: 'c' }])).toEqual(['a', 'a+b', 'c']);
  expect(await watched([{ title: 'a' }, { title: 'b' }], 1)).toEqual(['a', 'b']);
});

it('lets wait what needs another, and goes on with the rest', async () => {
  const seen = await watched([{ title: 'a' }, { title: 'b', after: ['a'] }, { title: 'c' }]);
  expect(seen).toEqual(['a', 'a+c', 'b']);
});

it('does not wait for what is not wanted', async () => {
  expect(await watched([{ title: 'b', after: ['a'] }])).toEqual(['b']);
});

it('runs alone what takes all cores', async () => {
  const seen = await watched([
    { title: 'a' },
    { title: 'all', takesAllCores: true },
    { title: 'b' },
    { title: 'c' },
  ]);
  expect(seen).toEqual(['a', 'a+b', 'all', 'c']);
  expect(await watched([{ title: 'all', takesAllCores: true }, { title: 'a' }])).toEqual(['all', 'a']);
});

it('says so when tasks wait for each other', async () => {
  const tasks = [
    { title: 'a', after: ['b'] },
    { title: 'b', after: ['a'] },
  ];
  await expect(runInTurn(tasks, 2, () => Promise.resolve())).rejects.toThrow(
    'these wait for each other: a, b',
  );
});

it('hands on what goes wrong', async () => {
  const failing = runInTurn([{ title: 'a' }], 2, () => Promise.reject(new Error('broken')));
  await expect(failing).rejects.toThrow('broken');
});
