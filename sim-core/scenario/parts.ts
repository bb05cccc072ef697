import type { LinkFaults } from '../operations/link-faults.ts';
import type { RunningLink } from '../network/running-link.ts';
import type { Observability } from '../operations/observability.ts';
import type { AllPrecautions } from '../resilience/all-precautions.ts';
import type { operatedFleet } from '../operations/operated-fleet.ts';
import type { Autoscaling } from './autoscaling.ts';
import type { CallPolicy } from './call-policy.ts';
import type { Check } from './checks.ts';
import type { NodeBuilder } from './construction.ts';
import type { Deployment } from './deployment.ts';
import type { Link } from './link.ts';
import type { NodeKindDefinition } from './nodes/node-kind.ts';
import type { Observed } from './observability.ts';
import type { NodeKind, Scenario, ScenarioNode } from './scenario.ts';

/** Everything about one kind of node: what a valid one is, and what runs. */
export interface NodeKindPart<Kind extends NodeKind> {
  readonly definition: NodeKindDefinition<Extract<ScenarioNode, { kind: Kind }>>;
  readonly build: NodeBuilder<Kind>;
}

type NodeKindParts<Kind extends NodeKind> = { readonly [Each in Kind]: NodeKindPart<Each> };

/**
 * What not every scenario uses. The core knows users, services, balancers and faults, and
 * takes the rest from here, so that a page fetches only what its scenario names. Nothing of
 * a part is imported by the core, but its types.
 */
export interface Parts {
  readonly caching: NodeKindParts<'cache' | 'cdn'>;
  readonly database: NodeKindParts<'database'>;
  readonly 'object-storage': NodeKindParts<'object-storage'>;
  readonly queue: NodeKindParts<'queue'>;
  readonly 'external-api': NodeKindParts<'external-api'>;
  /** What lies between nodes that are apart, and what goes wrong there. */
  readonly links: {
    readonly link: Check<Link>;
    readonly check: (scenario: Scenario) => void;
    readonly Link: typeof RunningLink;
    readonly Faults: typeof LinkFaults;
  };
  /** What callers do for themselves. */
  readonly precautions: {
    readonly policy: Check<CallPolicy>;
    readonly Precautions: typeof AllPrecautions;
  };
  /** Machines that come and go. */
  readonly fleet: {
    readonly autoscaling: Check<Autoscaling>;
    readonly deployment: Check<Deployment>;
    readonly operated: typeof operatedFleet;
  };
  /** Logs, metrics, alerts and who is called. */
  readonly observability: {
    readonly checks: { readonly [Key in keyof Observed]-?: Check<NonNullable<Observed[Key]>> };
    readonly check: (scenario: Scenario) => void;
    readonly Observability: typeof Observability;
  };
}

const installed: Partial<Parts> = {};

/** Adds parts to the simulation; one that is there already is left as it is. */
export function install(parts: Partial<Parts>): void {
  Object.assign(installed, { ...parts, ...installed });
}

export function isInstalled(name: keyof Parts): boolean {
  return installed[name] !== undefined;
}

/** A part that is there. @throws Error when it was not fetched: that is our mistake, not the scenario's. */
export function part<Name extends keyof Parts>(name: Name): Parts[Name] {
  const found = installed[name];
  if (found === undefined)
    throw new Error(`the part "${name}" of the simulation is not there; fetch it first`);
  return found;
}

/** A check that a part brings. */
export function later<T>(check: () => Check<T>): Check<T> {
  return (value, place) => check()(value, place);
}
