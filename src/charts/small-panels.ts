import { formatValue } from '../prose/format.ts';
import { intervalCell, type ChartData } from './chart-data.ts';
import { formatOfUnit, intervalOf, type ChartUnit, type Reading } from './chart-inputs.ts';
import { linePath } from './path.ts';

/** One way to do it, over the time of the run, with the one number that sums it up. */
export interface SmallPanel {
  /** The same variant has the same id in every run. */
  readonly id: string;
  readonly label: string;
  readonly values: readonly (number | null)[];
  readonly figure: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
  /** Where the reader stands. */
  readonly highlight?: boolean;
}

/** What the panels show, as far as it is put in words. */
export interface PanelWords {
  readonly title: string;
  /** What is drawn over time, and its unit. */
  readonly yLabel: string;
  readonly unit: ChartUnit;
  /** What the figure is, and its unit. */
  readonly figureLabel: string;
  readonly figureUnit: ChartUnit;
  readonly bucketSeconds: number;
  readonly panels: readonly SmallPanel[];
  readonly pinned: readonly SmallPanel[];
}

/** The highest value of all panels, now and before: they share their scale. */
export function sharedMaximum({ unit, panels, pinned }: PanelWords): number {
  const values = [...panels, ...pinned].flatMap((panel) => panel.values.map((value) => value ?? 0));
  return unit === 'ratio' ? 1 : Math.max(...values, Number.MIN_VALUE);
}

/** How many buckets of time there are. */
export function bucketCount({ panels }: PanelWords): number {
  return Math.max(0, ...panels.map(({ values }) => values.length));
}

/** The line of a panel in the stretched square; a gap where nothing was observed. */
export function panelPath(values: readonly (number | null)[], maximum: number, count: number): string {
  const pieces: { x: number; y: number }[][] = [[]];
  values.forEach((value, index) => {
    if (value === null) pieces.push([]);
    else pieces.at(-1)!.push({ x: (index + 0.5) / count, y: value / maximum });
  });
  return linePath(pieces.filter((piece) => piece.length > 0));
}

/** The panel of the same variant in the earlier run. */
export function pinnedPanel({ pinned }: PanelWords, { id }: SmallPanel): SmallPanel | undefined {
  return pinned.find((panel) => panel.id === id);
}

/** The values of all panels at one time. */
export function readingAcross(words: PanelWords, index: number): Reading {
  const format = formatOfUnit(words.unit);
  return {
    heading: timeOf(words, index),
    rows: words.panels.map(({ label, values }) => ({
      label,
      value: formatValue(values[index] ?? null, format),
    })),
  };
}

/** A row a variant with its figure, then a row a bucket of time with the values of all of them. */
export function panelData(words: PanelWords): ChartData {
  const { panels, pinned, unit, figureUnit } = words;
  const hasIntervals = panels.some((panel) => intervalOf(panel) !== null);
  const isPinned = pinned.length > 0;
  const count = bucketCount(words);
  return {
    columns: [
      { label: '' },
      { label: words.figureLabel, unit: figureUnit },
      ...(hasIntervals ? [{ label: '95 % interval', unit: figureUnit }] : []),
      ...(isPinned ? [{ label: `${words.figureLabel}, pinned`, unit: figureUnit }] : []),
      ...Array.from({ length: count }, (_, index) => ({ label: timeOf(words, index), unit })),
    ],
    rows: panels.map((panel) => [
      panel.label,
      panel.figure,
      ...(hasIntervals ? [intervalCell(intervalOf(panel))] : []),
      ...(isPinned ? [pinnedPanel(words, panel)?.figure ?? null] : []),
      ...Array.from({ length: count }, (_, index) => panel.values[index] ?? null),
    ]),
  };
}

/** The panels in a few sentences. */
export function panelSummary(words: PanelWords): string {
  const format = formatOfUnit(words.figureUnit);
  const told = words.panels.map(({ label, figure }) => `${label}: ${formatValue(figure, format)}`);
  return `${words.title}, ${words.yLabel} over time on the same traffic. ${words.figureLabel}: ${told.join(', ')}.`;
}

function timeOf({ bucketSeconds }: PanelWords, index: number): string {
  return `${Number((index * bucketSeconds).toPrecision(4))}\u00a0s`;
}
