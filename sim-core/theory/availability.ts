import { requireInteger, requireNotNegative, requirePositive, requireRatio } from './range.ts';

/*
 * Availability of a whole from that of its parts, which are taken to fail independently of
 * each other. Lessons: load balancing, microservices. Source: Trivedi & Bobbio, Reliability
 * and Availability Engineering, 2017, chapter 4.
 */

const MODEL = 'availability';
const PARTS_MAXIMUM = 10_000;

/**
 * A whole that needs every part: the product. Ten parts at 99.9 %: 99.0 %.
 * @param parts availability of each, from 0 to 1; up to 10,000.
 * @returns a share of time from 0 to 1; 1 without parts.
 * @throws RangeError when a number is out of range.
 */
export function serialAvailability(parts: readonly number[]): number {
  requireParts(parts);
  return parts.reduce((product, part) => product * part, 1);
}

/**
 * A whole that needs any one of its parts: 1 − Π (1 − a). Two parts at 99 %: 99.99 %.
 * @param parts availability of each, from 0 to 1; up to 10,000.
 * @returns a share of time from 0 to 1; 0 without parts.
 * @throws RangeError when a number is out of range.
 */
export function parallelAvailability(parts: readonly number[]): number {
  requireParts(parts);
  return 1 - parts.reduce((product, part) => product * (1 - part), 1);
}

/**
 * A whole that needs k of its n parts, as a quorum does.
 * @param parts availability of each, from 0 to 1; up to 10,000.
 * @param needed k, an integer from 0 to the number of parts.
 * @returns a share of time from 0 to 1.
 * @throws RangeError when a number is out of range.
 */
export function quorumAvailability(parts: readonly number[], needed: number): number {
  requireParts(parts);
  requireInteger(MODEL, 'needed', needed, 0, parts.length);
  // exactly[i] is the probability that i of the parts seen so far are up; those from k on are one.
  const exactly = new Float64Array(needed + 1);
  exactly[0] = 1;
  for (const part of parts) {
    for (let up = needed; up >= 0; up--) {
      const stays = up === needed ? exactly[up]! : exactly[up]! * (1 - part);
      exactly[up] = stays + (up > 0 ? exactly[up - 1]! * part : 0);
    }
  }
  return exactly[needed]!;
}

/**
 * Share of time that a part is up which runs and is repaired in turn: MTBF / (MTBF + MTTR),
 * whatever the distributions.
 * @param betweenFailuresSecondsMean mean time from a repair to the next failure, above 0.
 * @param repairSecondsMean mean time from a failure to its repair, from 0.
 * @returns a share of time from 0 to 1.
 * @throws RangeError when a time is out of range.
 */
export function repairedAvailability(betweenFailuresSecondsMean: number, repairSecondsMean: number): number {
  requirePositive(MODEL, 'betweenFailuresSecondsMean', betweenFailuresSecondsMean);
  requireNotNegative(MODEL, 'repairSecondsMean', repairSecondsMean);
  return betweenFailuresSecondsMean / (betweenFailuresSecondsMean + repairSecondsMean);
}

/**
 * Time that an availability leaves without service, seconds: 99.9 % of 30 days leaves 43 min.
 * @param periodSeconds from 0.
 * @throws RangeError when a number is out of range.
 */
export function downtimeSeconds(availability: number, periodSeconds: number): number {
  requireRatio(MODEL, 'availability', availability);
  requireNotNegative(MODEL, 'periodSeconds', periodSeconds);
  return (1 - availability) * periodSeconds;
}

function requireParts(parts: readonly number[]): void {
  requireInteger(MODEL, 'number of parts', parts.length, 0, PARTS_MAXIMUM);
  parts.forEach((part, index) => requireRatio(MODEL, `part ${index}`, part));
}
