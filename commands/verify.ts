import { lackingFor } from '../verify/cases/index.ts';
import { groundTruth } from '../verify/ground-truth.ts';
import { examineAll, type Examination } from '../verify/pool.ts';
import { coverageLine, errorLine, heading, notYetLine, verdictLine } from '../verify/report.ts';

/*
 * npm run --silent verify                 every published value that the engine can express
 * npm run --silent verify -- mm1 pow2     only cases whose id begins with one of these
 * npm run --silent verify -- --json       the same as data
 *
 * Runs the general engine, no special case for any model, and compares. Ends with a
 * status other than 0 when a value is off.
 */
const words = process.argv.slice(2);
const asJson = words.includes('--json');
const unknown = words.filter((word) => word.startsWith('--') && word !== '--json');
if (unknown.length > 0) {
  console.error(`verify: unknown option ${unknown.join(' ')}; expected --json or the beginnings of case ids`);
  process.exit(2);
}
const prefixes = words.filter((word) => !word.startsWith('--'));
const chosen = groundTruth.filter(
  ({ id }) => prefixes.length === 0 || prefixes.some((prefix) => id.startsWith(prefix)),
);
if (chosen.length === 0) {
  console.error(
    `verify: no case begins with ${prefixes.join(' or ')}; the ids stand in verify/ground-truth.json`,
  );
  process.exit(2);
}

const examinations: Examination[] = [];
if (!asJson) console.log(heading);
await examineAll(
  chosen.filter(({ id }) => lackingFor(id) === null).map(({ id }) => id),
  (examination) => {
    examinations.push(examination);
    if (asJson) return;
    for (const verdict of examination.verdicts) console.log(verdictLine(verdict));
    if (examination.error !== null) console.log(errorLine(examination));
  },
);

const verdicts = examinations.flatMap((examination) => examination.verdicts);
const notYet = chosen.flatMap(({ id }) => {
  const lacks = lackingFor(id);
  return lacks === null ? [] : [{ id, lacks }];
});
const passed = verdicts.filter((verdict) => verdict.passed).length;
const failed = verdicts.length - passed + examinations.filter(({ error }) => error !== null).length;

if (asJson) {
  const sources = Object.fromEntries(chosen.map(({ id, source, model }) => [id, { source, model }]));
  console.log(JSON.stringify({ passed, failed, examinations, notYet, sources }, null, 1));
} else {
  for (const { id, lacks } of notYet) console.log(notYetLine(id, lacks));
  console.log('');
  console.log(`${coverageLine(verdicts)}; ${notYet.length} cases not yet`);
  console.log(`${passed} passed, ${failed} failed`);
}
process.exitCode = failed > 0 ? 1 : 0;
