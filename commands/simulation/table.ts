/** Rows of text as columns of equal width: the first to the left, the others to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Five significant digits; large integers whole, with commas; an en dash for what was not observed. */
export function numeral(value: number | null): string {
  if (value === null || !Number.isFinite(value)) return '–';
  if (Number.isInteger(value)) return value.toLocaleString('en-US');
  return value.toLocaleString('en-US', { maximumSignificantDigits: 5 });
}

/** A time with the unit that suits its size: `12.346 ms`. */
export function time(seconds: number | null): string {
  if (seconds === null || !Number.isFinite(seconds)) return '–';
  const size = Math.abs(seconds);
  if (size === 0 || size >= 1) return `${numeral(seconds)} s`;
  if (size >= 0.001) return `${numeral(seconds * 1e3)} ms`;
  return `${numeral(seconds * 1e6)} µs`;
}

/** A share from 0 to 1 in percent. */
export function percent(ratio: number | null): string {
  return ratio === null ? '–' : `${numeral(ratio * 100)} %`;
}
