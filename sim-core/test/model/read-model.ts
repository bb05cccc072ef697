import { readFileSync } from 'node:fs';

/** The text of `model.md`. */
export const modelText = readFileSync(new URL('../../model.md', import.meta.url), 'utf8');

/** Every block of JSON in it, in order. */
export const modelExamples: readonly unknown[] = [...modelText.matchAll(/```json\n([\s\S]*?)```/g)].map(
  ([, json]) => JSON.parse(json!) as unknown,
);

/** The rows of the first table under a heading, cell by cell, by the table's own column names. */
export function tableUnder(heading: string): Record<string, string>[] {
  const [, below] = modelText.split(new RegExp(`^#+ ${heading}\n`, 'm'));
  if (below === undefined) throw new Error(`model.md has no heading "${heading}"`);
  const lines = below.slice(below.indexOf('\n|')).trimStart().split('\n');
  const rows = lines
    .slice(
      0,
      lines.findIndex((line) => !line.startsWith('|')),
    )
    .map(cellsOf);
  const [names, , ...entries] = rows;
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
