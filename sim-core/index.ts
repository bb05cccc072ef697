export type { Interval } from './metrics/interval.ts';
export { intervalOf } from './metrics/interval.ts';
export { LatencyHistogram } from './metrics/latency-histogram.ts';
export type {
  BalancerMetrics,
  FailureCause,
  FailureCount,
  HistogramData,
  Hops,
  MachineMetrics,
  NodeMetrics,
  NodeSeries,
  OverallMetrics,
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
export { coefficientOfVariationOf, meanSecondsOf } from './random/index.ts';
export { RandomStream } from './random/random-stream.ts';
export { compare, type Comparison } from './scenario/compare.ts';
export { parseScenario } from './scenario/parse.ts';
export { readMetric, valueAt, withValue } from './scenario/paths.ts';
export { replicate, Replications, type ReplicationOptions, replicationSeeds } from './scenario/replicate.ts';
export { run, SimulationRun, start } from './scenario/run.ts';
export type {
  Arrivals,
  Autoscaling,
  BadBuild,
  BalancingPolicy,
  Contention,
  Deployment,
  Discipline,
  Distribution,
  Fault,
  HealthCheck,
  KeyPopularity,
  LoadBalancerNode,
  MachineBehaviour,
  NodeKind,
  PlanStep,
  Prices,
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
export { sweep, type SweepOptions } from './scenario/sweep.ts';
