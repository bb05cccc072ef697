import type { ChartData, DataCell, DataColumn } from '../chart-data.ts';
import type { ChartUnit } from '../chart-inputs.ts';

const unitNames: Readonly<Record<ChartUnit, string>> = {
  seconds: 's',
  ratio: 'share of 1',
  count: '',
  perSecond: '1/s',
  dollars: 'USD',
  bytes: 'bytes',
  bytesPerSecond: 'bytes/s',
  odds: 'probability',
};

/**
 * The numbers of a chart as comma-separated values (RFC 4180): each number as it is, without its
 * unit, which stands in the header; an interval in two columns; empty where nothing was observed.
 */
export function csvOf({ columns, rows }: ChartData): string {
  const isInterval = columns.map((_, place) => rows.some((row) => Array.isArray(row[place])));
  const header = columns.flatMap((column, place) =>
    isInterval[place] ? [nameOf(column, ' from'), nameOf(column, ' to')] : [nameOf(column)],
  );
  const lines = rows.map((row) =>
    row.flatMap((cell, place) => (isInterval[place] ? endsOf(cell) : [textOf(cell)])),
  );
  return [header, ...lines].map((line) => `${line.map(quoted).join(',')}\r\n`).join('');
}

function nameOf({ label, unit }: DataColumn, end = ''): string {
  const word = unit === undefined ? '' : typeof unit === 'string' ? unitNames[unit] : unit.word;
  return word === '' ? label + end : `${label}${end} (${word})`;
}

function endsOf(cell: DataCell | undefined): string[] {
  return typeof cell === 'object' && cell !== null ? cell.map(String) : [textOf(cell), ''];
}

function textOf(cell: DataCell | undefined): string {
  return cell === null || cell === undefined ? '' : String(cell).replaceAll('\u00a0', ' ');
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
