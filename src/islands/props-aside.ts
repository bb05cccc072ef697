import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { rewritePages } from '../site/built-pages.ts';

/** Pages with a single instrument, which everybody plays who opens them. */
const leftAsTheyAre = 'embed/';
/** Where a built site has its files that never change, by their addresses from its root. */
const folder = '_astro';

/**
 * Adds `client:near`, and puts the props of islands that have it into files beside the built pages, which
 * are a third lighter then. To be listed before whatever notes what is in the files of a built site.
 */
export function propsAside(): AstroIntegration {
  let base = '/';
  return {
    name: 'props-aside',
    hooks: {
      'astro:config:setup': ({ addClientDirective }) => {
        addClientDirective({
          name: 'near',
          entrypoint: fileURLToPath(new URL('./near.ts', import.meta.url)),
        });
      },
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:build:done': ({ dir }) => {
        putPropsAside(fileURLToPath(dir), base);
      },
    },
  };
}

/** Does so for all pages in a folder, whose root will have this address, with a slash at its end. */
export function putPropsAside(directory: string, base: string): void {
  mkdirSync(join(directory, folder), { recursive: true });
  rewritePages(directory, (html, path) =>
    path.startsWith(leftAsTheyAre)
      ? html
      : html.replace(/<astro-island [^>]*>/g, (tag) => {
          const escaped = / props="([^"]*)"/.exec(tag);
          if (!escaped || !tag.includes(' client="near"')) return tag;
          const props = unescaped(escaped[1]!);
          const name = `props.${createHash('sha256').update(props).digest('hex').slice(0, 12)}.json`;
          writeFileSync(join(directory, folder, name), props);
          return tag.replace(escaped[0], () => ` data-props="${base}${folder}/${name}"`);
        }),
  );
}

const characters: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#34;': '"',
  '&#39;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&#38;': '&',
};

/** The value of an attribute as Astro writes it. Throws Error where it writes a character in a new way. */
function unescaped(value: string): string {
  return value.replace(/&[#\w]+;/g, (entity) => {
    const character = characters[entity];
    if (character === undefined)
      throw new Error(`the props of an island have ${entity}; expected ${Object.keys(characters).join(' ')}`);
    return character;
  });
}
