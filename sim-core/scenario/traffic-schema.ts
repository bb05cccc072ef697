import {
  type Check,
  integer,
  listOf,
  literal,
  number,
  object,
  optional,
  refuse,
  variant,
  within,
} from './checks.ts';
import { distribution } from './distribution-schema.ts';
import type { Arrivals, KeyPopularity } from './traffic.ts';
import {
  A_YEAR,
  positiveRatePerSecond,
  positiveSeconds,
  probability,
  ratePerSecond,
  seconds,
} from './units.ts';

const LONGEST_RECORDING = 5_000_000;
const LARGEST_KEY = 2_147_483_646;

/** Times that never go back. A Float64Array is taken as it is; a list is copied. */
const recordedTimes: Check<number[] | Float64Array> = (value, place) => {
  if (!Array.isArray(value) && !(value instanceof Float64Array)) {
    return refuse(place, value, 'a list of times in seconds, ascending');
  }
  if (value.length > LONGEST_RECORDING) return refuse(place, value, `at most ${LONGEST_RECORDING} times`);
  let last = 0;
  for (let i = 0; i < value.length; i++) {
    const time: unknown = value[i];
    if (typeof time !== 'number' || !(time >= last && time <= 1e10)) {
      return refuse(
        within(place, String(i)),
        time,
        `a number of seconds from ${last}${i === 0 ? '' : ', the one before,'} up to 10000000000`,
      );
    }
    last = time;
  }
  return value instanceof Float64Array ? value : (value.slice() as number[]);
};

const rateCurve: Check<Arrivals> = (value, place) => {
  const point = object({ seconds, ratePerSecond });
  const checked = object({ kind: literal('rate-curve'), points: listOf(point, 1, 10_000) })(value, place);
  checked.points.forEach((here, i) => {
    const before = checked.points[i - 1]?.seconds ?? 0;
    if (here.seconds >= before) return;
    const at = within(within(within(place, 'points'), String(i)), 'seconds');
    refuse(at, here.seconds, `at least ${before}, the one before`);
  });
  return checked;
};

/** When requests come. */
export const arrivals = variant<Arrivals>({
  poisson: object({ kind: literal('poisson'), ratePerSecond: positiveRatePerSecond }),
  constant: object({ kind: literal('constant'), ratePerSecond: positiveRatePerSecond }),
  renewal: object({ kind: literal('renewal'), intervalSeconds: distribution }),
  recorded: object({
    kind: literal('recorded'),
    timesSeconds: recordedTimes,
    speed: optional(number({ minimum: 0, maximum: 1e9, above: true })),
  }),
  bursty: object({
    kind: literal('bursty'),
    calmRatePerSecond: ratePerSecond,
    burstRatePerSecond: positiveRatePerSecond,
    calmMeanSeconds: positiveSeconds,
    burstMeanSeconds: positiveSeconds,
  }),
  'daily-rhythm': object({
    kind: literal('daily-rhythm'),
    ratePerSecond: positiveRatePerSecond,
    peakToMean: number({ minimum: 1, maximum: 2 }),
    periodSeconds: optional(number({ minimum: 1, maximum: A_YEAR })),
    peakAtSeconds: optional(seconds),
  }),
  'flash-crowd': object({
    kind: literal('flash-crowd'),
    baseRatePerSecond: ratePerSecond,
    peakRatePerSecond: positiveRatePerSecond,
    startSeconds: seconds,
    rampUpSeconds: optional(seconds),
    holdSeconds: seconds,
    decaySeconds: optional(seconds),
  }),
  'rate-curve': rateCurve,
  closed: object({
    kind: literal('closed'),
    users: integer(1, 1_000_000),
    thinkTime: distribution,
    leaveProbability: optional(probability),
  }),
});

/** Keys in the order in which they were asked for. An Int32Array is taken as it is; a list is copied. */
const recordedKeys: Check<number[] | Int32Array> = (value, place) => {
  if (!Array.isArray(value) && !(value instanceof Int32Array)) return refuse(place, value, 'a list of keys');
  if (value.length < 1 || value.length > LONGEST_RECORDING)
    return refuse(place, value, `a list of 1 to ${LONGEST_RECORDING}`);
  const key = integer(0, LARGEST_KEY);
  for (let i = 0; i < value.length; i++) {
    const known: unknown = value[i];
    // A place is made for the message only: there may be millions.
    if (!Number.isInteger(known) || (known as number) < 0 || (known as number) > LARGEST_KEY)
      key(known, within(place, String(i)));
  }
  return value instanceof Int32Array ? value : (value.slice() as number[]);
};

const keys = integer(1, 10_000_000);
const skew = number({ minimum: 0, maximum: 5 });

/** Which keys requests ask for. */
export const keyPopularity = variant<KeyPopularity>({
  uniform: object({ kind: literal('uniform'), keys }),
  zipf: object({ kind: literal('zipf'), keys, skew }),
  drifting: object({
    kind: literal('drifting'),
    keys,
    skew,
    halfLifeSeconds: number({ minimum: 1, maximum: A_YEAR }),
  }),
  recorded: object({ kind: literal('recorded'), keys: recordedKeys }),
});
