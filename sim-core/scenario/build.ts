import { Simulation } from '../kernel/simulation.ts';
import type { RunningNode, System } from '../kernel/system.ts';
import { Visits } from '../kernel/visits.ts';
import { FailureBook } from '../metrics/failure-book.ts';
import { Recorder, samplingOf } from '../metrics/recorder.ts';
import type { RunOptions } from '../metrics/result.ts';
import { FaultSchedule, type FaultTarget } from '../operations/faults.ts';
import { LoadBalancer } from '../routing/load-balancer.ts';
import { plansOf } from '../services/plan.ts';
import { Service } from '../services/service.ts';
import { Users } from '../workload/users.ts';
import { classNamesOf } from './references.ts';
import type { Scenario } from './scenario.ts';
import { expectedRequests } from './size.ts';

/** A scenario made ready to run. */
export interface BuiltSystem extends System {
  readonly nodeIds: readonly string[];
  readonly classNames: readonly string[];
  readonly users: readonly Users[];
}

/** The warm-up of a scenario, seconds: a tenth of the run unless given; none for recordings. */
export function warmUpOf(scenario: Scenario): number {
  if (scenario.warmUpSeconds !== undefined) return scenario.warmUpSeconds;
  const recorded = Object.values(scenario.nodes).every(
    (node) => node.kind !== 'users' || node.arrivals.kind === 'recorded',
  );
  return recorded ? 0 : scenario.durationSeconds / 10;
}

/** Makes the running nodes of a valid scenario: services first, then who calls them. */
export function build(scenario: Scenario, seed: number, options: RunOptions): BuiltSystem {
  const nodeIds = Object.keys(scenario.nodes);
  const classNames = classNamesOf(scenario);
  const indexOf = (id: string): number => nodeIds.indexOf(id);
  const system: System = {
    simulation: new Simulation(),
    visits: new Visits(),
    recorder: new Recorder(samplingOf(options, expectedRequests(scenario))),
    failures: new FailureBook(nodeIds),
    nodes: new Array<RunningNode>(nodeIds.length),
    classes: [],
    events: [],
    warmUpSeconds: warmUpOf(scenario),
    durationSeconds: scenario.durationSeconds,
  };
  const breakable = new Map<string, FaultTarget>();
  const services = new Map<string, Service>();
  new FaultSchedule(system, scenario, (id) => breakable.get(id)!);
  nodeIds.forEach((id, index) => {
    const node = scenario.nodes[id]!;
    if (node.kind !== 'service') return;
    const service = new Service(system, index, id, node, plansOf(id, node, classNames, indexOf, seed));
    services.set(id, service);
    breakable.set(id, service);
    system.nodes[index] = service;
  });
  nodeIds.forEach((id, index) => {
    const node = scenario.nodes[id]!;
    if (node.kind !== 'load-balancer') return;
    const targets = node.targets.map((target) => ({
      service: services.get(target)!,
      index: indexOf(target),
    }));
    const balancer = new LoadBalancer(system, index, id, node, targets, seed);
    breakable.set(id, balancer);
    system.nodes[index] = balancer;
  });
  const users = nodeIds.flatMap((id, index) => {
    const node = scenario.nodes[id]!;
    if (node.kind !== 'users') return [];
    const running = new Users(system, index, id, node, indexOf(node.target), classNames, seed);
    system.nodes[index] = running;
    return [running];
  });
  return { ...system, nodeIds, classNames, users };
}
