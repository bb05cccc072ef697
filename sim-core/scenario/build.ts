import { Simulation } from '../kernel/simulation.ts';
import type { RunningClass, RunningNode, System } from '../kernel/system.ts';
import { Visits } from '../kernel/visits.ts';
import { WriteTimes } from '../kernel/write-times.ts';
import { EventBook } from '../metrics/event-book.ts';
import { FailureBook } from '../metrics/failure-book.ts';
import { Recorder, samplingOf } from '../metrics/recorder.ts';
import type { RunOptions } from '../metrics/result.ts';
import { enabledLinkFaults, Network } from '../network/network.ts';
import type { RunningLink } from '../network/running-link.ts';
import { FaultSchedule, type FaultTarget } from '../operations/faults.ts';
import type { Observability } from '../operations/observability.ts';
import { LoadBalancer } from '../routing/load-balancer.ts';
import type { AllPrecautions } from '../resilience/all-precautions.ts';
import { Service } from '../services/service.ts';
import { Users } from '../workload/users.ts';
import { calleesFirst } from './callees-first.ts';
import type { Construction, NodeBuilder } from './construction.ts';
import { classNamesOf } from './request-class.ts';
import { type CoreKind, isCoreKind, kindOf, partOfKind } from './node-kinds.ts';
import { part } from './parts.ts';
import type { NodeKind, Scenario } from './scenario.ts';
import { expectedRequests } from './size.ts';

/** A scenario made ready to run. */
export interface BuiltSystem extends System {
  readonly nodeIds: readonly string[];
  readonly classNames: readonly string[];
  readonly users: readonly Users[];
  /** Null when nobody watches. */
  readonly observability: Observability | null;
  /** Null when no caller takes any. */
  readonly precautions: AllPrecautions | null;
  readonly links: readonly RunningLink[];
}

/** The warm-up of a scenario, seconds: a tenth of the run unless given; none for recordings. */
export function warmUpOf(scenario: Scenario): number {
  if (scenario.warmUpSeconds !== undefined) return scenario.warmUpSeconds;
  const recorded = Object.values(scenario.nodes).every(
    (node) => node.kind !== 'users' || node.arrivals.kind === 'recorded',
  );
  return recorded ? 0 : scenario.durationSeconds / 10;
}

const coreBuilders: { readonly [Kind in CoreKind]: NodeBuilder<Kind> } = {
  users: (...from) => new Users(...from),
  'load-balancer': (...from) => new LoadBalancer(...from),
  service: (...from) => new Service(...from),
};

function builderOf(kind: NodeKind): NodeBuilder<NodeKind> {
  const builder: unknown = isCoreKind(kind) ? coreBuilders[kind] : partOfKind(kind).build;
  return builder as NodeBuilder<NodeKind>;
}

/** Whether a scenario watches anything at all. */
function isObserved({ logging, metricsCollection }: Scenario): boolean {
  return logging !== undefined || metricsCollection !== undefined;
}

/** Makes the running nodes of a valid scenario. */
export function build(scenario: Scenario, seed: number, options: RunOptions): BuiltSystem {
  const nodeIds = Object.keys(scenario.nodes);
  const places = [...nodeIds];
  const classNames = classNamesOf(scenario);
  const system: System = {
    simulation: new Simulation(),
    visits: new Visits(),
    recorder: new Recorder(samplingOf(options, expectedRequests(scenario))),
    writes: new WriteTimes(),
    mayBeStale: Object.values(scenario.nodes).some((each) => kindOf(each).mayBeStale ?? false),
    failures: new FailureBook(places),
    nodes: new Array<RunningNode>(nodeIds.length),
    classes: classNames.map((name) => runningClassOf(scenario, name)),
    events: new EventBook(),
    observer: null,
    warmUpSeconds: warmUpOf(scenario),
    durationSeconds: scenario.durationSeconds,
    details: options.details ?? false,
    mayBreak: scenario.faults !== undefined,
  };
  system.simulation.foretell((numbers, count) => system.visits.fetch(numbers, count));
  const indexOf = (id: string): number => nodeIds.indexOf(id);
  const observability = isObserved(scenario)
    ? new (part('observability').Observability)({ system, scenario, seed, indexOf }, options.logLines ?? 0)
    : null;
  const node = (id: string): RunningNode => {
    const index = indexOf(id);
    const description = scenario.nodes[id]!;
    return (system.nodes[index] ??= builderOf(description.kind)(construction, id, description));
  };
  let precautions: AllPrecautions | null = null;
  const construction: Construction = {
    system,
    scenario,
    seed,
    indexOf,
    indexBetween: (name) => places.push(name) - 1,
    node,
    logOf: (id) => observability?.logOf(id) ?? null,
    route: (from, to, policy = {}) =>
      Object.keys(policy).length === 0
        ? network.between(from, to)
        : (precautions ??= new (part('precautions').Precautions)(system)).between(
            construction,
            from,
            to,
            policy,
          ),
    get network() {
      return network;
    },
  };
  const network = new Network(construction);
  const linkFaults = enabledLinkFaults(scenario);
  if (linkFaults.length > 0) new (part('links').Faults)(system, linkFaults, network.links);
  const faults = new FaultSchedule(system, scenario, seed, (id) => node(id) as RunningNode & FaultTarget);
  // Users last: at a tie the system is ready before the first request comes.
  const isUsers = (id: string): boolean => scenario.nodes[id]!.kind === 'users';
  for (const id of calleesFirst(scenario)) if (!isUsers(id)) node(id);
  const users = nodeIds.filter(isUsers).map((id) => node(id) as Users);
  observability?.begin(faults);
  return { ...system, nodeIds, classNames, users, links: network.links, precautions, observability };
}

function runningClassOf({ requestClasses = {} }: Scenario, name: string): RunningClass {
  const {
    writes = false,
    requestBytes = 500,
    responseBytes = 10_000,
  } = Object.hasOwn(requestClasses, name) ? requestClasses[name]! : {};
  return { name, writes, requestBytes, responseBytes };
}
