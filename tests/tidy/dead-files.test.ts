import { expect, test } from 'vitest';
import { doors, importsOf, isConfiguration } from './imports.ts';
import { isCode, isReferenceSolution, isTest, sourceFiles } from './source-tree.ts';

test('every file is used by one that is not its test', () => {
  const files = sourceFiles();
  const used = new Set<string>();
  for (const file of files) {
    for (const { to } of importsOf(file)) {
      const onlyTested = isTest(file) && to !== null && !isTest({ path: to, text: '' });
      if (to !== null && to !== file.path && !(onlyTested && !isReferenceSolution(to))) used.add(to);
    }
  }
  const dead = files.filter((file) => isCode(file) && !isEntry(file.path) && !used.has(file.path));
  expect(dead.map((file) => file.path)).toEqual([]);
});

/** True for what a tool or a person starts, rather than another file. */
function isEntry(path: string): boolean {
  return (
    isConfiguration(path) ||
    doors.has(path) ||
    /^commands\/[\w-]+\.ts$/.test(path) ||
    /\.(test|spec|d)\.ts$/.test(path) ||
    path.startsWith('src/pages/')
  );
}
