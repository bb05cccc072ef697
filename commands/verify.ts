import { readFileSync, writeFileSync } from 'node:fs';
import { lackingFor } from '../verify/cases/index.ts';
import { groundTruth } from '../verify/ground-truth.ts';
import { examineAll, type Examination } from '../verify/pool.ts';
import {
  committedFile,
  outdatedCases,
  reportText,
  writeCommand,
  type Report,
} from '../verify/report-file.ts';
import { coverageLine, errorLine, heading, notYetLine, verdictLine } from '../verify/report.ts';

/*
 * npm run --silent verify                 every published value that the engine can express
 * npm run --silent verify -- mm1 pow2     only cases whose id begins with one of these
 * npm run --silent verify -- --json       the same as data
 * npm run --silent verify -- --json F     the same into the file F, whose name ends in .json; the site
 *                                         shows verify/report.json
 *
 * Runs the general engine, no special case for any model, and compares. Ends with a
 * status other than 0 when a value is off.
 */
const words = process.argv.slice(2);
const jsonAt = words.indexOf('--json');
const file = jsonAt >= 0 && words[jsonAt + 1]?.endsWith('.json') ? words.splice(jsonAt + 1, 1)[0] : undefined;
const asJson = jsonAt >= 0 && file === undefined;
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

const report: Report = { passed, failed, examinations, notYet };

if (asJson) {
  const sources = Object.fromEntries(chosen.map(({ id, source, model }) => [id, { source, model }]));
  console.log(JSON.stringify({ ...report, sources }, null, 1));
} else {
  for (const { id, lacks } of notYet) console.log(notYetLine(id, lacks));
  console.log('');
  console.log(`${coverageLine(verdicts)}; ${notYet.length} cases not yet`);
  console.log(`${passed} passed, ${failed} failed`);
}
if (file !== undefined) writeFileSync(file, reportText(report));
const outdated = outdatedCases(report, committedReport());
if (outdated.length > 0) {
  console.error(
    `${committedFile}, which the site shows, is out of date in ${outdated.length} cases ` +
      `(the first is ${outdated[0]}): ${writeCommand}`,
  );
}
process.exitCode = failed > 0 ? 1 : 0;

/** Read at the end, for it may have been written by this very run; empty where there is none to read. */
function committedReport(): Report {
  try {
    return JSON.parse(readFileSync(new URL(`../${committedFile}`, import.meta.url), 'utf8')) as Report;
  } catch {
    return { passed: 0, failed: 0, examinations: [], notYet: [] };
  }
}
