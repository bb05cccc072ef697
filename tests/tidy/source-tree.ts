import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json, without a slash at the end. */
export const rootFolder = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** A text file of the repository. */
export interface SourceFile {
  /** From the root folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** What tools write; nobody's source. */
const generatedFolders = new Set([
  ...['node_modules', '.git', '.astro', 'dist', 'dist-under-path'],
  ...['test-results', 'playwright-report'],
]);
const textFile =
  /\.(ts|js|mjs|svelte|astro|css|mdx|md|json|ya?ml|html|txt)$|^\.[a-z]+(rc|ignore|config)$|^run$/;

/** Every text file of the repository, except what tools write (the lock file too). */
export function sourceFiles(): SourceFile[] {
  return readdirSync(rootFolder, { recursive: false, withFileTypes: true })
    .filter((entry) => !generatedFolders.has(entry.name))
    .flatMap((entry) =>
      entry.isDirectory() ? filesBelow(join(rootFolder, entry.name)) : [join(rootFolder, entry.name)],
    )
    .filter((file) => textFile.test(file.slice(file.lastIndexOf(sep) + 1)))
    .map((file) => ({
      path: relative(rootFolder, file).split(sep).join('/'),
      text: readFileSync(file, 'utf8'),
    }))
    .filter((file) => file.path !== 'package-lock.json');
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (generatedFolders.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

/** True for the files that are programs, styles or components, as against lessons and documents. */
export function isCode(file: SourceFile): boolean {
  return /\.(ts|js|mjs|svelte|astro|css)$/.test(file.path);
}

/** True for a file that only tests use. */
export function isTest(file: SourceFile): boolean {
  return /\.(test|spec)\.ts$|^(tests|e2e)\/|\/test\//.test(file.path);
}

/** True for the answers to exercises: there for the tests alone, so that a student's build lacks them. */
export function isReferenceSolution(path: string): boolean {
  return /^content\/.*solutions?\.ts$/.test(path);
}
