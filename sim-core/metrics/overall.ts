import type { BatchMeans } from './batch-means.ts';
import { LatencyHistogram } from './latency-histogram.ts';
import type { HistogramData, OverallMetrics } from './result.ts';
import { type VisitStatistics, visitMetrics } from './visit-statistics.ts';

/** What is known of one group of users. */
export interface UserStatistics {
  readonly statistics: VisitStatistics;
  readonly latencyBatches: BatchMeans;
}

/** The numbers of all users together. */
export function overallMetrics(
  users: readonly UserStatistics[],
  measuredSeconds: number,
  costDollarsPerMonth: number,
): { overall: OverallMetrics; latencyHistogram: HistogramData } {
  const latency = new LatencyHistogram();
  for (const { statistics } of users) latency.merge(statistics.latency);
  const sum = (of: (statistics: VisitStatistics) => number): number =>
    users.reduce((total, user) => total + of(user.statistics), 0);
  const arrived = sum((statistics) => statistics.arrived);
  const failed = sum((statistics) => statistics.failed);
  const visits = visitMetrics(arrived, failed, latency, measuredSeconds);
  const answered = visits.served + failed;
  return {
    overall: {
      ...visits,
      successRatio: answered === 0 ? null : visits.served / answered,
      failureRatio: answered === 0 ? null : failed / answered,
      offeredPerSecond: arrived / measuredSeconds,
      latencySecondsMeanHalfWidth: users.length === 1 ? users[0]!.latencyBatches.halfWidth() : null,
      latencySecondsP90: latency.quantile(0.9),
      latencySecondsP999: latency.quantile(0.999),
      latencySecondsMaximum: latency.maximum,
      costDollarsPerMonth,
    },
    latencyHistogram: latency.toJSON(),
  };
}
