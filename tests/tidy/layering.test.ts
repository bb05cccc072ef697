import { expect, test } from 'vitest';
import { doors, importsOf, isConfiguration, type Import } from './imports.ts';
import { isReferenceSolution, isTest, sourceFiles } from './source-tree.ts';

/**
 * Who may import from whom: content → src → sim-core, and nothing points back.
 * Content may also show what was verified. A folder that is not named here (tests, tools) may read every layer.
 */
const mayImportFrom: Readonly<Record<string, readonly string[]>> = {
  'sim-core': ['sim-core'],
  src: ['src', 'sim-core'],
  content: ['content', 'src', 'sim-core', 'verify'],
  e2e: ['e2e', 'content', 'sim-core', 'commands', 'digest'],
};

const files = sourceFiles();
const imports = files.filter((file) => !file.path.endsWith('.md')).flatMap(importsOf);
const inRepository = imports.filter((each): each is Import & { to: string } => each.to !== null);

test('a layer imports only from the layers below it', () => {
  const wrong = inRepository.filter(({ from, to }) => {
    const allowed = mayImportFrom[layerOf(from)];
    return allowed !== undefined && !isTestPath(from) && !allowed.includes(layerOf(to));
  });
  expect(wrong.map(describe)).toEqual([]);
});

test('a layer is entered through its door', () => {
  const wrong = inRepository.filter(
    ({ from, to }) =>
      layerOf(from) !== layerOf(to) &&
      layerOf(to) in mayImportFrom &&
      !doors.has(to) &&
      !to.endsWith('/index.ts') &&
      !isConfiguration(from) &&
      !isTestPath(from),
  );
  expect(wrong.map(describe)).toEqual([]);
});

test('the simulation needs no package', () => {
  const wrong = imports.filter(
    ({ from, to }) => to === null && layerOf(from) === 'sim-core' && !isTestPath(from),
  );
  expect(wrong.map(describe)).toEqual([]);
});

test('only tests read the reference solutions', () => {
  const wrong = inRepository.filter(
    ({ from, to }) => isReferenceSolution(to) && !isTestPath(from) && !isReferenceSolution(from),
  );
  expect(wrong.map(describe)).toEqual([]);
});

test('a relative import says its file with its extension', () => {
  const wrong = imports.filter(
    ({ from, specifier, to }) => specifier.startsWith('.') && to === null && !isConfiguration(from),
  );
  expect(wrong.map(describe)).toEqual([]);
});

test('an index.ts only re-exports, by name', () => {
  const wrong = files.filter((file) => {
    if (!/(^|\/)index\.ts$/.test(file.path)) return false;
    const withoutComments = file.text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
    return withoutComments.replaceAll(/export (type )?\{[^}]*\} from '[^']+';/g, '').trim() !== '';
  });
  expect(wrong.map((file) => file.path)).toEqual([]);
});

/** The first folder of a path; '' for a file at the root. */
function layerOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : '';
}

function isTestPath(path: string): boolean {
  return isTest({ path, text: '' });
}

function describe({ from, specifier }: Import): string {
  return `${from} imports ${specifier}`;
}
