import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * The whole program as one plain script, for engines that know neither modules nor types.
 * Once it has run, `headroom.digests` holds the hashes by name.
 */
export async function bundleProgram(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./program.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'headroom',
    target: 'es2023',
    platform: 'neutral',
    logLevel: 'silent',
  });
  return outputFiles[0]!.text;
}
