import { gzipSync } from 'node:zlib';
import { addressOf, fileAt, textOf, type BuiltSite } from './built-site.ts';
import { tagsOf, type Tag } from './html.ts';
import { staticImportsOf } from './links.ts';

const origin = 'https://course.invalid';

/** Bytes of compressed JavaScript of one script with all that it imports at once. Throws as `scriptBytesOf`. */
export function importedBytesOf(site: BuiltSite, script: string): Map<string, number> {
  const bytes = new Map<string, number>();
  follow(site, bytes, addressOf(site, script), script);
  return bytes;
}

/**
 * Bytes of compressed JavaScript that one page loads before a reader touches anything, by the file that
 * they come in. Throws Error when the page loads a script that is not there.
 */
export function scriptBytesOf(site: BuiltSite, page: string): Map<string, number> {
  const bytes = new Map<string, number>();
  const inline: string[] = [];
  for (const tag of tagsOf(textOf(site, page))) {
    for (const url of scriptsOf(tag)) follow(site, bytes, url, page);
    if (tag.name !== 'script' || tag.attributes.src !== undefined || !isJavaScript(tag)) continue;
    inline.push(tag.body);
    if (tag.attributes.type === 'module') {
      for (const imported of staticImportsOf(tag.body)) follow(site, bytes, imported, page);
    }
  }
  bytes.set('in the page itself', inline.length === 0 ? 0 : compressedBytes(inline.join('\n')));
  return bytes;
}

/** Adds a script, and all that it imports, to what is weighed already. */
function follow(site: BuiltSite, bytes: Map<string, number>, specifier: string, from: string): void {
  const { pathname, origin: host } = new URL(specifier, origin + addressOf(site, from));
  const file = host === origin ? fileAt(site, pathname) : null;
  if (file === null) throw new Error(`${from} loads ${specifier}, which is not there`);
  if (bytes.has(file)) return;
  const text = textOf(site, file);
  bytes.set(file, compressedBytes(text));
  for (const imported of staticImportsOf(text)) follow(site, bytes, imported, file);
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
