import { formatAcross, intervalText, formatOfUnit, type Across } from './chart-inputs.ts';

/** One column of a chart's numbers. Without a unit it holds words. */
export interface DataColumn {
  readonly label: string;
  readonly unit?: Across['unit'];
}

/** A number in the unit of its column, the two ends of an interval, or words. Null: nothing was observed. */
export type DataCell = string | number | null | readonly [low: number, high: number];

/** All numbers of a chart, as they are drawn: its table, and the file that can be downloaded. */
export interface ChartData {
  readonly columns: readonly DataColumn[];
  /** The first cell of a row is its header. */
  readonly rows: readonly (readonly DataCell[])[];
}

/** A cell as the table shows it. */
export function cellText(cell: DataCell, column: DataColumn | undefined): string {
  if (typeof cell === 'string') return cell;
  const unit = column?.unit ?? 'count';
  if (cell === null) return '–';
  if (typeof cell === 'number') return formatAcross(cell, unit);
  const [low, high] = cell;
  return intervalText({ low, high }, typeof unit === 'string' ? formatOfUnit(unit) : 'number');
}

/** The ends of an interval as a cell. */
export function intervalCell(interval: { readonly low: number; readonly high: number } | null): DataCell {
  return interval === null ? null : [interval.low, interval.high];
}
