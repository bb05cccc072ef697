import { readFileSync } from 'node:fs';

/** The text of `model.md`. */
export const modelText = readFileSync(new URL('../../model.md', import.meta.url), 'utf8');

/** Every block of JSON in it, in order. */
export const modelExamples: readonly unknown[] = [...modelText.matchAll(/```json\n([\s\S]*?)```/g)].map(
  ([, json]) => JSON.parse(json!) as unknown,
);

/** The rows of the n-th table, from 0, under a heading, cell by cell, by the table's own column names. */
export function tableUnder(heading: string, nth = 0): Record<string, string>[] {
  const [, below] = modelText.split(new RegExp(`^#+ ${heading}\n`, 'm'));
  if (below === undefined) throw new Error(`model.md has no heading "${heading}"`);
  const [table] = [...below.matchAll(/^(?:\|.*\n)+/gm)][nth]!;
  const [names, , ...entries] = table.trim().split('\n').map(cellsOf);
  return entries.map((cells) => Object.fromEntries(cells.map((cell, i) => [names![i]!, cell])));
}

/** What stands in the first pair of backticks; '' when there is none. */
export function codeIn(cell: string): string {
  return /`([^`]+)`/.exec(cell)?.[1] ?? '';
}

function cellsOf(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}
