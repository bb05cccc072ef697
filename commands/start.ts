/**
 * `npm start`: builds the course when its sources are newer than the last build,
 * then serves it on http://localhost:4321 until it is stopped.
 *
 *     npm start -- --port 8080 --host 0.0.0.0
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openBuiltSite } from './built-site/built-site.ts';
import { serve } from './built-site/server.ts';

const sources = [
  'content',
  'src',
  'sim-core',
  'public',
  'astro.config.mjs',
  'content.config.ts',
  'package-lock.json',
];
/** A port that another program holds is left to it, and the next one tried. */
const portsTried = 10;

/** Time of the last change below a path, milliseconds since 1970; 0 if there is nothing. */
function lastChange(path: string): number {
  if (!existsSync(path)) return 0;
  const own = statSync(path).mtimeMs;
  if (!statSync(path).isDirectory()) return own;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, lastChange(join(path, name))), own);
}

function buildIfNeeded(): void {
  const built = lastChange('dist/index.html');
  // A build for another base path keeps its assets elsewhere.
  const forRoot = built > 0 && readFileSync('dist/index.html', 'utf8').includes('"/_astro/');
  if (forRoot && sources.every((path) => lastChange(path) < built)) return;
  const environment = { ...process.env, BASE_PATH: '/', ASTRO_TELEMETRY_DISABLED: '1' };
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: environment,
  });
  if (status !== 0) throw new Error('the build failed; its messages stand above');
}

async function serveOnFreePort(first: number, host: string | undefined): Promise<number> {
  const site = openBuiltSite('dist', '/');
  for (let port = first; ; port += 1) {
    try {
      await serve(site, port, host);
      return port;
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!taken || port === first + portsTried) throw error;
      console.log(`Port ${port} is taken; trying the next.`);
    }
  }
}

try {
  const { values } = parseArgs({ options: { port: { type: 'string' }, host: { type: 'string' } } });
  const first = Number(values.port ?? '4321');
  if (!Number.isInteger(first) || first < 1 || first > 65_000) {
    throw new Error(`--port is ${values.port}; expected an integer from 1 to 65000`);
  }
  buildIfNeeded();
  const port = await serveOnFreePort(first, values.host);
  console.log(`\nHeadroom is served at http://localhost:${port}/ (Ctrl+C stops it)`);
} catch (error) {
  console.error(`start: ${(error as Error).message}`);
  process.exitCode = 1;
}
