import { formatSeconds } from '../prose/format.ts';
import type { ChartData } from './chart-data.ts';
import type { WaterfallSpan } from './waterfall-span.ts';

/** What became of the time of one visit, seconds. */
export interface SpanShares {
  /** Waiting for a connection, or setting up a new one. */
  readonly setUp: number;
  /** There and back. */
  readonly travel: number;
  readonly wait: number;
  /** Null where the end of the run came first. */
  readonly work: number | null;
  /** For those that it called. */
  readonly others: number;
}

/** Splits the time of a visit into what it was spent on. */
export function spanShares(span: WaterfallSpan): SpanShares {
  const left = span.leftSeconds ?? span.endSeconds;
  const others = (span.calls ?? []).reduce((sum, [from, to]) => sum + to - from, 0);
  const sent = span.sentSeconds ?? span.startSeconds;
  const setUp = (span.setUp?.at(-1)?.to ?? sent) - sent;
  const back = span.endSeconds === null || left === null ? 0 : span.endSeconds - left;
  return {
    setUp,
    travel: span.startSeconds - sent - setUp + back,
    wait: span.waitSeconds,
    // The last bits of a difference are no work.
    work: left === null ? null : positive(left - span.startSeconds - span.waitSeconds - others),
    others,
  };
}

/** A stretch of a visit after its turn came. */
export interface WorkPiece {
  readonly from: number;
  readonly to: number;
  readonly what: 'work' | 'others';
}

/** A visit from its turn to its answer: working, and waiting for those that it called; `end` where there is no answer. */
export function workPieces(span: WaterfallSpan, end: number): WorkPiece[] {
  const found: WorkPiece[] = [];
  let from = span.startSeconds + span.waitSeconds;
  const left = span.leftSeconds ?? span.endSeconds ?? end;
  for (const [called, answered] of span.calls ?? []) {
    if (called > from) found.push({ from, to: called, what: 'work' });
    found.push({ from: called, to: answered, what: 'others' });
    from = answered;
  }
  if (left > from) found.push({ from, to: left, what: 'work' });
  return found;
}

/** A visit in words: 'Database: travels 1 ms, waits 4 ms, works 20 ms'. */
export function spanWords(span: WaterfallSpan): string {
  const { setUp, travel, wait, work, others } = spanShares(span);
  const works = span.calls === undefined ? 'until the answer' : 'working';
  const parts = [
    ...(setUp > 0 ? [`connects ${formatSeconds(setUp)}`] : []),
    ...(travel > 0 ? [`travels ${formatSeconds(travel)}`] : []),
    `waits ${formatSeconds(wait)}`,
    work === null ? 'no answer yet' : `${formatSeconds(work)} ${works}`,
    ...(others > 0 ? [`waits ${formatSeconds(others)} for others`] : []),
    ...(span.outcome === 'failed' ? ['fails'] : []),
  ];
  return `${span.label}: ${parts.join(', ')}`;
}

/**
 * A row a visit, in order of arrival; `begin` is when the request was sent. Visits of a pinned run stand in rows
 * of their own, after those of this one.
 */
export function waterfallData(
  now: readonly WaterfallSpan[],
  begin: number,
  pinned: readonly WaterfallSpan[] = [],
): ChartData {
  const spans = [...now, ...pinned.map((span) => ({ ...span, label: `${span.label}, pinned` }))];
  const connects = spans.some((span) => span.setUp !== undefined);
  const seconds = (label: string) => ({ label, unit: 'seconds' as const });
  return {
    columns: [
      { label: 'visit' },
      ...[
        'begins after',
        ...(connects ? ['connecting'] : []),
        'travelling',
        'waiting',
        'working',
        'waiting for others',
        'in all',
      ].map(seconds),
    ],
    rows: spans.map((span) => {
      const sent = span.sentSeconds ?? span.startSeconds;
      const { setUp, travel, wait, work, others } = spanShares(span);
      const all = span.endSeconds === null ? null : span.endSeconds - sent;
      return [span.label, sent - begin, ...(connects ? [setUp] : []), travel, wait, work, others, all];
    }),
  };
}

/**
 * What the time of the whole request went to, in a sentence; empty where calls ran beside each other, since
 * shares would then add up to more than there was.
 */
export function shareSentence(spans: readonly WaterfallSpan[], tookSeconds: number): string {
  const shares = spans.map(spanShares);
  const setUp = sum(shares.map((share) => share.setUp));
  const travel = sum(shares.map((share) => share.travel));
  const wait = sum(shares.map((share) => share.wait));
  const work = sum(shares.map((share) => share.work ?? 0));
  if (Math.abs(setUp + travel + wait + work - tookSeconds) > 0.01 * tookSeconds) return '';
  const parts = [
    ...(setUp > 0 ? [`${formatSeconds(setUp)} setting up a connection`] : []),
    ...(travel > 0 ? [`${formatSeconds(travel)} travelling`] : []),
    ...(wait > 0 ? [`${formatSeconds(wait)} waiting for a turn`] : []),
    `${formatSeconds(work)} working`,
  ];
  return `${parts.join(', ')}.`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function positive(seconds: number): number {
  return seconds < 1e-9 ? 0 : seconds;
}
