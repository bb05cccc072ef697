import { LatencyHistogram } from './latency-histogram.ts';
import type { HistogramData, OverallMetrics } from './result.ts';
import type { UserStatistics } from './user-statistics.ts';
import { percentiles } from './visit-statistics.ts';

/** The numbers of all users together. */
export function overallMetrics(
  users: readonly UserStatistics[],
  measuredSeconds: number,
  costDollarsPerMonth: number,
): { overall: OverallMetrics; latencyHistogram: HistogramData } {
  const latency = new LatencyHistogram();
  for (const user of users) latency.merge(user.latency);
  const sum = (of: (user: UserStatistics) => number): number =>
    users.reduce((total, user) => total + of(user), 0);
  const arrived = sum((user) => user.arrived);
  const served = sum((user) => user.served);
  const failed = sum((user) => user.failed);
  const answered = served + failed;
  return {
    overall: {
      arrived,
      served,
      failed,
      inFlight: arrived - answered,
      successRatio: answered === 0 ? null : served / answered,
      failureRatio: answered === 0 ? null : failed / answered,
      offeredPerSecond: arrived / measuredSeconds,
      throughputPerSecond: served / measuredSeconds,
      latencySecondsMean: latency.mean,
      latencySecondsMeanHalfWidth: users.length === 1 ? users[0]!.latencyHalfWidth : null,
      ...percentiles(latency),
      latencySecondsP90: latency.quantile(0.9),
      latencySecondsP999: latency.quantile(0.999),
      latencySecondsMaximum: latency.maximum,
      costDollarsPerMonth,
    },
    latencyHistogram: latency.toJSON(),
  };
}
