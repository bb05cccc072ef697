import { start, type Arrivals, type RunResult, type Scenario, type SimulationRun } from '#sim-core';
import { burstinessOf, type Burstiness } from './burstiness.ts';
import { replayServer } from './replay-server.ts';
import type { ReplayWindow, WindowName } from './replay-window.ts';
import { scaled } from './service-time.ts';
import { capacityPerSecond } from './speed-up.ts';

/** What the reader chooses. */
export interface ReplaySettings {
  readonly window: WindowName;
  /** Seconds of the log in one second of the replay. */
  readonly speed: number;
  readonly cores: number;
  /** Mean, seconds. */
  readonly serviceSeconds: number;
}

/** What one of the two runs yields, of all requests in it. */
export interface ReplayOutcome {
  readonly arrived: number;
  readonly served: number;
  readonly failed: number;
  /** Still waiting or in work when the replay ended. */
  readonly inFlight: number;
  readonly utilisation: number;
  readonly latencySecondsP50: number | null;
  readonly latencySecondsP99: number | null;
  readonly waitingSecondsMean: number | null;
  readonly queueLengthMaximum: number;
  /** A value a slice, of those that lie within the log from end to end. */
  readonly arrivedPerSecond: readonly number[];
  readonly queueLengthMean: readonly number[];
}

/** The recorded arrivals and Poisson arrivals at the same mean rate, on the same server. */
export interface ReplayComparison {
  readonly settings: ReplaySettings;
  /** Length of the replay, and of a slice of it, seconds of the replay. */
  readonly durationSeconds: number;
  readonly sliceSeconds: number;
  /** What the server can do at most. */
  readonly capacityPerSecond: number;
  /** Of the recorded arrivals; null where there are too few to tell. */
  readonly burstiness: Burstiness | null;
  readonly recorded: ReplayOutcome;
  readonly poisson: ReplayOutcome;
}

/** Some 20 ms of work: a caller that stops between two pieces stops at once. */
const EVENTS_PER_PIECE = 40_000;

/**
 * Replays a window of a log on the server of `scenario` (its one users node and the
 * service that this asks; faults, request classes and a worker limit are left out),
 * then Poisson arrivals. A generator: yields the share done, 0 to 1, after every
 * piece of work, so that a worker can report and be stopped; returns the comparison.
 */
export function* replay(
  scenario: Scenario,
  arrivalSeconds: Float64Array,
  window: ReplayWindow,
  settings: ReplaySettings,
): Generator<number, ReplayComparison, void> {
  const durationSeconds = window.spanSeconds / settings.speed;
  const recordedScenario = recordedReplay(scenario, arrivalSeconds, window, settings);
  const poissonScenario = withArrivals(recordedScenario, {
    kind: 'poisson',
    ratePerSecond: window.requests / durationSeconds,
  });
  const seriesBuckets = window.spanSeconds / window.sliceSeconds;
  const { serviceId, instances } = replayServer(scenario);
  const recorded = yield* inPieces(start(recordedScenario, { seriesBuckets }), 0);
  const poisson = yield* inPieces(start(poissonScenario, { seriesBuckets }), 0.5);
  return {
    settings,
    durationSeconds,
    sliceSeconds: window.sliceSeconds / settings.speed,
    capacityPerSecond: capacityPerSecond({
      instances,
      cores: settings.cores,
      serviceSeconds: settings.serviceSeconds,
    }),
    burstiness: burstinessOf(requestsOf(arrivalSeconds, window), window.fromSeconds, window.spanSeconds),
    recorded: outcomeOf(recorded, serviceId, window.fullSlices),
    poisson: outcomeOf(poisson, serviceId, window.fullSlices),
  };
}

/** Runs `replay` to its end at once: for the build and for tests. */
export function replayAtOnce(...inputs: Parameters<typeof replay>): ReplayComparison {
  const steps = replay(...inputs);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** The scenario that replays a window of the log: plain data, as long as the window. */
export function recordedReplay(
  scenario: Scenario,
  arrivalSeconds: Float64Array,
  window: ReplayWindow,
  { speed, cores, serviceSeconds }: ReplaySettings,
): Scenario {
  const { usersId, serviceId, service, serviceSeconds: given } = replayServer(scenario);
  const users = scenario.nodes[usersId]!;
  const { workers: _workers, classes: _classes, ...plainService } = service;
  const timesSeconds = requestsOf(arrivalSeconds, window).map((time) => time - window.fromSeconds);
  return {
    version: 1,
    durationSeconds: window.spanSeconds / speed,
    // All of it counts: a log has no warm-up of its own.
    warmUpSeconds: 0,
    seed: scenario.seed ?? 1,
    nodes: {
      [usersId]: {
        kind: 'users',
        ...(users.label && { label: users.label }),
        target: serviceId,
        arrivals: { kind: 'recorded', timesSeconds, speed },
      },
      [serviceId]: {
        ...plainService,
        cores,
        serviceTime: scaled(service.serviceTime!, serviceSeconds / given),
      },
    },
  };
}

function requestsOf(arrivalSeconds: Float64Array, { firstRequest, requests }: ReplayWindow): Float64Array {
  return arrivalSeconds.subarray(firstRequest, firstRequest + requests);
}

function withArrivals(scenario: Scenario, arrivals: Arrivals): Scenario {
  const nodes = Object.entries(scenario.nodes).map(([id, node]) => [
    id,
    node.kind === 'users' ? { ...node, arrivals } : node,
  ]);
  return { ...scenario, nodes: Object.fromEntries(nodes) as Scenario['nodes'] };
}

function* inPieces(run: SimulationRun, offset: number): Generator<number, RunResult, void> {
  while (!run.advance(EVENTS_PER_PIECE)) yield offset + run.progress / 2;
  return run.result();
}

function outcomeOf(result: RunResult, serviceId: string, slices: number): ReplayOutcome {
  const { overall } = result;
  const service = result.nodes[serviceId];
  const series = result.series.nodes[serviceId];
  if (service?.kind !== 'service' || !series) throw new Error(`result has no service "${serviceId}"`);
  return {
    arrived: overall.arrived,
    served: overall.served,
    failed: overall.failed,
    inFlight: overall.inFlight,
    utilisation: service.utilisation,
    latencySecondsP50: overall.latencySecondsP50,
    latencySecondsP99: overall.latencySecondsP99,
    waitingSecondsMean: service.waitingSecondsMean,
    queueLengthMaximum: service.queueLengthMaximum,
    arrivedPerSecond: series.arrivedPerSecond.slice(0, slices).map(short),
    queueLengthMean: (series.queueLengthMean ?? []).slice(0, slices).map(short),
  };
}

/** Four digits are enough to draw, and spare the page some weight. */
function short(value: number): number {
  return Number(value.toPrecision(4));
}
