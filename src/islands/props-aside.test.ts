import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { putPropsAside } from './props-aside.ts';

let site = '';
const written = (path: string) => readFileSync(join(site, path), 'utf8');
const islandOf = (client: string, props: string) => `<astro-island ssr props="${props}" client="${client}">`;

beforeEach(() => {
  site = mkdtempSync(join(tmpdir(), 'headroom-props-'));
  mkdirSync(join(site, 'embed', 'crash'), { recursive: true });
});

afterEach(() => {
  rmSync(site, { recursive: true });
});

test('props go into a file that is named after them, under the base path', () => {
  const page = islandOf('near', '{&quot;a&quot;:[0,&quot;5 &lt; 6 &amp;amp; 7&quot;]}');
  writeFileSync(join(site, 'index.html'), page + page);
  putPropsAside(site, '/some/course/');
  const html = written('index.html');
  expect(html).not.toContain('&quot;');
  const addresses = [...html.matchAll(/data-props="([^"]*)"/g)].map(([, address]) => address!);
  expect(addresses).toHaveLength(2);
  expect(new Set(addresses).size).toBe(1);
  expect(addresses[0]).toMatch(/^\/some\/course\/_astro\/props\.[0-9a-f]{12}\.json$/);
  expect(written(addresses[0]!.replace('/some/course/', ''))).toBe('{"a":[0,"5 < 6 &amp; 7"]}');
});

test('other islands, and pages with one instrument, keep theirs', () => {
  const other = islandOf('visible', '{}');
  const single = islandOf('near', '{}');
  writeFileSync(join(site, 'index.html'), other);
  writeFileSync(join(site, 'embed', 'crash', 'index.html'), single);
  putPropsAside(site, '/');
  expect(written('index.html')).toBe(other);
  expect(written('embed/crash/index.html')).toBe(single);
});

test('an unknown way to write a character is refused', () => {
  writeFileSync(join(site, 'index.html'), islandOf('near', '&hellip;'));
  expect(() => putPropsAside(site, '/')).toThrow('the props of an island have &hellip;; expected &quot;');
});
