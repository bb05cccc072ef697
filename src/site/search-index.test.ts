import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { completeSearchIndex } from './search-index.ts';

let site = '';
const entry = () => join(site, 'pagefind', 'pagefind-entry.json');

beforeEach(() => {
  site = mkdtempSync(join(tmpdir(), 'headroom-search-'));
  mkdirSync(join(site, 'pagefind'));
  writeFileSync(
    join(site, 'index.html'),
    '<html lang="en"><body><h1>Queues</h1><p>They grow.</p></body></html>',
  );
});

afterEach(() => {
  rmSync(site, { recursive: true });
});

test('an index that is all there stays as it is', async () => {
  writeFileSync(entry(), '{}');
  expect(await completeSearchIndex(site)).toBe(false);
  expect(readFileSync(entry(), 'utf8')).toBe('{}');
});

test('an index with an empty file is written anew', async () => {
  writeFileSync(entry(), '');
  expect(await completeSearchIndex(site)).toBe(true);
  const { languages } = JSON.parse(readFileSync(entry(), 'utf8')) as {
    languages: Record<string, { page_count: number }>;
  };
  expect(languages.en?.page_count).toBe(1);
});
