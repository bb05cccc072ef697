import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { keptFiles } from '../kept-files.ts';

test('pages go by their addresses, hashed names need no revision, and what is for others is left out', () => {
  const directory = mkdtempSync(join(tmpdir(), 'kept-'));
  try {
    const files = {
      'index.html': 'home',
      'caching/index.html': 'page',
      '404.html': 'missing',
      '_astro/a.Bc12.js': 'script',
      'embed/crash/index.html': 'for another site',
      'embed/predict/caching/a/index.html': 'for a class',
      'pagefind/pagefind.js': 'search',
      'pagefind/pagefind-ui.js': 'not ours',
      'sitemap-0.xml': 'for machines',
      'sw.js': 'itself',
    };
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      writeFileSync(join(directory, path), text);
    }
    const kept = keptFiles(directory);
    expect(kept.map(({ url }) => url)).toEqual([
      '404.html',
      '_astro/a.Bc12.js',
      'caching/',
      './',
      'pagefind/pagefind.js',
    ]);
    expect(kept.map(({ revision }) => revision !== null)).toEqual([true, false, true, true, true]);

    writeFileSync(join(directory, 'index.html'), 'another home');
    const changed = keptFiles(directory).filter((file, index) => file.revision !== kept[index]!.revision);
    expect(changed.map(({ url }) => url)).toEqual(['./']);
  } finally {
    rmSync(directory, { recursive: true });
  }
});
