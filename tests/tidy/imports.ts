import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { rootFolder, type SourceFile } from './source-tree.ts';

/** One file's mention of another module. */
export interface Import {
  readonly from: string;
  /** As it is written. */
  readonly specifier: string;
  /** The file that is meant, from the root folder; null for a package or a virtual module. */
  readonly to: string | null;
}

const packageText = readFileSync(join(rootFolder, 'package.json'), 'utf8');
const { imports: aliases } = JSON.parse(packageText) as {
  imports: Record<string, string | (Record<string, string> & { default: string })>;
};

/** The doors between layers: the files that package.json gives a name, some of them one for the browser besides. */
export const doors = new Set(
  Object.values(aliases)
    .flatMap((to) => (typeof to === 'string' ? to : Object.values(to)))
    .map((path) => posix.normalize(path)),
);

const mentions = [
  /\b(?:from|import)\s*\(?\s*['"]([^'"\n]+)['"]/g,
  /new URL\(\s*['"](\.[^'"\n]+)['"],\s*import\.meta\.url/g,
  /@import\s+(?:url\()?['"]([^'"\n]+)['"]/g,
];
/** A configuration names files by path, not by import. */
const pathInConfiguration = /['"](\.\/[^'"\n]+\.\w+)['"]/g;
/** … or by a list of names that it puts into a path. */
const pathWithName = /`(\.\/[^`$]+)\$\{name\}(\.\w+)`/;

/** All modules and files that a file mentions. */
export function importsOf(file: SourceFile): Import[] {
  const patterns = isConfiguration(file.path) ? [...mentions, pathInConfiguration] : mentions;
  const text = file.text.replaceAll(/^\s*(\/\/|\*|\/\*).*$/gm, '');
  const specifiers = patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1]!));
  const [, folder, ending] = (isConfiguration(file.path) ? pathWithName.exec(text) : null) ?? [];
  if (folder !== undefined && ending !== undefined) {
    for (const [, name] of text.matchAll(/'([A-Z]\w+)'/g)) specifiers.push(folder + name! + ending);
  }
  return [...new Set(specifiers)].map((specifier) => ({
    from: file.path,
    specifier,
    to: resolve(file.path, specifier),
  }));
}

/** True for the settings of a tool, at the root. */
export function isConfiguration(path: string): boolean {
  return /^[\w.-]+\.config\.(ts|js|mjs)$/.test(path);
}

function resolve(from: string, specifier: string): string | null {
  const bare = specifier.replace(/\?.*$/, '');
  const alias = aliases[bare];
  if (alias !== undefined) return posix.normalize(typeof alias === 'string' ? alias : alias.default);
  if (!bare.startsWith('.')) return null;
  const path = posix.normalize(posix.join(dirname(from).replaceAll('\\', '/'), bare));
  return existsSync(join(rootFolder, path)) ? path : null;
}
