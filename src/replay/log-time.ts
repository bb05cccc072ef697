/** Bytes of a time such as `17/May/2015:10:05:03 +0000`. */
export const LOG_TIME_BYTES = 26;

const MONTHS = new Map(
  ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].map((name, index) => [
    monthKey(name.charCodeAt(0), name.charCodeAt(1), name.charCodeAt(2)),
    index + 1,
  ]),
);
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Reads the time of an access-log line, `day/month/year:hour:minute:second zone`,
 * from `bytes` at `start`, and returns it in seconds since 1970-01-01 UTC.
 * NaN where it is not such a time (the 31st of April included). The second may be
 * 60: clocks log leap seconds. Reads bytes rather than a string because this runs
 * once a line of a file of up to 100 MB.
 */
export function readLogTime(bytes: Uint8Array, start: number): number {
  if (start + LOG_TIME_BYTES > bytes.length) return NaN;
  if (
    bytes[start + 2] !== 0x2f ||
    bytes[start + 6] !== 0x2f ||
    bytes[start + 11] !== 0x3a ||
    bytes[start + 14] !== 0x3a ||
    bytes[start + 17] !== 0x3a ||
    bytes[start + 20] !== 0x20
  ) {
    return NaN;
  }
  const day = twoDigits(bytes, start);
  const month = MONTHS.get(monthKey(bytes[start + 3]!, bytes[start + 4]!, bytes[start + 5]!)) ?? NaN;
  const year = twoDigits(bytes, start + 7) * 100 + twoDigits(bytes, start + 9);
  const hour = twoDigits(bytes, start + 12);
  const minute = twoDigits(bytes, start + 15);
  const second = twoDigits(bytes, start + 18);
  const zoneHours = twoDigits(bytes, start + 22);
  const zoneMinutes = twoDigits(bytes, start + 24);
  const sign = bytes[start + 21] === 0x2b ? 1 : bytes[start + 21] === 0x2d ? -1 : NaN;
  // Comparisons with NaN are false, so each test is written as what must hold.
  const valid =
    year >= 1900 &&
    day >= 1 &&
    day <= daysInMonth(year, month) &&
    hour <= 23 &&
    minute <= 59 &&
    second <= 60 &&
    zoneHours <= 14 &&
    zoneMinutes <= 59;
  if (!valid) return NaN;
  const zoneSeconds = sign * (zoneHours * 3600 + zoneMinutes * 60);
  return daysSinceEpoch(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second - zoneSeconds;
}

function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = bytes[at]! - 0x30;
  const ones = bytes[at + 1]! - 0x30;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}

/** Upper or lower case alike. */
function monthKey(first: number, second: number, third: number): number {
  return ((first | 0x20) << 16) | ((second | 0x20) << 8) | (third | 0x20);
}

function daysInMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (DAYS_IN_MONTH[month - 1] ?? NaN);
}

/** Howard Hinnant, 'chrono-Compatible Low-Level Date Algorithms', days_from_civil; years from 0. */
function daysSinceEpoch(year: number, month: number, day: number): number {
  const shiftedYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}
