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
import { plan } from './testing/plan.ts';
import { runInTurn } from './testing/schedule.ts';
import type { Totals } from './testing/totals.ts';

const reports = mkdtempSync(join(tmpdir(), 'headroom-test-'));
const vitestReport = join(reports, 'vitest.json');
const playwrightReport = join(reports, 'playwright.json');

const checks = plan(vitestReport, playwrightReport);
/** Most programs that check something use one core, and take some memory. */
const checksAtOnce = 2;
const stages = [...new Set(checks.map(({ stage }) => stage))];
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
  await runInTurn(
    checks.filter(({ stage }) => wanted.includes(stage)),
    checksAtOnce,
    async (check) => {
      const outcome = await runWithBrowser(check);
      print(outcome);
      totals.passed += outcome.passed;
      totals.failed += outcome.failed;
    },
  );
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
