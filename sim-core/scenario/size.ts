import { keyStepsUpTo } from '../random/index.ts';
import { expectedArrivals, idleArrivalSteps, mostExpectedArrivals } from '../workload/arrival-process.ts';
import type { Arrivals, Scenario, ScenarioNode } from './scenario.ts';
import { mostAttempts } from './call-policy.ts';
import { calleesFirst } from './callees-first.ts';
import { isLinkFault } from './calls.ts';
import { coursesOf, type NodeCall } from './courses.ts';
import { kindOf } from './node-kinds.ts';
import { ScenarioError } from './scenario-error.ts';

const MOST_MACHINES = 100_000;
/** Of all caches together: some 100 bytes each. */
const MOST_ENTRIES = 5_000_000;
const MOST_REQUESTS = 1e9;
/** Visits of requests to nodes if everything goes well, checks of machines and the like: minutes of work. */
const MOST_STEPS = 2e9;
/** Visits if every call were made as often as its caller may try. */
const MOST_TRIES = 1e10;
/** Machines that faults strike, each as often as it is struck. */
const MOST_STRIKES = 1e6;

/** How many machines a node has; users have none. */
export function machinesOf(node: ScenarioNode): number {
  return kindOf(node).machines(node);
}

/** What of a node may fail by itself: each machine, or the whole of what is somebody else's. */
export function unitsOf(node: ScenarioNode): number {
  return Math.max(1, machinesOf(node));
}

/** Requests that a run is expected to see. */
export function expectedRequests(scenario: Scenario): number {
  return overArrivals(scenario, expectedArrivals);
}

function overArrivals(
  { nodes, durationSeconds }: Scenario,
  count: (arrivals: Arrivals, seconds: number) => number,
): number {
  return Object.values(nodes).reduce(
    (sum, node) => (node.kind === 'users' ? sum + count(node.arrivals, durationSeconds) : sum),
    0,
  );
}

/** Refuses what would not end in hours. Its calls are known to be without loops. Throws a ScenarioError. */
export function checkSize(scenario: Scenario): void {
  const { nodes, durationSeconds } = scenario;
  const machines = Object.values(nodes).reduce((sum, node) => sum + machinesOf(node), 0);
  if (machines > MOST_MACHINES) {
    throw new ScenarioError(
      'nodes',
      `scenario: it has ${machines} machines; expected at most ${MOST_MACHINES}`,
    );
  }
  const entries = Object.values(nodes).reduce((sum, node) => sum + (kindOf(node).entries?.(node) ?? 0), 0);
  if (entries > MOST_ENTRIES) {
    throw new ScenarioError(
      'nodes',
      `scenario: its caches have room for ${entries} entries; expected at most ${MOST_ENTRIES}`,
    );
  }
  const makes = (what: string, count: number, most: number): never => {
    const much = `durationSeconds is ${durationSeconds}, which makes some ${count.toPrecision(3)} ${what}`;
    throw new ScenarioError('durationSeconds', `scenario: ${much}; expected at most ${most}`);
  };
  const requests = overArrivals(scenario, mostExpectedArrivals);
  if (requests > MOST_REQUESTS) makes('requests', requests, MOST_REQUESTS);
  const idle = overArrivals(scenario, idleArrivalSteps);
  if (idle > MOST_STEPS) makes('steps of arrivals without a request', idle, MOST_STEPS);
  const drift = driftSteps(scenario);
  if (drift > MOST_STEPS) makes('changes of which keys are popular', drift, MOST_STEPS);
  const failures = randomFailures(scenario);
  if (failures > MOST_STRIKES) makes('failures of machines', failures, MOST_STRIKES);
  checkStrikes(scenario);
  const visits = visitsOf(scenario, ({ times, probability = 1 }) => times * probability);
  if (visits > MOST_STEPS) makes('visits of requests to nodes', visits, MOST_STEPS);
  const most = visitsOf(scenario, ({ most = 1, times, policy }) => most * times * mostAttempts(policy));
  if (most > MOST_TRIES) makes('visits of requests to nodes if all is tried again', most, MOST_TRIES);
  const checks = expectedChecks(scenario);
  if (checks > MOST_STEPS) makes('health checks of machines', checks, MOST_STEPS);
}

/** Visits to nodes if every request takes the longest course through each node, each call being made so often. */
function visitsOf(scenario: Scenario, timesOf: (call: NodeCall) => number): number {
  const visitsTo = new Map<string, number>();
  const callsFrom = (node: ScenarioNode): number =>
    coursesOf(node)
      .map((course) => course.reduce((sum, call) => sum + timesOf(call) * visitsTo.get(call.target)!, 0))
      .reduce((most, calls) => Math.max(most, calls), 0);
  for (const id of calleesFirst(scenario))
    visitsTo.set(id, 1 + innerOf(scenario.nodes[id]!) + callsFrom(scenario.nodes[id]!));
  return Object.values(scenario.nodes).reduce(
    (sum, node) =>
      node.kind === 'users'
        ? sum + mostExpectedArrivals(node.arrivals, scenario.durationSeconds) * callsFrom(node)
        : sum,
    0,
  );
}

function innerOf(node: ScenarioNode): number {
  return kindOf(node).inner?.(node) ?? 0;
}

function driftSteps({ nodes, durationSeconds }: Scenario): number {
  return Object.values(nodes).reduce(
    (sum, node) =>
      node.kind === 'users' && node.keys ? sum + keyStepsUpTo(node.keys, durationSeconds) : sum,
    0,
  );
}

function expectedChecks({ nodes, durationSeconds }: Scenario): number {
  return Object.values(nodes).reduce((sum, node) => {
    if (node.kind !== 'load-balancer' || !node.healthCheck) return sum;
    const machines = node.targets.reduce((total, target) => total + machinesOf(nodes[target]!), 0);
    return sum + (durationSeconds / node.healthCheck.intervalSeconds) * machines;
  }, 0);
}

/** Each strike is an event, and a line of the result. */
function checkStrikes({ nodes, faults = {} }: Scenario): void {
  let strikes = 0;
  for (const [name, fault] of Object.entries(faults)) {
    if (fault.enabled === false || isLinkFault(fault) || fault.kind === 'outage') continue;
    strikes += fault.instance === undefined ? machinesOf(nodes[fault.node]!) : 1;
    if (strikes <= MOST_STRIKES) continue;
    throw new ScenarioError(
      `faults.${name}`,
      `scenario: faults up to "${name}" strike ${strikes} machines; expected at most ${MOST_STRIKES}`,
    );
  }
}

function randomFailures({ nodes, faults = {}, durationSeconds }: Scenario): number {
  return Object.values(faults).reduce((sum, fault) => {
    if (fault.kind !== 'random-failures' || fault.enabled === false) return sum;
    const { node, instance, forSeconds = Infinity } = fault;
    const machines = instance === undefined ? unitsOf(nodes[node]!) : 1;
    const seconds = Math.min(forSeconds, Math.max(0, durationSeconds - fault.atSeconds));
    const cycleSeconds = fault.meanTimeToFailureSeconds + fault.meanTimeToRepairSeconds;
    return sum + (machines * seconds) / cycleSeconds;
  }, 0);
}
