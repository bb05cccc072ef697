import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A JavaScript engine, and where a shell of it comes from. */
export interface Engine {
  readonly name: string;
  /** Who browses with it. */
  readonly browsers: string;
  /** Names of its shell; the first that is found on PATH is taken. */
  readonly shells: readonly string[];
  /** The Debian package that holds the shell. */
  readonly debianPackage: string;
  /** Asks a shell for its version; null where a shell does not tell. Another program may have the same name. */
  readonly versionPattern: RegExp | null;
}

/** The engines that are not the one we run in. */
export const otherEngines: readonly Engine[] = [
  {
    name: 'JavaScriptCore',
    browsers: 'Safari',
    shells: ['jsc'],
    debianPackage: 'libjavascriptcoregtk-4.0-bin',
    versionPattern: null,
  },
  {
    name: 'SpiderMonkey',
    browsers: 'Firefox',
    shells: ['js128', 'js115', 'js102', 'js'],
    debianPackage: 'libmozjs-102-dev',
    versionPattern: /^JavaScript-C([\d.]+)/,
  },
];

/** A shell that can run a script. */
export interface Shell {
  readonly path: string;
  /** '' where the shell does not tell. */
  readonly version: string;
}

/** The V8 of the Node that we run in. */
export const ownShell: Shell = { path: process.execPath, version: process.versions.v8 };

/** The shell of an engine; null when there is none on PATH. */
export function findShell(engine: Engine, searchPath = process.env.PATH ?? ''): Shell | null {
  for (const shell of engine.shells) {
    for (const folder of searchPath.split(delimiter)) {
      const path = join(folder, shell);
      if (folder === '' || !isProgram(path)) continue;
      if (engine.versionPattern === null) return { path, version: '' };
      const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 10_000 });
      const version = engine.versionPattern.exec(stdout)?.[1];
      if (version !== undefined) return { path, version };
    }
  }
  return null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
