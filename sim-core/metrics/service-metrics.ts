import type { LatencyHistogram } from './latency-histogram.ts';
import type { MachineStatistics } from './machine-statistics.ts';
import type { MachineMetrics, NodeSeries, ServiceMetrics, VisitMetrics } from './result.ts';
import type { VisitSeries } from './visit-counts.ts';

/** Series of single machines are kept up to this many of them. */
const MOST_MACHINE_SERIES = 32;

/** The numbers of a service from those of its machines. */
export function serviceMetrics(
  visits: VisitMetrics,
  instances: readonly MachineMetrics[],
  waiting: LatencyHistogram,
  rejected: number,
): ServiceMetrics {
  const sum = (of: (machine: MachineMetrics) => number): number =>
    instances.reduce((total, m) => total + of(m), 0);
  return {
    kind: 'service',
    ...visits,
    utilisation: sum((m) => m.utilisation) / instances.length,
    workerUtilisation: sum((m) => m.workerUtilisation) / instances.length,
    queueLengthMean: sum((m) => m.queueLengthMean),
    queueLengthMaximum: instances.reduce((most, m) => Math.max(most, m.queueLengthMaximum), 0),
    inSystemMean: sum((m) => m.inSystemMean),
    inSystemRatios: instances[0]!.inSystemRatios.map(
      (_, n) => sum((m) => m.inSystemRatios[n]!) / instances.length,
    ),
    waitingSecondsMean: waiting.mean,
    waitingSecondsP50: waiting.quantile(0.5),
    waitingSecondsP95: waiting.quantile(0.95),
    waitingSecondsP99: waiting.quantile(0.99),
    waitingProbability: waiting.shareAboveZero,
    rejectedRatio: visits.arrived === 0 ? null : rejected / visits.arrived,
    instances,
  };
}

/**
 * Queues add up over the machines; utilisation is their mean.
 * @param present machines that there were in each bucket in the mean, where their number changes
 */
export function serviceSeries(
  visits: VisitSeries,
  machines: readonly Pick<MachineStatistics, 'queueLengthSeries' | 'utilisationSeries'>[],
  present?: readonly number[],
): NodeSeries {
  const total = (of: (machine: (typeof machines)[number]) => number): number =>
    machines.reduce((sum, machine) => sum + of(machine), 0);
  const buckets = visits.arrivedPerSecond.map((_, bucket) => bucket);
  const series = {
    ...visits,
    queueLengthMean: buckets.map((bucket) => total((m) => m.queueLengthSeries[bucket]!)),
    utilisation: buckets.map((bucket) => {
      const busy = total((m) => m.utilisationSeries[bucket]!);
      if (present === undefined) return busy / machines.length;
      return busy === 0 ? 0 : busy / present[bucket]!;
    }),
    ...(present === undefined ? {} : { instancesMean: present }),
  };
  if (machines.length > MOST_MACHINE_SERIES) return series;
  const instances = machines.map(({ queueLengthSeries, utilisationSeries }) => ({
    queueLengthMean: queueLengthSeries,
    utilisation: utilisationSeries,
  }));
  return { ...series, instances };
}
