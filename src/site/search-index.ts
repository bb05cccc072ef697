import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';

/**
 * Makes sure that the search index is all there. To be listed after Starlight, which has Pagefind write it and stops its
 * program as soon as that says it is done: on a busy machine a file may still be empty by then, and stays so.
 */
export function wholeSearchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        if (await completeSearchIndex(fileURLToPath(dir)))
          logger.info('The search index had an empty file and was written anew.');
      },
    },
  };
}

/**
 * Writes the index of a built site anew if any of its files is empty; says whether it did.
 * Throws Error where Pagefind cannot make it.
 */
export async function completeSearchIndex(directory: string): Promise<boolean> {
  const folder = join(directory, 'pagefind');
  const written = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) =>
    statSync(join(folder, path)),
  );
  if (written.every((each) => each.isDirectory() || each.size > 0)) return false;
  try {
    const { index, errors } = await pagefind.createIndex();
    if (!index) throw new Error(`search index: ${errors.join('; ')}`);
    const added = await index.addDirectory({ path: directory });
    const made = await index.getFiles();
    const problems = [...added.errors, ...made.errors];
    if (problems.length > 0) throw new Error(`search index: ${problems.join('; ')}`);
    for (const { path, content } of made.files) {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
  } finally {
    await pagefind.close();
  }
  return true;
}
