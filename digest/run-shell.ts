import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Shell } from './engines.ts';

/** Hashes by the names of their scenarios. */
export type Digests = Readonly<Record<string, string>>;

/** Some seconds are usual; a machine may be busy. */
const mostSeconds = 180;

/** What Node calls `console.log` is `print` in the shells of the other engines. */
const sayDigests = ';\n(globalThis.print ?? console.log)(JSON.stringify(headroom.digests));\n';

/** Runs the bundled program in a shell. Throws an Error that holds what the shell complained of. */
export function digestsFrom(shell: Shell, bundle: string): Digests {
  const folder = mkdtempSync(join(tmpdir(), 'headroom-digest-'));
  try {
    const script = join(folder, 'digest.js');
    writeFileSync(script, bundle + sayDigests);
    const { stdout, stderr, status, error } = spawnSync(shell.path, [script], {
      encoding: 'utf8',
      timeout: mostSeconds * 1000,
    });
    if (error) throw error;
    const said = stdout.split('\n').find((line) => line.startsWith('{'));
    if (status !== 0 || said === undefined) {
      throw new Error(
        `${shell.path} ended with status ${status}: ${(stderr + stdout).trim().slice(0, 2000)}`,
      );
    }
    return JSON.parse(said) as Digests;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A sentence for each scenario whose hash is not what it should be, or is missing on one side. */
export function differences(expected: Digests, found: Digests): string[] {
  const names = [...new Set([...Object.keys(expected), ...Object.keys(found)])];
  return names
    .filter((name) => expected[name] !== found[name])
    .map((name) => `${name}: ${found[name] ?? 'nothing'}; expected ${expected[name] ?? 'nothing'}`);
}
