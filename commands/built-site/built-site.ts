import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** A site as `npm run build` left it, and the path under which it is served. */
export interface BuiltSite {
  /** Folder with the files, such as `dist`. */
  readonly directory: string;
  /** Begins and ends with a slash: `/`, `/some/course/`. */
  readonly basePath: string;
}

/** Checks the arguments of a command; throws an Error that says what is wrong. */
export function openBuiltSite(directory: string, basePath: string): BuiltSite {
  if (!existsSync(join(directory, 'index.html'))) {
    throw new Error(`${directory}/index.html does not exist; run \`npm run build\` first`);
  }
  if (!/^\/(.*\/)?$/.test(basePath)) {
    throw new Error(`base path is "${basePath}"; expected a path that begins and ends with a slash`);
  }
  return { directory, basePath };
}

/** Paths of all files with this ending, from the site's directory, with forward slashes. */
export function filesOf(site: BuiltSite, ending: string): string[] {
  return readdirSync(site.directory, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => path.endsWith(ending))
    .sort();
}

/** Text of a file of the site. */
export function textOf(site: BuiltSite, file: string): string {
  return readFileSync(join(site.directory, file), 'utf8');
}

/** The address at which a file is served: `single-server/index.html` → `/base/single-server/`. */
export function addressOf(site: BuiltSite, file: string): string {
  return site.basePath + file.replace(/(^|\/)index\.html$/, '$1');
}

/**
 * The file that a static server answers with, from the site's directory; null
 * when the path (no query, no fragment) is outside the base path or leads nowhere.
 */
export function fileAt(site: BuiltSite, pathname: string): string | null {
  if (!pathname.startsWith(site.basePath)) return null;
  const name = decoded(pathname.slice(site.basePath.length));
  if (name === null) return null;
  const path = join(site.directory, name);
  if (relative(site.directory, path).startsWith('..')) return null;
  const candidates = pathname.endsWith('/') ? [join(path, 'index.html')] : [path];
  const file = candidates.find((candidate) => existsSync(candidate) && statSync(candidate).isFile());
  return file === undefined ? null : relative(site.directory, file).split(sep).join('/');
}

/** The text that percent signs stand for; null when they stand for none. */
function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
