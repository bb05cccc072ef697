const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;

/** Round lengths of time, seconds, ascending: what clocks and people count in. */
export const ROUND_TIMES_SECONDS: readonly number[] = [
  ...[1, 2, 5, 10, 15, 30],
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR),
  ...[1, 2, 7, 28, 364].map((days) => days * DAY),
];
