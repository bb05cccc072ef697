import type { Journeys } from './journeys.ts';

/**
 * When something happened last before this moment, seconds, in the time that the picture shows: each
 * column later than the one before it by `travelSeconds`. −Infinity when nothing did.
 *
 * The way back is walked rarely, so it looks at every visit instead of keeping an order of all that happens.
 */
export function previousChange(journeys: Journeys, seconds: number, travelSeconds: number): number {
  const {
    rows,
    link,
    leaveSeconds,
    arriveSeconds,
    startSeconds,
    answerSeconds,
    columnFrom,
    columnTo,
    holds,
  } = journeys;
  let previous = -Infinity;
  const consider = (time: number): void => {
    if (time < seconds && time > previous) previous = time;
  };
  for (let row = 0; row < rows; row++) {
    if (link[row]! < 0) continue;
    const lag = columnTo[row]! * travelSeconds;
    const leave = leaveSeconds[row]!;
    consider(leave + columnFrom[row]! * travelSeconds);
    consider(arriveSeconds[row]! + lag);
    if (holds[row] === 0) continue;
    if (startSeconds[row]! >= 0) consider(startSeconds[row]! + lag);
    if (answerSeconds[row]! >= 0) consider(answerSeconds[row]! + lag);
  }
  return previous;
}
