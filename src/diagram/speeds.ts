/** A speed of the clock: simulated seconds in a second of the reader's. */
export interface Speed {
  readonly ratio: number;
  /** '1/20', '1×', '50×'. */
  readonly label: string;
}

const fastestExponent = 5;
const ladder: readonly number[] = Array.from({ length: 10 }, (_, index) => 10 ** (index - 4)).flatMap(
  (decade) => (decade >= 10 ** fastestExponent ? [decade] : [decade, decade * 2, decade * 5]),
);

/** Dots a second that an eye can follow, for each machine, and at most. */
const dotsPerSecondAndMachine = 8;
const dotsPerSecondAtMost = 40;

/** The speed at which this traffic can be watched, as a step of 1, 2, 5, 10 … */
export function usualSpeed(requestsPerSecond: number, machines: number): number {
  const dots = Math.min(dotsPerSecondAtMost, dotsPerSecondAndMachine * Math.max(1, machines));
  const wish = requestsPerSecond > 0 ? dots / requestsPerSecond : 1;
  return ladder.reduce((best, step) =>
    Math.abs(Math.log(step / wish)) < Math.abs(Math.log(best / wish)) ? step : best,
  );
}

/** Slower and faster ones around it: a choice for the reader. */
export function speedsAround(usual: number): Speed[] {
  const at = ladder.indexOf(usual);
  return [-4, -2, 0, 2, 4, 6]
    .map((step) => ladder[at + step])
    .filter((ratio) => ratio !== undefined)
    .map((ratio) => ({
      ratio,
      label:
        ratio < 1
          ? `1/${Math.round(1 / ratio).toLocaleString('en-US')}`
          : `${ratio.toLocaleString('en-US')}×`,
    }));
}
