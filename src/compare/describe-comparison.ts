import { amountOf, differenceInWords } from '../prose/difference.ts';
import { formatOfPath, type Format } from '../prose/format.ts';
import { insideSentence, say, type Sentence } from '../prose/sentence.ts';
import type { ComparedFigure, ComparisonPicture, PairedDifference } from './comparing.ts';
import type { ComparisonView, Figure } from './comparison.ts';

/** Which way a figure went: `unclear` where the interval holds zero. */
export type Outcome = 'better' | 'worse' | 'unclear';

/** How the second design does beside the first by one figure. */
export function outcomeOf(figure: Figure, { difference }: ComparedFigure): Outcome {
  if (difference === null || Math.abs(difference.mean) <= difference.halfWidth) return 'unclear';
  const isLower = difference.mean < 0;
  return isLower === ((figure.better ?? 'lower') === 'lower') ? 'better' : 'worse';
}

export function formatOfFigure(figure: Figure): Format {
  return figure.as ?? formatOfPath(figure.metric);
}

/** The paired difference with its 95 % interval: '38 ms shorter, ± 4 ms'; 'no clear difference' where it holds zero. */
export function differenceText(figure: Figure, compared: ComparedFigure): string {
  const { difference } = compared;
  if (difference === null) return '–';
  const format = formatOfFigure(figure);
  if (difference.mean === 0 && difference.halfWidth === 0) return differenceInWords(0, 0, format);
  if (outcomeOf(figure, compared) === 'unclear') return `no clear difference${within(difference, format)}`;
  return `${amountInWords(difference, format)}${within(difference, format)}`;
}

function within({ halfWidth }: PairedDifference, format: Format): string {
  return halfWidth === 0 ? '' : `, ±\u00a0${roughly(halfWidth, format)}`;
}

/** Of how sure one is, two digits say enough. */
function roughly(halfWidth: number, format: Format): string {
  return amountOf(Number(halfWidth.toPrecision(2)), format).replace(/\.0+(?=\u00a0)/, '');
}

function amountInWords({ mean }: PairedDifference, format: Format): string {
  return differenceInWords(mean, 0, format);
}

/** What the comparison says, by its first figure. */
export function describeComparison(
  { designs, figures }: ComparisonView,
  { pairs, figures: compared }: ComparisonPicture,
): Sentence {
  const figure = figures[0];
  const found = compared[0];
  if (figure === undefined || found === undefined) return [];
  const [first, second] = designs;
  const label = { text: `${figure.label}:`, strong: true };
  const runs = `${pairs} runs of the same traffic`;
  if (found.difference === null) return say(label, ' not observed in every run.');
  const [before, after] = [insideSentence(first.name), insideSentence(second.name)];
  const outcome = outcomeOf(figure, found);
  if (outcome === 'unclear')
    return say(label, ` ${runs} show no clear difference between ${before} and ${after}.`);
  const format = formatOfFigure(figure);
  const { halfWidth } = found.difference;
  return say(
    label,
    ' ',
    { text: amountInWords(found.difference, format), strong: true },
    ` with ${after} than with ${before}`,
    halfWidth === 0 ? `, in ${runs}.` : `, give or take ${roughly(halfWidth, format)} by ${runs}.`,
  );
}
