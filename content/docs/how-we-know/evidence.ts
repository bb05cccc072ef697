import type { CaseRow, MeasuredValue, Outcome } from '#evidence';
import { committedReport } from '../../../verify/committed-report.ts';
import { groundTruthOf } from '../../../verify/ground-truth.ts';
import type { Verdict } from '../../../verify/verdict.ts';
import { models, otherModel, type Model } from './models.ts';
import { quantityInWords } from './quantities.ts';

/** What the verification found about one model. */
export interface ModelEvidence {
  readonly model: Model;
  /** Where the expected values come from, each source once. */
  readonly sources: readonly string[];
  readonly rows: readonly CaseRow[];
  /** Values with chance in them, to be plotted. */
  readonly measured: readonly MeasuredValue[];
}

/** Cases that wait for the same part of the engine. */
export interface Waiting {
  readonly lacks: string;
  readonly ids: readonly string[];
  /** Titles of the models that they are cases of, each once. */
  readonly titles: readonly string[];
}

const verdicts = committedReport.examinations.flatMap((each) => each.verdicts);

/** Every model of which at least one case was simulated, in reading order. */
export const evidence: readonly ModelEvidence[] = [...models, otherModel]
  .map((model) =>
    evidenceOf(
      model,
      verdicts.filter(({ id }) => modelOf(id) === model),
    ),
  )
  .filter(({ rows }) => rows.length > 0);

/** What is not simulated yet, by what the engine lacks for it. */
export const waiting: readonly Waiting[] = [...new Set(committedReport.notYet.map(({ lacks }) => lacks))].map(
  (lacks) => {
    const ids = committedReport.notYet.filter((each) => each.lacks === lacks).map(({ id }) => id);
    return { lacks, ids, titles: [...new Set(ids.map((id) => modelOf(id).title))] };
  },
);

const allRows = evidence.flatMap(({ rows }) => rows);

/** Every value whose interval misses it, and every one that is off. */
export const misses: readonly CaseRow[] = allRows.filter(
  ({ outcome }) => outcome === 'misses' || outcome === 'off',
);

/** Every value with an interval that ought to hold it, in reading order. */
export const tested: readonly MeasuredValue[] = evidence
  .flatMap(({ measured }) => measured)
  .filter(({ outcome }) => outcome !== 'near');

const broken = committedReport.examinations.filter(({ error }) => error !== null).length;

/** How many there are of what; counted, so that the text never says another number than the report. */
export const counts = {
  cases: committedReport.examinations.length,
  values: allRows.length,
  models: evidence.length,
  exact: allRows.filter(({ outcome }) => outcome === 'same').length,
  intervals: tested.length,
  missed: tested.filter(({ outcome }) => outcome !== 'inside').length,
  /** How many intervals of 95 % ought to miss. */
  missesExpected: Math.round(0.05 * tested.length),
  off: allRows.filter(({ outcome }) => outcome === 'off').length + broken,
  notYet: committedReport.notYet.length,
};

/** The model that a case belongs to. */
export function modelOf(id: string): Model {
  return models.find(({ ids }) => ids.test(id)) ?? otherModel;
}

/** What a verdict comes to. */
export function outcomeOf(verdict: Verdict): Outcome {
  const { passed, halfWidth, insideInterval } = verdict;
  if (!passed) return 'off';
  if (halfWidth === null) return isSame(verdict) ? 'same' : 'near';
  if (insideInterval === null) return 'near';
  return insideInterval ? 'inside' : 'misses';
}

/** Equal but for what rounding on the way can do. */
function isSame({ expected, simulated }: Verdict): boolean {
  const wanted = [expected].flat();
  const found = [simulated].flat();
  return wanted.every((value, index) => {
    const difference = Math.abs(value - (found[index] ?? NaN));
    return difference <= 1e-6 * Math.max(1, Math.abs(value));
  });
}

function evidenceOf(model: Model, ofModel: readonly Verdict[]): ModelEvidence {
  return {
    model,
    sources: [...new Set(ofModel.map(({ id }) => groundTruthOf(id).source))],
    rows: ofModel.map(rowOf),
    measured: ofModel.flatMap((verdict) => {
      const { expected, simulated, halfWidth } = verdict;
      if (typeof expected !== 'number' || typeof simulated !== 'number' || halfWidth === null) return [];
      return [{ expected, simulated, halfWidth, outcome: outcomeOf(verdict) }];
    }),
  };
}

function rowOf(verdict: Verdict): CaseRow {
  const { id, metric, expected, simulated, halfWidth } = verdict;
  const decimals = halfWidth === null || halfWidth === 0 ? null : decimalsFor(halfWidth);
  const isMeasured = halfWidth !== null && typeof simulated === 'number';
  return {
    id,
    quantity: quantityInWords(metric),
    expected: shown(expected, decimals),
    simulated: shown(simulated, decimals),
    interval: isMeasured
      ? `${shown(simulated - halfWidth, decimals)}\u00a0to\u00a0${shown(simulated + halfWidth, decimals)}`
      : '–',
    outcome: outcomeOf(verdict),
  };
}

/** As many decimals as show two digits of the uncertainty, and no more. */
function decimalsFor(halfWidth: number): number {
  return Math.min(9, Math.max(0, 1 - Math.floor(Math.log10(halfWidth))));
}

function shown(value: number | readonly number[] | null, decimals: number | null): string {
  if (value === null) return '–';
  if (typeof value !== 'number') return value.map((each) => shown(each, null)).join(', ');
  const text = decimals === null ? String(Number(value.toPrecision(6))) : value.toFixed(decimals);
  return (Number(text) === 0 ? text.replace('-', '') : text).replace('-', '−');
}
