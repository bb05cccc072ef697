import { spawnSync } from 'node:child_process';
import { findShell, otherEngines } from './engines.ts';

/** What hangs is given up. */
const secondsToUpdate = 60;
const secondsToInstall = 120;

/**
 * Installs the shells that are missing, where nobody minds: in continuous integration (CI=true),
 * as root, with apt-get. Says what it does, and what failed; never throws.
 */
export function installMissingShells(say: (line: string) => void): void {
  const packages = otherEngines
    .filter((engine) => findShell(engine) === null)
    .map(({ debianPackage }) => debianPackage);
  if (packages.length === 0 || process.env.CI !== 'true' || process.getuid?.() !== 0) return;
  if (spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0) return;
  // An outdated list of packages may do, so a failure here decides nothing.
  apt(['update'], secondsToUpdate);
  for (const name of packages) {
    say(`installing ${name}`);
    const complaint = apt(['install', '-y', '--no-install-recommends', name], secondsToInstall);
    if (complaint !== null) say(`! apt-get could not install ${name}: ${complaint}`);
  }
}

/** Null when all went well, else the last that was said. */
function apt(words: readonly string[], mostSeconds: number): string | null {
  const { status, error, stdout, stderr } = spawnSync(
    'apt-get',
    ['-o', 'DPkg::Lock::Timeout=20', '-o', 'Acquire::Retries=1', ...words],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: mostSeconds * 1000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    },
  );
  if (status === 0) return null;
  const said = `${stdout}\n${stderr}`.trim().split('\n').at(-1);
  return error?.message ?? (said === undefined || said === '' ? `status ${status}` : said);
}
