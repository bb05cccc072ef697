import type { CacheNode } from './nodes/cache.ts';
import type { CdnNode } from './nodes/cdn.ts';
import type { Link } from './link.ts';
import type { ExternalApiNode } from './nodes/external-api.ts';
import type { LoadBalancerNode } from './nodes/load-balancer.ts';
import type { QueueNode } from './nodes/queue.ts';
import type { DatabaseNode } from './nodes/database.ts';
import type { ObjectStorageNode } from './nodes/object-storage.ts';
import type { ServiceNode } from './nodes/service.ts';
import type { UsersNode } from './nodes/users.ts';
import type { Observed } from './observability.ts';
import type { Prices } from './prices.ts';
import type { Region } from './regions.ts';
import type { Outage } from './outage.ts';
import type { RequestClass } from './request-class.ts';

export type { Autoscaling } from './autoscaling.ts';
export type { BadBuild, Deployment, Rollback } from './deployment.ts';
export type { CallPolicy } from './call-policy.ts';
export type { Distribution } from './distribution.ts';
export type { CacheNode } from './nodes/cache.ts';
export type { CdnNode } from './nodes/cdn.ts';
export type { Link, LinkConnection } from './link.ts';
export type { ExternalApiNode, RateLimit } from './nodes/external-api.ts';
export type { DatabaseNode } from './nodes/database.ts';
export type { ObjectStorageNode } from './nodes/object-storage.ts';
export type { BalancingPolicy, HealthCheck, LoadBalancerNode } from './nodes/load-balancer.ts';
export type { Contention, Discipline, MachineBehaviour, Shedding, WarmUp } from './machine-behaviour.ts';
export type { PlanStep, ServiceNode } from './nodes/service.ts';
export type { QueueNode } from './nodes/queue.ts';
export type { UsersNode } from './nodes/users.ts';
export type { Alert, CollectedMetric, Log, LogLevel, MetricsCollection, OnCall } from './observability.ts';
export type { Prices } from './prices.ts';
export type { Region } from './regions.ts';
export type { Outage } from './outage.ts';
export type { RequestClass } from './request-class.ts';
export type { Arrivals, KeyPopularity } from './traffic.ts';

/**
 * A scenario is plain data: an architecture, its traffic, what goes wrong and
 * when, and what it costs. It survives JSON, and everything else in the course
 * reads it, changes it or runs it. `model.md` describes every key with its unit,
 * range and default; `parseScenario` enforces them.
 */
export interface Scenario extends Observed {
  /** Format of this description; 1 is the only one so far. */
  readonly version: 1;
  /** Shown to people; 0 to 200 characters. */
  readonly title?: string;
  /** Simulated time, seconds, above 0 up to 10,000,000. */
  readonly durationSeconds: number;
  /** Statistics ignore requests that arrive before this time, seconds. */
  readonly warmUpSeconds?: number;
  /** Seed of every random stream, an integer from 0 to 4,294,967,295; default 1. */
  readonly seed?: number;
  /** The parts of the system by id. Ids are lower-case words joined by hyphens. */
  readonly nodes: Readonly<Record<string, ScenarioNode>>;
  /** What the requests of a class have in common, by class; those left out are reads of the usual size. */
  readonly requestClasses?: Readonly<Record<string, RequestClass>>;
  /** Where things are, by region. */
  readonly regions?: Readonly<Record<string, Region>>;
  /** What lies between the nodes, by name; between those left out only the distance, if any. */
  readonly links?: Readonly<Record<string, Link>>;
  /** What goes wrong, by name. */
  readonly faults?: Readonly<Record<string, Fault>>;
  /** What the parts cost; all prices default to 0. */
  readonly prices?: Prices;
}

export type ScenarioNode =
  | UsersNode
  | ServiceNode
  | LoadBalancerNode
  | QueueNode
  | ExternalApiNode
  | CacheNode
  | CdnNode
  | DatabaseNode
  | ObjectStorageNode;
export type NodeKind = ScenarioNode['kind'];

export type Fault = {
  /** The node that it strikes. */
  readonly node: string;
  /** Which machine, counted from 1; all of them when left out. */
  readonly instance?: number;
  readonly atSeconds: number;
  /** Until the end of the run when left out. */
  readonly forSeconds?: number;
  /** A switched-off fault does nothing; default true. */
  readonly enabled?: boolean;
} & (
  | /** The machine is gone, with all that it held; it comes back empty. */ { readonly kind: 'crash' }
  | /** Its cores work at this share of their speed, above 0 up to 1. */ {
      readonly kind: 'slow-down';
      readonly speed: number;
    }
  | /** Each machine crashes and is repaired at random times, exponentially distributed with these means, seconds. */ {
      readonly kind: 'random-failures';
      readonly meanTimeToFailureSeconds: number;
      readonly meanTimeToRepairSeconds: number;
    }
  | /** The network is cut between the node and all others, or only on the way to one that it calls. */ {
      readonly kind: 'partition';
      readonly to?: string;
    }
  | /** Messages take so many times as long, 1 to 1,000, between the node and all others, or to one that it calls. */ {
      readonly kind: 'slow-link';
      readonly to?: string;
      readonly latencyFactor: number;
    }
  | Outage
);

/** A fault of the network; it strikes no machine. */
export type LinkFault = Extract<Fault, { kind: 'partition' | 'slow-link' }>;
