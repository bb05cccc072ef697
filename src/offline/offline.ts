import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'esbuild';
import { keptFiles } from './kept-files.ts';

/**
 * Makes the built course readable without a network. To be listed after whatever adds files when the build
 * is done, such as the search.
 */
export function offline(): AstroIntegration {
  return {
    name: 'offline',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { count, bytes } = await writeServiceWorker(fileURLToPath(dir));
        logger.info(
          `${count} files, ${(bytes / 1e6).toFixed(1)} MB, are kept for reading without a network.`,
        );
      },
    },
  };
}

/** Writes `sw.js` into a built site, with the list of its files as they are now. */
export async function writeServiceWorker(directory: string): Promise<{ count: number; bytes: number }> {
  const files = keptFiles(directory);
  await build({
    entryPoints: [fileURLToPath(new URL('./service-worker.ts', import.meta.url))],
    outfile: join(directory, 'sw.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"', KEPT_FILES: JSON.stringify(files) },
    logLevel: 'error',
  });
  const sizes = files.map(({ url }) => {
    const path = url.endsWith('/') ? `${url}index.html` : url;
    return readFileSync(join(directory, path)).length;
  });
  return { count: files.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}
