import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Plugin } from 'esbuild';
import type { Line } from './scale.ts';

/** Leaves out what is fetched when a scenario asks for it. */
const withoutParts: Plugin = {
  name: 'without parts',
  setup: (bundler) => {
    bundler.onResolve({ filter: /./ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    );
  },
};

/** What a browser fetches of the simulation: the core, which every page with a lab takes, and all of it. */
export async function coreSizeLine(): Promise<Line> {
  const kilobytes = await kilobytesGzip('core.ts');
  const wholeKilobytes = await kilobytesGzip('index.ts');
  return {
    model: 'core size',
    engine: 'headroom',
    requestsPerSecond: null,
    ratios: {},
    kilobytesGzip: kilobytes,
    wholeKilobytesGzip: wholeKilobytes,
  };
}

/** A door of the simulation with all that it imports, minified and compressed, thousands of bytes. */
async function kilobytesGzip(door: string): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../sim-core/${door}`, import.meta.url))],
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    plugins: [withoutParts],
  });
  return Number((gzipSync(outputFiles[0]!.contents, { level: 9 }).length / 1000).toFixed(1));
}
