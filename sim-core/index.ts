export type { CacheMetrics, CdnMetrics, EdgeMetrics } from './caching/caching-metrics.ts';
export type { QueueMetrics } from './messaging/queue-metrics.ts';
export type { Interval } from './metrics/interval.ts';
export { intervalOf } from './metrics/interval.ts';
export type { LinkMetrics } from './metrics/link-metrics.ts';
export { LatencyHistogram } from './metrics/latency-histogram.ts';
export type {
  AlertFiring,
  AlertMetrics,
  CollectedMetrics,
  CollectedSeries,
  LogEntry,
  LogMetrics,
  LogSample,
  OnCallMetrics,
} from './metrics/observability-result.ts';
export type {
  BalancerMetrics,
  CallerMetrics,
  FailureCause,
  FailureCount,
  HistogramData,
  Hops,
  MachineMetrics,
  NodeMetrics,
  NodeSeries,
  OverallMetrics,
  LinkJourney,
  LinkPhase,
  RequestTrace,
  RunEvent,
  RunOptions,
  RunResult,
  RunSeries,
  ServiceMetrics,
  TraceSpan,
  UsersMetrics,
  VisitMetrics,
} from './metrics/result.ts';
export type { DatabaseMetrics } from './storage/database-metrics.ts';
export type { ObjectStorageMetrics } from './storage/object-storage.ts';
export {
  type Coordinates,
  distanceMeters,
  latencySecondsBetween,
  nearestRegion,
} from './network/distance.ts';
export type { Billed, MonthlyBill } from './operations/monthly-bill.ts';
export type { ExternalApiMetrics } from './outside/external-api-metrics.ts';
export { coefficientOfVariationOf, meanSecondsOf } from './random/index.ts';
export { RandomStream } from './random/random-stream.ts';
export type { Comparison } from './scenario/compare.ts';
export { nextOnTheWay, readMetric, valueAt, withValue } from './scenario/paths.ts';
export { Replications, type ReplicationOptions, replicationSeeds } from './scenario/replicate.ts';
export type { SimulationRun } from './scenario/run.ts';
export type {
  Alert,
  DatabaseNode,
  Arrivals,
  Autoscaling,
  BadBuild,
  BalancingPolicy,
  Contention,
  Deployment,
  Discipline,
  CollectedMetric,
  CacheNode,
  CallPolicy,
  CdnNode,
  Distribution,
  ExternalApiNode,
  Fault,
  ObjectStorageNode,
  HealthCheck,
  KeyPopularity,
  Link,
  LinkConnection,
  LoadBalancerNode,
  MachineBehaviour,
  Log,
  LogLevel,
  MetricsCollection,
  NodeKind,
  OnCall,
  Outage,
  PlanStep,
  Prices,
  QueueNode,
  RateLimit,
  Region,
  RequestClass,
  Rollback,
  Scenario,
  ScenarioNode,
  ServiceNode,
  Shedding,
  UsersNode,
  WarmUp,
} from './scenario/scenario.ts';
export { ScenarioError } from './scenario/scenario-error.ts';
export type { SweepOptions } from './scenario/sweep.ts';
export { targetsOf } from './scenario/targets.ts';
export { compare, monthlyBill, parseScenario, partsFor, replicate, run, start, sweep } from './whole.ts';
