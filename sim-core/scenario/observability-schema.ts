import {
  type Check,
  id,
  integer,
  listOf,
  literal,
  mapOf,
  number,
  object,
  optional,
  type Place,
  refuse,
  text,
  variant,
  within,
} from './checks.ts';
import type { Alert, Log, MetricsCollection, OnCall } from './observability.ts';
import { A_YEAR, positiveSeconds, probability, seconds } from './units.ts';

const oneOf =
  <const Word extends string>(...words: readonly Word[]): Check<Word> =>
  (value, place) =>
    words.find((word) => word === value) ?? refuse(place, value, words.map((word) => `"${word}"`).join(', '));

const named =
  (what: string) =>
  (place: Place, key: string): Place => ({
    owner: `${what} "${key}"`,
    key: '',
    path: `${place.path}.${key}`,
  });

const log: Check<Log> = object({
  nodes: listOf(id, 1, 1000),
  level: oneOf('error', 'warning', 'info', 'debug'),
  sampleRatio: optional(probability),
  debugLines: optional(integer(1, 100)),
  bytesPerLine: optional(number({ minimum: 1, maximum: 1e6 })),
  writeSeconds: optional(number({ minimum: 0, maximum: 1 })),
  destination: oneOf('local', 'shipped'),
  local: optional(
    object({
      diskMegabytes: optional(number({ minimum: 0, maximum: 1e9, above: true })),
      rotateEverySeconds: optional(number({ minimum: 0.01, maximum: A_YEAR })),
    }),
  ),
  shipped: optional(
    object({
      delaySeconds: optional(seconds),
      megabytesPerSecond: optional(number({ minimum: 0, maximum: 1e6, above: true })),
      bufferLines: optional(integer(1, 100_000)),
      dollarsPerGigabyte: optional(number({ minimum: 0, maximum: 1e6 })),
    }),
  ),
});

/** Logs by name. */
export const logging = mapOf(log, { maximum: 100, placeOf: named('log') });

/** Each above the one before. */
const bounds: Check<number[]> = (value, place) => {
  const list = listOf(positiveSeconds, 1, 100)(value, place);
  list.forEach((bound, i) => {
    if (i > 0 && bound <= list[i - 1]!)
      refuse(within(place, String(i)), bound, 'more than the bound before it');
  });
  return list;
};

export const metricsCollection: Check<MetricsCollection> = object({
  scrapeIntervalSeconds: number({ minimum: 0.01, maximum: A_YEAR }),
  bucketBoundsSeconds: optional(bounds),
  windowSeconds: optional(positiveSeconds),
  retentionSeconds: optional(positiveSeconds),
});

const durations = { forSeconds: optional(seconds), keepFiringForSeconds: optional(seconds) };

const objective: Check<number> = (value, place) =>
  value === 1
    ? refuse(place, value, 'a number from 0 to below 1: an objective of 1 leaves no error budget')
    : probability(value, place);

const alert = variant<Alert>({
  threshold: object({
    kind: literal('threshold'),
    metric: text(100),
    comparison: oneOf('above', 'below'),
    threshold: number({ minimum: 0, maximum: 1e9 }),
    ...durations,
  }),
  'burn-rate': object({
    kind: literal('burn-rate'),
    node: id,
    objectiveRatio: objective,
    periodSeconds: optional(positiveSeconds),
    burnRate: number({ minimum: 0, maximum: 1e6, above: true }),
    longWindowSeconds: positiveSeconds,
    shortWindowSeconds: optional(positiveSeconds),
    ...durations,
  }),
});

/** Rules by name. */
export const alerts = mapOf(alert, { maximum: 100, placeOf: named('alert') });

export const onCall: Check<OnCall> = object({
  reactionSeconds: number({ minimum: 0.01, maximum: A_YEAR }),
  action: oneOf('restart', 'free-disks', 'none'),
  alerts: optional(listOf(id, 1, 100)),
  nodes: optional(listOf(id, 1, 1000)),
});
