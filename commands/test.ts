/**
 * `npm test`: everything that is known to be true of the course, checked. Prints
 * a line a step, the output of a step that fails, and the totals at the end.
 *
 *     npm test -- lint types     only these stages
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './browser.ts';
import { runCheck, type Check, type Outcome } from './testing/check.ts';
import { totalsOfPlaywright, totalsOfVitest, totalsPrinted, type Totals } from './testing/totals.ts';

const reports = mkdtempSync(join(tmpdir(), 'headroom-test-'));
const vitestReport = join(reports, 'vitest.json');
const playwrightReport = join(reports, 'playwright.json');

/** Checks of one phase may run side by side; a phase waits for the one before. */
const phases: readonly { readonly atOnce: number; readonly checks: readonly Check[] }[] = [
  {
    atOnce: 2,
    checks: [
      // First, since it writes the types of the content that the others read.
      { stage: 'types', title: 'types: Astro', command: ['astro', 'check'] },
    ],
  },
  {
    atOnce: 2,
    checks: [
      { stage: 'lint', title: 'ESLint', command: ['eslint', '.', '--max-warnings', '0'] },
      {
        stage: 'types',
        title: 'types: Svelte',
        command: ['svelte-check', '--fail-on-warnings', '--tsconfig', './tsconfig.json'],
      },
      { stage: 'types', title: 'types: everything', command: ['tsc', '--noEmit'] },
      {
        stage: 'types',
        title: 'types: sim-core without DOM and Node',
        command: ['tsc', '--noEmit', '-p', 'sim-core'],
      },
      { stage: 'format', title: 'Prettier', command: ['prettier', '--check', '.'] },
    ],
  },
  {
    atOnce: 1,
    checks: [
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
      },
      {
        stage: 'verify',
        title: 'simulation against published results',
        command: ['node', 'commands/verify.ts'],
        count: totalsPrinted,
      },
      {
        stage: 'digest',
        title: 'the same results in V8, JavaScriptCore and SpiderMonkey',
        command: ['node', 'commands/digest.ts'],
        count: totalsPrinted,
        heed: /^! .*$/gm,
      },
      { stage: 'build', title: 'build at /', command: ['astro', 'build'], environment: { BASE_PATH: '/' } },
      {
        stage: 'build',
        title: 'build at /some/course/',
        command: ['astro', 'build', '--outDir', 'dist-under-path'],
        environment: { BASE_PATH: '/some/course/' },
      },
      { stage: 'links', title: 'links at /', command: ['node', 'commands/check-links.ts', 'dist', '/'] },
      {
        stage: 'links',
        title: 'links at /some/course/',
        command: ['node', 'commands/check-links.ts', 'dist-under-path', '/some/course/'],
      },
      {
        stage: 'weight',
        title: 'page weight',
        command: ['node', 'commands/check-page-weight.ts', 'dist', '/'],
      },
      {
        stage: 'e2e',
        title: 'in the browser',
        command: ['playwright', 'test', '--reporter=list,json'],
        environment: { PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport },
        count: () => totalsOfPlaywright(playwrightReport),
      },
    ],
  },
];

const stages = [...new Set(phases.flatMap(({ checks }) => checks.map((check) => check.stage)))];
const chosen = process.argv.slice(2);
const unknown = chosen.find((stage) => !stages.includes(stage));
if (unknown !== undefined) {
  console.error(`test: no stage is named "${unknown}"; expected one of ${stages.join(', ')}`);
  process.exit(1);
}
const { passed, failed } = await runAll(chosen.length === 0 ? stages : chosen);
rmSync(reports, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function runAll(wanted: readonly string[]): Promise<Totals> {
  const totals = { passed: 0, failed: 0 };
  for (const { atOnce, checks } of phases) {
    const queue = checks.filter((check) => wanted.includes(check.stage));
    const lane = async () => {
      for (let check = queue.shift(); check !== undefined; check = queue.shift()) {
        const outcome = await runWithBrowser(check);
        print(outcome);
        totals.passed += outcome.passed;
        totals.failed += outcome.failed;
      }
    };
    await Promise.all(Array.from({ length: atOnce }, lane));
  }
  return totals;
}

/** The tests in the browser need one; the others just run. */
async function runWithBrowser(check: Check): Promise<Outcome> {
  console.log(`▶ ${check.title}`);
  if (check.stage !== 'e2e') return runCheck(check);
  try {
    const browser = await ensureBrowser();
    return await runCheck({ ...check, environment: { ...check.environment, HEADROOM_BROWSER: browser } });
  } catch (error) {
    return { check, output: (error as Error).message, passed: 0, failed: 1, durationSeconds: 0 };
  }
}

function print({ check, output, passed, failed, durationSeconds }: Outcome): void {
  if (failed > 0) console.log(output.trimEnd());
  else if (check.heed) for (const [line] of output.matchAll(check.heed)) console.log(line);
  const counts = check.count === undefined ? '' : `: ${passed} passed, ${failed} failed`;
  console.log(`${failed > 0 ? '✗' : '✓'} ${check.title}${counts} (${durationSeconds.toFixed(1)} s)`);
}
