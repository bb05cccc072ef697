import type { Autoscaling } from '../autoscaling.ts';
import { type CallPolicy, callPolicy } from '../call-policy.ts';
import {
  type Check,
  flag,
  id,
  integer,
  label,
  listOf,
  literal,
  mapOf,
  number,
  object,
  optional,
  record,
  refuse,
  within,
} from '../checks.ts';
import { distribution } from '../distribution-schema.ts';
import type { Distribution } from '../distribution.ts';
import type { Deployment } from '../deployment.ts';
import { checkMachineBehaviour, type MachineBehaviour, machineBehaviour } from '../machine-behaviour.ts';
import { later, part } from '../parts.ts';
import { machinesDollarsPerMonth, type Prices, prices } from '../prices.ts';
import { inRegion } from '../regions.ts';
import { classNamesOf } from '../request-class.ts';
import { ScenarioError } from '../scenario-error.ts';
import { probability } from '../units.ts';
import type { NodeInScenario, NodeKindDefinition } from './node-kind.ts';

/** Servers that run the same code: `instances` machines of `cores` cores each. */
export interface ServiceNode extends WhatIsDone, MachineBehaviour {
  readonly kind: 'service';
  readonly label?: string;
  /** Where it stands: id of a region. */
  readonly region?: string;
  /** Machines, at the start; 1 to 10,000; default 1, or the `minimum` of its autoscaling. */
  readonly instances?: number;
  /** Cores a machine; 1 to 1,024; default 1. Each does one piece of work at a time. */
  readonly cores?: number;
  /** Requests that a machine holds at once, working or waiting for an answer; default one a core, or 1,000,000 where they share. */
  readonly workers?: number;
  /** Requests that may wait for a worker at one machine; the next is refused. Default 1,000,000. */
  readonly queueLimit?: number;
  /** Speed of a core against the reference, on which service times are given; default 1. */
  readonly speed?: number;
  /** Request classes that do something else than the rest. */
  readonly classes?: Readonly<Record<string, WhatIsDone>>;
  readonly autoscaling?: Autoscaling;
  /** New builds, by name. */
  readonly deployments?: Readonly<Record<string, Deployment>>;
  /** What its parts cost where that differs from the scenario's prices. */
  readonly prices?: Prices;
}

/** Exactly one of the two. */
export interface WhatIsDone {
  /** What a request costs: short for a plan of one piece of work. */
  readonly serviceTime?: Distribution;
  /** What a request does, step by step. */
  readonly plan?: readonly PlanStep[];
}

export type PlanStep = WorkStep | CallStep | ParallelStep;

/** Hold a core, or a channel of the disk, for this long (at speed 1). */
export interface WorkStep {
  readonly work: Distribution;
  /** What it occupies: a core, or a channel of the machine's disk; default `cpu`. */
  readonly on?: 'cpu' | 'disk';
}

/** Ask another node and wait for its answer, keeping the worker but not the core. */
export interface CallStep {
  /** Id of the node. */
  readonly call: string;
  /** Calls one after the other; default 1. */
  readonly times?: number;
  /** Share of the requests that make the call; default 1, all. */
  readonly probability?: number;
  /** When the call fails the request goes on without its answer; default false. */
  readonly optional?: boolean;
  readonly policy?: CallPolicy;
}

/** Make several calls at once and go on when enough are answered. */
export interface ParallelStep {
  readonly parallel: readonly Omit<CallStep, 'probability' | 'optional'>[];
  /** Good answers that suffice, such as a quorum's; default all of them. */
  readonly need?: number;
}

const call = { call: id, times: optional(integer(1, 1000)), policy: optional(callPolicy) };

const parallel: Check<ParallelStep> = (value, place) => {
  const step = object({
    parallel: listOf(object(call), 1, 100),
    need: optional(integer(1, 100_000)),
  })(value, place);
  const calls = step.parallel.reduce((sum, { times = 1 }) => sum + times, 0);
  if (step.need !== undefined && step.need > calls) {
    const at = within(place, 'need');
    const message = `${at.key} is ${step.need}; expected an integer from 1 to ${calls}, the calls made`;
    throw new ScenarioError(at.path, `${place.owner}: ${message}`);
  }
  return step;
};

const device: Check<'cpu' | 'disk'> = (value, place) =>
  value === 'cpu' || value === 'disk' ? value : refuse(place, value, '"cpu", "disk"');

const step: Check<PlanStep> = (value, place) => {
  const source = record(value, place);
  if (Object.hasOwn(source, 'parallel')) return parallel(value, place);
  if (!Object.hasOwn(source, 'call'))
    return object({ work: distribution, on: optional(device) })(value, place);
  const flags = { probability: optional(probability), optional: optional(flag) };
  return object({ ...call, ...flags })(value, place);
};

const whatIsDone = { serviceTime: optional(distribution), plan: optional(listOf(step, 1, 32)) };

/** Exactly one of `serviceTime` and `plan`. */
function oneOfTwo<T extends WhatIsDone>(check: Check<T>): Check<T> {
  return (value, place) => {
    const checked = check(value, place);
    if ((checked.serviceTime === undefined) === (checked.plan === undefined)) {
      const state =
        checked.plan === undefined
          ? 'neither serviceTime nor plan is given'
          : 'serviceTime and plan are both given';
      const at = within(place, 'serviceTime');
      throw new ScenarioError(
        at.path,
        `${place.owner}: ${place.key === '' ? '' : `${place.key}: `}${state}; expected one of them`,
      );
    }
    return checked;
  };
}

const shape: Check<ServiceNode> = oneOfTwo(
  object({
    kind: literal('service'),
    label,
    region: inRegion,
    instances: optional(integer(1, 10_000)),
    cores: optional(integer(1, 1024)),
    workers: optional(integer(1, 1_000_000)),
    queueLimit: optional(integer(0, 1_000_000)),
    speed: optional(number({ minimum: 0.001, maximum: 1000 })),
    ...whatIsDone,
    classes: optional(mapOf(oneOfTwo(object(whatIsDone)), { maximum: 32 })),
    ...machineBehaviour,
    autoscaling: optional(later(() => part('fleet').autoscaling)),
    deployments: optional(
      mapOf(
        later(() => part('fleet').deployment),
        { maximum: 32 },
      ),
    ),
    prices,
  }),
);

function check({ scenario, id, node }: NodeInScenario<ServiceNode>): void {
  const classNames = classNamesOf(scenario);
  checkMachineBehaviour(id, node, classNames);
  checkAutoscaling(id, node, scenario.durationSeconds);
  for (const name of Object.keys(node.classes ?? {})) {
    if (classNames.includes(name)) continue;
    throw new ScenarioError(
      `nodes.${id}.classes.${name}`,
      `service "${id}": classes.${name} is no class of any users; expected one of ${classNames.join(', ')}`,
    );
  }
}

/** Decisions of one autoscaler in a run. */
const MOST_DECISIONS = 1e6;

function checkAutoscaling(
  id: string,
  { autoscaling, instances }: ServiceNode,
  durationSeconds: number,
): void {
  if (autoscaling === undefined) return;
  const { minimum, maximum, intervalSeconds = 15 } = autoscaling;
  const owner = `service "${id}"`;
  if (instances !== undefined && (instances < minimum || instances > maximum)) {
    throw new ScenarioError(
      `nodes.${id}.instances`,
      `${owner}: instances is ${instances}; expected an integer from ${minimum} to ${maximum}, as its autoscaling says`,
    );
  }
  if (durationSeconds / intervalSeconds <= MOST_DECISIONS) return;
  const least = durationSeconds / MOST_DECISIONS;
  throw new ScenarioError(
    `nodes.${id}.autoscaling.intervalSeconds`,
    `${owner}: autoscaling.intervalSeconds is ${intervalSeconds}; expected at least ${least} in a run of ${durationSeconds} s`,
  );
}

/** Machines that a service starts with. */
export function instancesOf({ instances, autoscaling }: ServiceNode): number {
  return instances ?? autoscaling?.minimum ?? 1;
}

/** Places for machines that a service ever needs: as many as it may grow to, twice for a deployment beside them. */
export function placesOf(node: ServiceNode): number {
  const { autoscaling, deployments = {} } = node;
  const most = Math.max(instancesOf(node), autoscaling?.maximum ?? 1);
  const isBeside = Object.values(deployments).some(
    ({ strategy, enabled }) => strategy === 'blue-green' && enabled !== false,
  );
  return isBeside ? 2 * most : most;
}

/** Whether some step of some plan works on the disk. */
function usesDisk({ plan = [], classes = {} }: ServiceNode): boolean {
  const plans = [plan, ...Object.values(classes).map((special) => special.plan ?? [])];
  return plans.some((steps) => steps.some((step) => 'work' in step && step.on === 'disk'));
}

export const service: NodeKindDefinition<ServiceNode> = {
  shape,
  machines: placesOf,
  check,
  dollarsPerMonth: (node, prices) => {
    const { cores = 1, memoryMegabytes = 0, disks = 1, diskSpeed = 1 } = node;
    const { memoryGigabyteDollarsPerMonth = 0, diskChannelDollarsPerMonth = 0 } = prices;
    const machines = instancesOf(node);
    return (
      machinesDollarsPerMonth(machines, cores, prices) +
      machines * (memoryMegabytes / 1000) * memoryGigabyteDollarsPerMonth +
      machines * (usesDisk(node) ? disks * diskSpeed : 0) * diskChannelDollarsPerMonth
    );
  },
};
