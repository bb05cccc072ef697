import type { BalancerMetrics, MachineMetrics, OverallMetrics, RunResult, ServiceMetrics } from '#sim-core';

/** A machine that did nothing remarkable, with what a test wants to be remarkable. */
export function machine(remarkable: Partial<MachineMetrics> = {}): MachineMetrics {
  return {
    arrived: 1000,
    served: 1000,
    failed: 0,
    utilisation: 0.5,
    workerUtilisation: remarkable.utilisation ?? 0.5,
    queueLengthMean: 0.5,
    queueLengthMaximum: 6,
    inSystemMean: 1,
    inSystemRatios: [],
    ...remarkable,
  };
}

/** A service of these machines. */
export function service(
  instances: readonly MachineMetrics[],
  remarkable: Partial<ServiceMetrics> = {},
): ServiceMetrics {
  const sum = (read: (machine: MachineMetrics) => number) =>
    instances.reduce((total, each) => total + read(each), 0);
  return {
    kind: 'service',
    ...machine({
      arrived: sum((each) => each.arrived),
      served: sum((each) => each.served),
      utilisation: sum((each) => each.utilisation) / instances.length,
      queueLengthMean: sum((each) => each.queueLengthMean),
    }),
    inFlight: 0,
    throughputPerSecond: 50,
    latencySecondsMean: 0.06,
    latencySecondsP50: 0.05,
    latencySecondsP95: 0.15,
    latencySecondsP99: 0.2,
    waitingSecondsMean: 0.02,
    waitingSecondsP50: 0,
    waitingSecondsP95: 0.1,
    waitingSecondsP99: 0.15,
    waitingProbability: 0.3,
    rejectedRatio: 0,
    instances,
    ...remarkable,
  };
}

/** A balancer that sent so many requests to each machine of the service `server`. */
export function balancer(sent: readonly number[]): BalancerMetrics {
  const total = sent.reduce((sum, each) => sum + each, 0);
  return {
    kind: 'load-balancer',
    arrived: total,
    served: total,
    failed: 0,
    inFlight: 0,
    throughputPerSecond: 50,
    latencySecondsMean: 0.06,
    backends: sent.map((each, i) => ({ node: 'server', instance: i + 1, sent: each, healthyRatio: 1 })),
  };
}

const overall: OverallMetrics = {
  arrived: 1000,
  served: 1000,
  failed: 0,
  inFlight: 0,
  successRatio: 1,
  failureRatio: 0,
  offeredPerSecond: 50,
  throughputPerSecond: 50,
  latencySecondsMean: 0.06,
  latencySecondsMeanHalfWidth: 0.001,
  latencySecondsP50: 0.05,
  latencySecondsP90: 0.1,
  latencySecondsP95: 0.15,
  latencySecondsP99: 0.2,
  latencySecondsP999: 0.3,
  latencySecondsMaximum: 0.4,
  costDollarsPerMonth: 0,
};

type Remarkable = Partial<Omit<RunResult, 'overall'>> & { readonly overall?: Partial<OverallMetrics> };

/** A quiet minute, with what a test wants to be remarkable. */
export function result(remarkable: Remarkable): RunResult {
  return {
    seed: 1,
    durationSeconds: 60,
    warmUpSeconds: 0,
    nodes: {},
    failures: [],
    series: { bucketSeconds: 1, nodes: {} },
    latencyHistogram: { count: 0, lowerBoundsSeconds: [], upperBoundsSeconds: [], counts: [] },
    events: [],
    traces: [],
    hops: null,
    eventsProcessed: 0,
    ...remarkable,
    overall: { ...overall, ...remarkable.overall },
  };
}
