import type { Check } from './check.ts';
import { totalsOfPlaywright, totalsOfVitest, totalsPrinted } from './totals.ts';
import type { Task } from './schedule.ts';

const astroTypes = 'types: Astro';
const atRoot = 'build at /';
const underPath = 'build at /some/course/';

/**
 * Everything that `npm test` finds out, in the order in which it should begin. Two checks of one core
 * run beside each other. `vitestReport` and `playwrightReport` are files for their reports.
 */
export function plan(vitestReport: string, playwrightReport: string): readonly (Check & Task)[] {
  return [...checksOfSources(), ...checksOfTheBuild(), ...tests(vitestReport, playwrightReport)];
}

function checksOfSources(): (Check & Task)[] {
  return [
    // First, since it writes the types of the content that others read.
    { stage: 'types', title: astroTypes, command: ['astro', 'check'] },
    {
      stage: 'digest',
      title: 'the same results in V8, JavaScriptCore and SpiderMonkey',
      command: ['node', 'commands/digest.ts'],
      count: totalsPrinted,
      heed: /^! .*$/gm,
    },
    { stage: 'format', title: 'Prettier', command: ['prettier', '--check', '.'] },
    { stage: 'lint', title: 'ESLint', command: ['eslint', '.', '--max-warnings', '0'], after: [astroTypes] },
    {
      stage: 'types',
      title: 'types: Svelte',
      command: ['svelte-check', '--fail-on-warnings', '--tsconfig', './tsconfig.json'],
      after: [astroTypes],
    },
    { stage: 'types', title: 'types: everything', command: ['tsc', '--noEmit'], after: [astroTypes] },
    {
      stage: 'types',
      title: 'types: sim-core without DOM and Node',
      command: ['tsc', '--noEmit', '-p', 'sim-core'],
    },
  ];
}

function checksOfTheBuild(): (Check & Task)[] {
  return [
    // One program of Astro at a time: they share a store.
    {
      stage: 'build',
      title: atRoot,
      command: ['astro', 'build'],
      environment: { BASE_PATH: '/' },
      after: [astroTypes],
    },
    {
      stage: 'build',
      title: underPath,
      command: ['astro', 'build', '--outDir', 'dist-under-path'],
      environment: { BASE_PATH: '/some/course/' },
      after: [astroTypes, atRoot],
    },
    {
      stage: 'links',
      title: 'links at /',
      command: ['node', 'commands/check-links.ts', 'dist', '/'],
      after: [atRoot],
    },
    {
      stage: 'weight',
      title: 'page weight',
      command: ['node', 'commands/check-page-weight.ts', 'dist', '/'],
      after: [atRoot],
    },
    {
      stage: 'links',
      title: 'links at /some/course/',
      command: ['node', 'commands/check-links.ts', 'dist-under-path', '/some/course/'],
      after: [underPath],
    },
  ];
}

function tests(vitestReport: string, playwrightReport: string): (Check & Task)[] {
  return [
    {
      stage: 'unit',
      title: 'unit, property and theory tests',
      command: [
        'vitest',
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${vitestReport}`,
      ],
      count: () => totalsOfVitest(vitestReport),
      takesAllCores: true,
    },
    {
      stage: 'verify',
      title: 'simulation against published results',
      command: ['node', 'commands/verify.ts'],
      count: totalsPrinted,
      takesAllCores: true,
    },
    {
      stage: 'e2e',
      title: 'in the browser',
      command: ['playwright', 'test', '--reporter=list,json'],
      environment: { PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport },
      count: () => totalsOfPlaywright(playwrightReport),
      heed: /^! .*$/gm,
      after: [atRoot, underPath],
      takesAllCores: true,
    },
  ];
}
