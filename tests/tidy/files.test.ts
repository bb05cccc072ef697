import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isCode, rootFolder, sourceFiles } from './source-tree.ts';

const files = sourceFiles();

test('no file of code has more than 300 lines', () => {
  const long = files.filter((file) => isCode(file) && file.text.trimEnd().split('\n').length > 300);
  expect(long.map((file) => file.path)).toEqual([]);
});

test('files of code are kebab-case, components PascalCase', () => {
  const wrong = files.filter((file) => {
    const name = file.path.slice(file.path.lastIndexOf('/') + 1);
    if (/\.(svelte|astro)$/.test(name)) return !/^[A-Z][A-Za-z0-9]*\.(svelte|astro)$/.test(name);
    return isCode(file) && !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)+$/.test(name);
  });
  expect(wrong.map((file) => file.path)).toEqual([]);
});

test('no file is named after nothing', () => {
  const empty = /(^|\/)(utils?|helpers?|managers?|data|common|misc)(\.|\/)/;
  expect(files.filter((file) => empty.test(file.path)).map((file) => file.path)).toEqual([]);
});

test('no file names a folder of somebody’s machine', () => {
  const folders = ['work', 'root', 'farm', 'home', 'tmp'].join('|');
  const machinePath = new RegExp(`(^|[\\s"'\`(=:])/(${folders})/`, 'm');
  expect(files.filter((file) => machinePath.test(file.text)).map((file) => file.path)).toEqual([]);
});

test('nothing is left for later in a comment', () => {
  const later = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX'].join('|')})\\b`);
  expect(files.filter((file) => later.test(file.text)).map((file) => file.path)).toEqual([]);
});

test('the lock file names no registry and every platform', () => {
  const lock = readFileSync(join(rootFolder, 'package-lock.json'), 'utf8');
  expect(lock).not.toContain('"resolved"');
  const families = ['@rolldown/binding-', 'lightningcss-', '@esbuild/', '@astrojs/compiler-binding-'];
  for (const family of families) {
    for (const platform of ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'win32-x64']) {
      expect(lock).toContain(`node_modules/${family}${platform}`);
    }
  }
});
