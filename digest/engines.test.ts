import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findShell, otherEngines, ownShell } from './engines.ts';
import { differences, digestsFrom } from './run-shell.ts';

const folder = mkdtempSync(join(tmpdir(), 'headroom-engines-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const spiderMonkey = otherEngines.find(({ name }) => name === 'SpiderMonkey')!;

/** A program that says the same to whoever starts it, in a folder of its own. */
function programThatSays(name: string, words: string): string {
  const place = mkdtempSync(join(folder, 'bin-'));
  const path = join(place, name);
  writeFileSync(path, `#!/bin/sh\necho '${words}'\n`);
  chmodSync(path, 0o755);
  return place;
}

test('a shell that is not there is not found', () => {
  for (const engine of otherEngines) expect(findShell(engine, folder)).toBeNull();
  expect(findShell(spiderMonkey, '')).toBeNull();
});

test.skipIf(process.platform === 'win32')('another program of the same name is passed over', () => {
  const other = programThatSays('js', 'v20.1.0');
  const shell = programThatSays('js', 'JavaScript-C140.2.0');
  expect(findShell(spiderMonkey, other)).toBeNull();
  expect(findShell(spiderMonkey, [other, shell].join(delimiter))).toEqual({
    path: join(shell, 'js'),
    version: '140.2.0',
  });
});

test('digests come out of a shell, and its complaints too', () => {
  expect(digestsFrom(ownShell, 'var headroom = { digests: { a: "1" } };')).toEqual({ a: '1' });
  expect(() => digestsFrom(ownShell, 'throw new Error("out of order")')).toThrow('out of order');
  expect(() => digestsFrom(ownShell, 'console.log = () => {}; var headroom = {};')).toThrow('status 0');
});

test('what differs is named, and so is what is missing on either side', () => {
  expect(differences({ a: '1', b: '2' }, { b: '2', a: '1' })).toEqual([]);
  expect(differences({ a: '1', b: '2', c: '3' }, { a: '1', b: '9', d: '4' })).toEqual([
    'b: 9; expected 2',
    'c: nothing; expected 3',
    'd: 4; expected nothing',
  ]);
});
