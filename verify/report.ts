import type { Examination } from './pool.ts';
import type { Verdict } from './verdict.ts';

const WIDTHS = [7, 32, 11, 12, 12, 14, 0];

/** Column heads of the lines below. */
export const heading = row(['', 'case', 'metric', 'expected', 'simulated', '95 % interval', 'allowed']);

/** One line a verdict. */
export function verdictLine(verdict: Verdict): string {
  const { id, metric, expected, simulated, halfWidth, tolerance } = verdict;
  return row([
    verdict.passed ? 'pass' : 'FAIL',
    id,
    metric,
    shown(expected),
    shown(simulated),
    halfWidth === null ? 'exact' : `± ${shown(halfWidth)}`,
    tolerance === null ? 'not stated' : `± ${shown(tolerance)}`,
  ]);
}

/** A case that the engine refused or broke down on. */
export function errorLine({ id, error }: Examination): string {
  return row(['FAIL', id, error ?? '']);
}

/** A case that waits for a part of the engine. */
export function notYetLine(id: string, lacks: string): string {
  return row(['not yet', id, lacks]);
}

/** How many of the intervals hold their expected value; about 95 % should, no more and no fewer. */
export function coverageLine(verdicts: readonly Verdict[]): string {
  const tested = verdicts.filter((verdict) => verdict.insideInterval !== null);
  const inside = tested.filter((verdict) => verdict.insideInterval).length;
  return `${inside} of ${tested.length} intervals of 95 % hold their expected value`;
}

function row(cells: readonly string[]): string {
  return cells
    .map((cell, index) => cell.padEnd(WIDTHS[index] ?? 0))
    .join('  ')
    .trimEnd();
}

function shown(value: number | readonly number[] | null): string {
  if (value === null) return 'none';
  if (typeof value !== 'number') return `[${value.map(shown).join(' ')}]`;
  return String(Number(value.toPrecision(6)));
}
