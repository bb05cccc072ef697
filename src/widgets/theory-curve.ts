import {
  kingmanLatencySecondsMean,
  mmcLatencySecondsMean,
  mmcLatencySecondsPercentile,
  mmckLatencySecondsMean,
} from '#theory';
import type { Distribution, Scenario, ServiceNode } from '#sim-core';
import type { LatencyMetric } from './chart-spec.ts';

/** One shared queue as the formulas know it. */
interface Queue {
  readonly arrivalRatePerSecond: number;
  readonly serviceSecondsMean: number;
  readonly serviceCoefficientOfVariation: number;
  readonly servers: number;
  readonly queueLimit: number | undefined;
}

/** Share of requests that each percentile covers. */
const shares: Readonly<Partial<Record<LatencyMetric, number>>> = {
  latencySecondsP50: 0.5,
  latencySecondsP90: 0.9,
  latencySecondsP95: 0.95,
  latencySecondsP99: 0.99,
};

/**
 * The closed form for a scenario, seconds: M/M/c for exponential service (mean and
 * percentiles), M/M/c/K for a bounded queue (mean), Allen–Cunneen for any other service
 * time (mean; exact for one core, where it is Pollaczek–Khinchine). A random balancer
 * splits Poisson arrivals into independent ones, so each machine is such a queue.
 * `null` where no formula holds, Infinity where the queue grows without end.
 */
export function theorySeconds(scenario: Scenario, metric: LatencyMetric): number | null {
  const queue = queueOf(scenario);
  if (!queue) return null;
  const exponential = queue.serviceCoefficientOfVariation === 1;
  const share = shares[metric];
  if (queue.queueLimit !== undefined && queue.queueLimit < 10_000) {
    if (!exponential || share !== undefined) return null;
    return mmckLatencySecondsMean({ ...queue, capacity: queue.servers + queue.queueLimit });
  }
  if (share === undefined) {
    return exponential
      ? mmcLatencySecondsMean(queue)
      : kingmanLatencySecondsMean({ ...queue, arrivalCoefficientOfVariation: 1 });
  }
  return exponential ? mmcLatencySecondsPercentile(queue, share) : null;
}

/** Requests a second at which all cores are always busy, where one queue or one row of like machines does the work. */
export function capacityPerSecond(scenario: Scenario): number | undefined {
  const services = Object.values(scenario.nodes).filter((node) => node.kind === 'service');
  const [service] = services;
  if (services.length !== 1 || !service?.serviceTime || service.classes || hasTrouble(scenario))
    return undefined;
  const moments = momentsOf(service.serviceTime);
  const cores = (service.instances ?? 1) * Math.min(service.cores ?? 1, service.workers ?? Infinity);
  return moments && (cores * (service.speed ?? 1)) / moments.meanSeconds;
}

function hasTrouble(scenario: Scenario): boolean {
  return Object.values(scenario.faults ?? {}).some((fault) => fault.enabled !== false);
}

/** The queue that the scenario comes down to; `undefined` where it is more than one queue or something breaks. */
function queueOf(scenario: Scenario): Queue | undefined {
  if (hasTrouble(scenario)) return undefined;
  const users = Object.values(scenario.nodes).filter((node) => node.kind === 'users');
  const [only] = users;
  if (users.length !== 1 || only?.arrivals.kind !== 'poisson') return undefined;
  const target = scenario.nodes[only.target];
  const rate = only.arrivals.ratePerSecond;
  if (target?.kind === 'service') return (target.instances ?? 1) === 1 ? queueAt(target, rate) : undefined;
  if (target?.kind !== 'load-balancer' || target.targets.length !== 1) return undefined;
  const service = scenario.nodes[target.targets[0] ?? ''];
  if (service?.kind !== 'service') return undefined;
  const machines = service.instances ?? 1;
  if (machines > 1 && target.policy.kind !== 'random') return undefined;
  return queueAt(service, rate / machines);
}

function queueAt(service: ServiceNode, arrivalRatePerSecond: number): Queue | undefined {
  const cores = service.cores ?? 1;
  if (service.classes || service.plan || !service.serviceTime || (service.workers ?? cores) !== cores)
    return undefined;
  const moments = momentsOf(service.serviceTime);
  if (!moments) return undefined;
  return {
    arrivalRatePerSecond,
    serviceSecondsMean: moments.meanSeconds / (service.speed ?? 1),
    serviceCoefficientOfVariation: moments.coefficientOfVariation,
    servers: cores,
    queueLimit: service.queueLimit,
  };
}

function momentsOf(time: Distribution): { meanSeconds: number; coefficientOfVariation: number } | undefined {
  switch (time.kind) {
    case 'deterministic':
      return { meanSeconds: time.seconds, coefficientOfVariation: 0 };
    case 'exponential':
      return { meanSeconds: time.meanSeconds, coefficientOfVariation: 1 };
    case 'erlang':
      return { meanSeconds: time.meanSeconds, coefficientOfVariation: 1 / Math.sqrt(time.shape) };
    case 'uniform': {
      const meanSeconds = (time.minimumSeconds + time.maximumSeconds) / 2;
      const deviation = (time.maximumSeconds - time.minimumSeconds) / Math.sqrt(12);
      return { meanSeconds, coefficientOfVariation: deviation / meanSeconds };
    }
    case 'lognormal':
      return time;
    case 'hyperexponential':
      return 'phases' in time ? undefined : time;
    default:
      return undefined;
  }
}
