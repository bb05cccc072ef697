import type { RunOptions, RunResult } from '../metrics/result.ts';
import { overallMetrics } from '../metrics/overall.ts';
import { monthlyBill } from '../operations/monthly-bill.ts';
import { build, type BuiltSystem } from './build.ts';
import { flag, integer } from './checks.ts';
import { parseScenario } from './parse.ts';
import type { Scenario } from './scenario.ts';

const DEFAULT_BUCKETS = 60;

/**
 * A run that can be carried on piece by piece, so that a page or a worker stays
 * responsive and can drop a run that nobody waits for any more.
 */
export class SimulationRun {
  readonly #scenario: Scenario;
  readonly #seed: number;
  readonly #system: BuiltSystem;
  readonly #bucketSeconds: number;
  readonly #buckets: number;
  #closedBuckets = 0;
  #warmUpEnded = false;
  #finished = false;

  /** @throws ScenarioError when the scenario or an option is invalid. */
  constructor(scenario: Scenario, options: RunOptions = {}) {
    this.#scenario = parseScenario(scenario);
    checkOptions(options);
    this.#seed = options.seed ?? this.#scenario.seed ?? 1;
    this.#buckets = options.seriesBuckets ?? DEFAULT_BUCKETS;
    this.#bucketSeconds = this.#scenario.durationSeconds / this.#buckets;
    this.#system = build(this.#scenario, this.#seed, options);
  }

  /** Simulated share of the run, from 0 to 1. */
  get progress(): number {
    return this.#system.simulation.now / this.#scenario.durationSeconds;
  }

  /** Share of the time after warm-up that is simulated, from 0 to 1. */
  get measured(): number {
    if (!this.#warmUpEnded) return 0;
    const { simulation, warmUpSeconds, durationSeconds } = this.#system;
    return (simulation.now - warmUpSeconds) / (durationSeconds - warmUpSeconds);
  }

  /** Handles at most so many events; returns true when the run is finished. */
  advance(maximumEvents = Infinity): boolean {
    const { simulation, nodes, warmUpSeconds, durationSeconds } = this.#system;
    let budget = maximumEvents;
    while (!this.#finished) {
      const bucketEnd =
        this.#closedBuckets + 1 === this.#buckets
          ? durationSeconds
          : (this.#closedBuckets + 1) * this.#bucketSeconds;
      const warmUpNext = !this.#warmUpEnded && warmUpSeconds <= bucketEnd;
      const before = simulation.eventsProcessed;
      // Statistics change hands just before the events of that instant, which count.
      if (warmUpNext && warmUpSeconds === 0) this.#endWarmUp();
      else if (!simulation.advance(warmUpNext ? justBefore(warmUpSeconds) : bucketEnd, budget)) return false;
      else if (warmUpNext) this.#endWarmUp();
      else {
        for (const node of nodes) node.tick(this.#bucketSeconds);
        this.#closedBuckets++;
        this.#finished = this.#closedBuckets === this.#buckets;
      }
      budget -= simulation.eventsProcessed - before;
      if (budget <= 0 && !this.#finished) return false;
    }
    return true;
  }

  #endWarmUp(): void {
    this.#warmUpEnded = true;
    this.#system.simulation.now = this.#system.warmUpSeconds;
    for (const part of [...this.#system.nodes, ...this.#system.links]) part.warmUpEnds();
  }

  /**
   * The result; before `advance` has returned true that of the simulated time so far, with it as
   * `durationSeconds`. Asking changes nothing.
   * @throws RangeError as long as `measured` is 0.
   */
  result(): RunResult {
    if (this.measured === 0) {
      throw new RangeError(
        `result at ${this.#system.simulation.now} s: nothing is measured yet; expected a time after the warm-up of ${this.#system.warmUpSeconds} s`,
      );
    }
    const { simulation, nodes, nodeIds, classNames, users, links, precautions, recorder, failures, events } =
      this.#system;
    const callers = precautions?.metrics() ?? null;
    const { observability } = this.#system;
    const { warmUpSeconds } = this.#system;
    const durationSeconds = simulation.now;
    const measuredSeconds = durationSeconds - warmUpSeconds;
    const metrics = Object.fromEntries(nodes.map((node) => [node.id, node.metrics(measuredSeconds)]));
    const observed = observability?.results() ?? {};
    const billed = { nodes: metrics, durationSeconds, warmUpSeconds, ...observed };
    const { overall, latencyHistogram } = overallMetrics(
      users.map(({ statistics }) => statistics),
      measuredSeconds,
      monthlyBill(this.#scenario, billed).total,
    );
    return {
      seed: this.#seed,
      durationSeconds,
      warmUpSeconds,
      overall,
      nodes: metrics,
      ...(callers !== null && { callers }),
      ...(links.length > 0 && {
        links: Object.fromEntries(links.map((link) => [link.name, link.metrics(measuredSeconds)])),
      }),
      failures: failures.counts(),
      ...(this.#system.mayBeStale ? { staleness: failures.wrongAnswers() } : {}),
      series: {
        bucketSeconds: this.#bucketSeconds,
        nodes: Object.fromEntries(nodes.map((node) => [node.id, node.series()])),
      },
      latencyHistogram,
      events: events.list,
      ...(events.omitted > 0 && { eventsOmitted: events.omitted }),
      traces: recorder.traces(nodeIds, classNames, failures),
      hops: recorder.hops(nodeIds),
      eventsProcessed: simulation.eventsProcessed,
      ...observed,
    };
  }
}

/** Prepares a run. @throws ScenarioError when the scenario or an option is invalid. */
export function start(scenario: Scenario, options?: RunOptions): SimulationRun {
  return new SimulationRun(scenario, options);
}

/**
 * Runs a scenario from its start to its end. The same scenario, seed and options give
 * the same result to the last bit in every JavaScript engine.
 * @throws ScenarioError when the scenario or an option is invalid.
 */
export function run(scenario: Scenario, options?: RunOptions): RunResult {
  const simulationRun = start(scenario, options);
  simulationRun.advance();
  return simulationRun.result();
}

/** The next smaller number, for a number above 0. */
function justBefore(seconds: number): number {
  return seconds * (1 - Number.EPSILON / 2);
}

const optionChecks = {
  seed: integer(0, 4_294_967_295),
  seriesBuckets: integer(1, 1000),
  traces: integer(0, 10_000),
  logLines: integer(0, 10_000),
  hops: integer(0, 100_000),
} as const;

function checkOptions(options: RunOptions): void {
  if (options.details !== undefined)
    flag(options.details, { owner: 'run options', key: 'details', path: 'details' });
  for (const key of Object.keys(optionChecks) as (keyof typeof optionChecks)[]) {
    if (options[key] !== undefined) optionChecks[key](options[key], { owner: 'run options', key, path: key });
  }
}
