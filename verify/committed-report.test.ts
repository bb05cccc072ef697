import { describe, expect, it } from 'vitest';
import { lackingFor } from './cases/index.ts';
import { committedReport } from './committed-report.ts';
import { examine } from './examine.ts';
import { groundTruth, groundTruthOf } from './ground-truth.ts';
import { outdatedCases, reportText, writeCommand, type Report } from './report-file.ts';

const outdated = `the committed report is out of date: ${writeCommand}`;
/** Cases of several groups that take a fraction of a second each. */
const fast = ['ciw-baulk', 'simpy-carwash', 'ciw-cycle-routing', 'erlangB-c10-a6.22', 'ciw-random2-config'];

describe('the committed report', () => {
  it('holds every case once, simulated or waiting for what the engine lacks', () => {
    const { examinations, notYet } = committedReport;
    const ids = [...examinations, ...notYet].map(({ id }) => id);
    expect(ids.toSorted(), outdated).toEqual(groundTruth.map(({ id }) => id).toSorted());
    const withoutTraces = ({ id }: { id: string }) => !id.startsWith('cache-');
    for (const { id, lacks } of notYet.filter(withoutTraces)) expect(lackingFor(id), outdated).toBe(lacks);
  });

  it('counts what it holds', () => {
    const { passed, failed, examinations } = committedReport;
    const verdicts = examinations.flatMap((each) => each.verdicts);
    const errors = examinations.filter(({ error }) => error !== null).length;
    expect(passed).toBe(verdicts.filter((verdict) => verdict.passed).length);
    expect(failed).toBe(verdicts.length - passed + errors);
  });

  it.each(fast)('%s comes out the same to the last bit', (id) => {
    const fresh = JSON.parse(JSON.stringify(examine(groundTruthOf(id)))) as unknown;
    const committed = committedReport.examinations.find((each) => each.id === id);
    expect(committed?.verdicts, outdated).toEqual(fresh);
  });
});

describe('a report', () => {
  const verdict = examine(groundTruthOf('simpy-slots'));
  const report: Report = {
    passed: 1,
    failed: 0,
    examinations: [{ id: 'simpy-slots', verdicts: verdict, error: null }],
    notYet: [{ id: 'amdahl', lacks: 'contention' }],
  };

  it('is a line a case, and reads back', () => {
    expect(reportText(report).split('\n')).toHaveLength(8);
    expect(JSON.parse(reportText(report))).toEqual(report);
    expect(JSON.parse(reportText({ ...report, notYet: [] }))).toEqual({ ...report, notYet: [] });
  });

  it('is out of date where a number differs, a case is new or one waits', () => {
    expect(outdatedCases(report, report)).toEqual([]);
    const other = [{ id: 'simpy-slots', verdicts: [{ ...verdict[0]!, tolerance: 1 }], error: null }];
    expect(outdatedCases(report, { ...report, examinations: other })).toEqual(['simpy-slots']);
    expect(outdatedCases(report, { ...report, examinations: [] })).toEqual(['simpy-slots']);
    expect(outdatedCases(report, { ...report, notYet: [] })).toEqual(['amdahl']);
  });

  it('may be about recorded traces that only one of two machines has', () => {
    const trace = { ...report.examinations[0]!, id: 'cache-lirs-cpp-35' };
    expect(outdatedCases({ ...report, examinations: [trace] }, report)).toEqual([]);
  });
});
