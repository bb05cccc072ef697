import {
  intervalOf,
  readMetric,
  replicationSeeds,
  start,
  type Interval,
  type RunResult,
  type Scenario,
} from '#sim-core';

/** One figure of both designs, and the mean of second − first pair by pair, with its 95 % interval. */
export interface ComparedFigure {
  /** Means over the pairs; null where some run did not observe it. */
  readonly first: number | null;
  readonly second: number | null;
  readonly difference: PairedDifference | null;
}

/** In the metric's unit. Both runs of a pair saw the same traffic, so most of the luck cancels. */
export interface PairedDifference {
  readonly mean: number;
  readonly halfWidth: number;
}

/** What is known after some pairs of runs. */
export interface ComparisonPicture {
  readonly pairs: number;
  /** In the order of the metrics. */
  readonly figures: readonly ComparedFigure[];
  /** The first pair, with the first picture only. */
  readonly runs?: ComparedRuns;
}

/** One run of each design. */
export interface ComparedRuns {
  readonly scenarios: readonly [Scenario, Scenario];
  readonly results: readonly [RunResult, RunResult];
}

/** What is run: two scenarios with the same seeds. */
export interface ComparingWork {
  readonly scenarios: readonly [Scenario, Scenario];
  readonly metrics: readonly string[];
  readonly seed: number;
  readonly replications: number;
}

/** Events between two looks at whether anybody still wants the answer: under a millisecond's work. */
const eventsPerSlice = 4000;

/**
 * The core's `compare`, in steps of about a millisecond: yields nothing while a run is on its way,
 * and what is known after each pair from the second on. Throws what the core throws.
 */
export function* comparing({
  scenarios,
  metrics,
  seed,
  replications,
}: ComparingWork): Generator<ComparisonPicture | undefined, void> {
  const values = metrics.map((): [number | null, number | null][] => []);
  let runs: ComparedRuns | undefined;
  for (const [place, each] of replicationSeeds(seed, replications).entries()) {
    const first = yield* running(scenarios[0], each);
    const second = yield* running(scenarios[1], each);
    metrics.forEach((metric, i) => values[i]?.push([readMetric(first, metric), readMetric(second, metric)]));
    if (place === 0) runs = { scenarios, results: [first, second] };
    else
      yield { pairs: place + 1, figures: values.map(comparedFigure), ...(place === 1 && runs && { runs }) };
  }
}

/** The whole comparison at once, as the build needs it: the last picture, and the first pair of runs. */
export function compareAtOnce(work: ComparingWork): Required<ComparisonPicture> {
  let picture: ComparisonPicture | undefined;
  let runs: ComparedRuns | undefined;
  for (const step of comparing(work)) {
    picture = step ?? picture;
    runs ??= step?.runs;
  }
  if (picture === undefined || runs === undefined)
    throw new RangeError('a comparison takes at least two pairs of runs');
  return { ...picture, runs };
}

function* running(scenario: Scenario, seed: number): Generator<undefined, RunResult> {
  const run = start(scenario, { seed, seriesBuckets: 1 });
  while (!run.advance(eventsPerSlice)) yield undefined;
  return run.result();
}

function comparedFigure(pairs: readonly (readonly [number | null, number | null])[]): ComparedFigure {
  const differences = pairs.map(([a, b]) => (a === null || b === null ? null : b - a));
  return {
    first: meanOf(pairs.map(([a]) => a)),
    second: meanOf(pairs.map(([, b]) => b)),
    difference: allObserved(differences) ? rounded(intervalOf(differences)) : null,
  };
}

function meanOf(values: readonly (number | null)[]): number | null {
  return allObserved(values) ? shortened(intervalOf(values).mean) : null;
}

function allObserved(values: readonly (number | null)[]): values is readonly number[] {
  return values.every((value) => value !== null);
}

function rounded({ mean, halfWidth }: Interval): PairedDifference {
  return { mean: shortened(mean), halfWidth: shortened(halfWidth) };
}

/** Five significant digits: more than anybody is shown. */
function shortened(value: number): number {
  return Number(value.toPrecision(5));
}
