/**
 * Weighs the JavaScript that each page of the built site loads before a reader
 * touches anything, compressed as a server sends it: the scripts of the page and
 * of all its islands, with everything that they import.
 *
 *     node commands/check-page-weight.ts dist /
 */
import { gzipSync } from 'node:zlib';
import {
  addressOf,
  fileAt,
  filesOf,
  openBuiltSite,
  textOf,
  type BuiltSite,
} from './built-site/built-site.ts';
import { tagsOf, type Tag } from './built-site/html.ts';
import { staticImportsOf } from './built-site/links.ts';

/** What a page may weigh at most, in bytes of compressed JavaScript. */
const bytesAllowed = 120_000;
const origin = 'https://course.invalid';

/** Bytes of compressed JavaScript of one page, by the file that they come in. */
function scriptBytesOf(site: BuiltSite, page: string): Map<string, number> {
  const bytes = new Map<string, number>();
  const follow = (specifier: string, from: string) => {
    const { pathname, origin: host } = new URL(specifier, origin + addressOf(site, from));
    const file = host === origin ? fileAt(site, pathname) : null;
    if (file === null) throw new Error(`${from} loads ${specifier}, which is not there`);
    if (bytes.has(file)) return;
    const text = textOf(site, file);
    bytes.set(file, compressedBytes(text));
    for (const imported of staticImportsOf(text)) follow(imported, file);
  };
  const inline: string[] = [];
  for (const tag of tagsOf(textOf(site, page))) {
    for (const url of scriptsOf(tag)) follow(url, page);
    if (tag.name !== 'script' || tag.attributes.src !== undefined || !isJavaScript(tag)) continue;
    inline.push(tag.body);
    if (tag.attributes.type === 'module') {
      for (const imported of staticImportsOf(tag.body)) follow(imported, page);
    }
  }
  bytes.set('in the page itself', inline.length === 0 ? 0 : compressedBytes(inline.join('\n')));
  return bytes;
}

function scriptsOf({ name, attributes }: Tag): string[] {
  const urls = [
    name === 'script' ? attributes.src : undefined,
    name === 'link' && attributes.rel === 'modulepreload' ? attributes.href : undefined,
    ...(name === 'astro-island'
      ? [attributes['component-url'], attributes['renderer-url'], attributes['before-hydration-url']]
      : []),
  ];
  return urls.filter((url) => url !== undefined);
}

function isJavaScript({ attributes: { type } }: Tag): boolean {
  return type === undefined || type === '' || type === 'module' || type === 'text/javascript';
}

function compressedBytes(text: string): number {
  return gzipSync(text, { level: 9 }).length;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`;
}

try {
  const [directory = 'dist', basePath = '/'] = process.argv.slice(2);
  const site = openBuiltSite(directory, basePath);
  for (const page of filesOf(site, '.html')) {
    const bytes = scriptBytesOf(site, page);
    const total = [...bytes.values()].reduce((sum, each) => sum + each, 0);
    console.log(`${kilobytes(total).padStart(9)}  ${page}`);
    if (total <= bytesAllowed) continue;
    process.exitCode = 1;
    console.error(`${page} is above the ${kilobytes(bytesAllowed)} allowed:`);
    for (const [file, each] of [...bytes].sort((a, b) => b[1] - a[1])) {
      console.error(`${kilobytes(each).padStart(9)}    ${file}`);
    }
  }
} catch (error) {
  console.error(`check-page-weight: ${(error as Error).message}`);
  process.exitCode = 1;
}
