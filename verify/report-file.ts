import type { Examination } from './pool.ts';

/** Everything that a run of `npm run verify` found, as it is written to a file and read by a page. */
export interface Report {
  readonly passed: number;
  /** Values that are off, and cases that the engine could not run. */
  readonly failed: number;
  readonly examinations: readonly Examination[];
  /** Cases that wait for a part of the engine. */
  readonly notYet: readonly { readonly id: string; readonly lacks: string }[];
}

/** Where the report that the site shows is kept, and how it is written anew. */
export const committedFile = 'verify/report.json';
export const writeCommand = `npm run --silent verify -- --json ${committedFile}`;

/** The report as text, a line a case, so that a change of one case is a change of one line. */
export function reportText({ passed, failed, examinations, notYet }: Report): string {
  const list = (entries: readonly unknown[]) =>
    entries.length === 0 ? '[]' : `[\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]`;
  return (
    `{"passed":${passed},"failed":${failed},\n` +
    `"examinations":${list(examinations)},\n"notYet":${list(notYet)}}\n`
  );
}

/**
 * Ids of the cases on which a committed report says something else than a fresh one, of
 * those that the fresh one holds. Runs are the same to the last bit everywhere, so any
 * difference means that the engine or a case has changed since. Recorded traces are left
 * out: not every machine has them.
 */
export function outdatedCases(fresh: Report, committed: Report): string[] {
  const known = new Map(committed.examinations.map((each) => [each.id, JSON.stringify(each)]));
  const waiting = new Set(committed.notYet.map(({ id }) => id));
  const changed = fresh.examinations.filter((each) => known.get(each.id) !== JSON.stringify(each));
  const waitingNow = fresh.notYet.filter(({ id }) => !waiting.has(id));
  return [...changed, ...waitingNow].map(({ id }) => id).filter((id) => !id.startsWith('cache-'));
}
