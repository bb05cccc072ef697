import type { Distribution } from './distribution.ts';
import type { Arrivals } from './traffic.ts';

export type { Distribution } from './distribution.ts';
export type { Arrivals, KeyPopularity } from './traffic.ts';

/**
 * A scenario is plain data: an architecture, its traffic, what goes wrong and
 * when, and what it costs. It survives JSON, and everything else in the course
 * reads it, changes it or runs it. `model.md` describes every key with its unit,
 * range and default; `parseScenario` enforces them.
 */
export interface Scenario {
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
  /** What goes wrong, by name. */
  readonly faults?: Readonly<Record<string, Fault>>;
  /** What the parts cost; all prices default to 0. */
  readonly prices?: Prices;
}

export type ScenarioNode = UsersNode | ServiceNode | LoadBalancerNode;
export type NodeKind = ScenarioNode['kind'];

/** People (or programs) who send requests, whatever the answers do: an open workload. */
export interface UsersNode {
  readonly kind: 'users';
  readonly label?: string;
  /** The node that receives the requests. */
  readonly target: string;
  readonly arrivals: Arrivals;
  /** The mix of request classes; default one class, `request`. Shares are relative weights. */
  readonly classes?: Readonly<Record<string, { readonly share: number }>>;
  /** Who asks: how many distinct clients, and how unevenly (Zipf exponent; 0 is even). */
  readonly clients?: { readonly count: number; readonly skew?: number };
}

/** Servers that run the same code: `instances` machines of `cores` cores each. */
export interface ServiceNode {
  readonly kind: 'service';
  readonly label?: string;
  /** Machines; 1 to 10,000; default 1. */
  readonly instances?: number;
  /** Cores a machine; 1 to 1,024; default 1. Each does one piece of work at a time. */
  readonly cores?: number;
  /** Requests that a machine holds at once, working or waiting for an answer; default one a core. */
  readonly workers?: number;
  /** Requests that may wait for a worker at one machine; the next is refused. Default 1,000,000. */
  readonly queueLimit?: number;
  /** Speed of a core against the reference, on which service times are given; default 1. */
  readonly speed?: number;
  /** What a request costs: short for a plan of one piece of work. Either this or `plan`. */
  readonly serviceTime?: Distribution;
  /** What a request does here, step by step. Either this or `serviceTime`. */
  readonly plan?: readonly PlanStep[];
  /** Request classes that do something else than the rest. */
  readonly classes?: Readonly<
    Record<string, { readonly serviceTime?: Distribution; readonly plan?: readonly PlanStep[] }>
  >;
}

export type PlanStep =
  /** Hold a core for this long (at speed 1). */
  | { readonly work: Distribution }
  /** Ask another node and wait for its answer, keeping the worker but not the core. */
  | { readonly call: string };

/** Hands each request to one machine of its targets. */
export interface LoadBalancerNode {
  readonly kind: 'load-balancer';
  readonly label?: string;
  /** Ids of the services whose machines stand behind it. */
  readonly targets: readonly string[];
  readonly policy: BalancingPolicy;
  readonly healthCheck?: HealthCheck;
  /** Balancers, one active and the rest standing by; 1 to 8; default 1. */
  readonly instances?: number;
  /** Time until a standby takes over from a crashed balancer, seconds; default 3. */
  readonly failoverSeconds?: number;
}

export type BalancingPolicy =
  | { readonly kind: 'random' }
  | { readonly kind: 'round-robin' }
  /** Smooth weighted round robin; a weight a machine, in the order of the targets; 1 for the rest. */
  | { readonly kind: 'weighted'; readonly weights: readonly number[] }
  | { readonly kind: 'least-connections' }
  /** The least busy of `choices` machines picked at random (default 2, without replacement). */
  | { readonly kind: 'power-of-d-choices'; readonly choices?: number; readonly withReplacement?: boolean }
  | { readonly kind: 'least-latency' }
  /** The same client to the same machine, by consistent hashing. */
  | { readonly kind: 'sticky' };

export interface HealthCheck {
  /** Time between two checks of a machine, seconds. */
  readonly intervalSeconds: number;
  /** Failed checks in a row that take a machine out; default 3. */
  readonly unhealthyThreshold?: number;
  /** Passed checks in a row that bring it back; default 2. */
  readonly healthyThreshold?: number;
  /**
   * A check also fails when the first in the machine's queue has waited longer than this,
   * seconds: a check stands in the same queue. Left out, only a crash fails a check.
   */
  readonly timeoutSeconds?: number;
}

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
);

export interface Prices {
  readonly instanceDollarsPerMonth?: number;
  readonly coreDollarsPerMonth?: number;
  readonly balancerDollarsPerMonth?: number;
}
