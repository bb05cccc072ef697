/** Requests a second of each engine, over alternating runs on the same machine. */
export interface Measurement {
  /** Median of the runs. */
  readonly requestsPerSecond: number;
  /** Medians of the ratios to each other engine, run by run. */
  readonly ratios: Readonly<Record<string, number>>;
}

/** Does its work once and returns how many requests it simulated. */
export type Contestant = () => number;

/**
 * Runs the contestants in turn, A B C A B C …, so that a machine whose speed drifts
 * treats all alike; the first round warms the compiler up and does not count.
 */
export function measure(
  contestants: Readonly<Record<string, Contestant>>,
  rounds: number,
): Record<string, Measurement> {
  const names = Object.keys(contestants);
  const rates: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const before = performance.now();
      const requests = contestants[name]!();
      const seconds = (performance.now() - before) / 1000;
      if (round > 0) rates[name]!.push(requests / seconds);
    }
  }
  return Object.fromEntries(
    names.map((name) => [
      name,
      {
        requestsPerSecond: median(rates[name]!),
        ratios: Object.fromEntries(
          names
            .filter((other) => other !== name)
            .map((other) => [other, median(rates[name]!.map((rate, i) => rate / rates[other]![i]!))]),
        ),
      },
    ]),
  );
}

/** The middle value, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
