import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tagsOf } from '../../commands/built-site/html.ts';
import { linksOf, staticImportsOf } from '../../commands/built-site/links.ts';

let site = '';
beforeAll(() => {
  site = mkdtempSync(join(tmpdir(), 'headroom-site-'));
  mkdirSync(join(site, 'lesson'));
});
afterAll(() => {
  rmSync(site, { recursive: true });
});

function command(name: string, pages: Readonly<Record<string, string>>, basePath = '/') {
  for (const [file, text] of Object.entries(pages)) writeFileSync(join(site, file), text);
  return spawnSync('node', [`commands/${name}.ts`, site, basePath], { encoding: 'utf8' });
}

test('tags are read with their attributes, and not out of scripts or comments', () => {
  const html = `<a href='/x?a=1&amp;b'>x</a><!-- <a href="/y"> --><script>"<a href='/z'>"</script><img src=a.png>`;
  expect(tagsOf(html).map(({ name, attributes }) => [name, attributes])).toEqual([
    ['a', { href: '/x?a=1&b' }],
    ['script', {}],
    ['img', { src: 'a.png' }],
  ]);
});

test('links of all kinds are found', () => {
  const html = `<link rel="stylesheet" href="a.css"><img srcset="b.png 1x, c.png 2x">
    <astro-island component-url="/d.js" renderer-url="/e.js"></astro-island><style>x{background:url(f.png)}</style>`;
  const urls = tagsOf(html)
    .flatMap(linksOf)
    .map(({ url }) => url);
  expect(urls).toEqual(['a.css', 'b.png', 'c.png', '/d.js', '/e.js', 'f.png']);
});

test('static imports of a minified module are found, later ones are not', () => {
  const script = `import{a as b}from"/c.js";import"/d.js";import e from'/f.js';export*from"/g.js";const h=()=>import("/i.js")`;
  expect(staticImportsOf(script)).toEqual(['/c.js', '/d.js', '/f.js', '/g.js']);
});

test('a dead link, a dead anchor, a foreign script and a lost base path are reported', () => {
  const { stderr, status } = command(
    'check-links',
    {
      'index.html': `<h2 id="here"></h2><a href="#here">.</a><a href="#gone">.</a><a href="/base/lesson/#state=1">.</a>
        <a href="/base/lesson">.</a><a href="/base/none/">.</a><a href="/lesson/">.</a>
        <script src="https://elsewhere.example/x.js"></script>`,
      'lesson/index.html': '<a href="../#here">.</a>',
    },
    '/base/',
  );
  expect(status).toBe(1);
  expect(stderr.trim().split('\n')).toEqual([
    'index.html: #gone names an anchor that its page does not have',
    'index.html: /base/lesson lacks the slash at its end',
    'index.html: /base/none/ leads nowhere',
    'index.html: /lesson/ leaves the base path /base/',
    'index.html: https://elsewhere.example/x.js is loaded from another site',
  ]);
});

test('a page is weighed with what its islands import, and refused above the limit', () => {
  // Digits that do not compress: two of these weigh more than a page may.
  const heavy = Array.from({ length: 20_000 }, (_, index) =>
    String(((index + 1) * 2_654_435_761) % 4_294_967_296),
  ).join();
  const pages = {
    'index.html': '<astro-island component-url="/a.js"></astro-island>',
    'lesson/index.html': '',
    'a.js': 'import "/b.js";',
    'b.js': 'export {}',
    'simulation-worker-1.js': 'export {}',
  };
  expect(command('check-page-weight', pages).status).toBe(0);
  const { stderr, status } = command('check-page-weight', {
    ...pages,
    'b.js': `[${heavy}];[${[...heavy].reverse().join('')}]`,
  });
  expect(status).toBe(1);
  expect(stderr).toContain('b.js');
  const worker = command('check-page-weight', { ...pages, 'simulation-worker-1.js': `[${heavy}]` });
  expect(worker.status).toBe(1);
  expect(worker.stderr).toContain('simulation-worker-1.js is above');
});
