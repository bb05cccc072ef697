import { expectedArrivals, idleArrivalSteps, mostExpectedArrivals } from '../workload/arrival-process.ts';
import type { Arrivals, Scenario, ScenarioNode } from './scenario.ts';
import { ScenarioError } from './scenario-error.ts';

const MOST_MACHINES = 100_000;
const MOST_REQUESTS = 1e9;
/** Visits of requests to nodes, and checks of machines: what a run has to do, all in all. */
const MOST_STEPS = 1e10;

/** How many machines a node has; users have none. */
export function machinesOf(node: ScenarioNode): number {
  return node.kind === 'users' ? 0 : (node.instances ?? 1);
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
  const makes = (what: string, count: number, most: number): never => {
    const much = `durationSeconds is ${durationSeconds}, which makes some ${count.toPrecision(3)} ${what}`;
    throw new ScenarioError('durationSeconds', `scenario: ${much}; expected at most ${most}`);
  };
  const requests = overArrivals(scenario, mostExpectedArrivals);
  if (requests > MOST_REQUESTS) makes('requests', requests, MOST_REQUESTS);
  const idle = overArrivals(scenario, idleArrivalSteps);
  if (idle > MOST_STEPS) makes('steps of arrivals without a request', idle, MOST_STEPS);
  const visits = expectedVisits(scenario);
  if (visits > MOST_STEPS) makes('visits of requests to nodes', visits, MOST_STEPS);
  const checks = expectedChecks(scenario);
  if (checks > MOST_STEPS) makes('health checks of machines', checks, MOST_STEPS);
}

/** Visits to nodes if every request takes the longest plan that each node has. */
function expectedVisits(scenario: Scenario): number {
  const known = new Map<string, number>();
  const visitsTo = (id: string): number => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const node = scenario.nodes[id]!;
    const plans =
      node.kind === 'service'
        ? [node, ...Object.values(node.classes ?? {})].map(({ plan = [] }) => plan)
        : [];
    const calls =
      node.kind === 'load-balancer'
        ? node.targets.map(visitsTo)
        : plans.map((plan) =>
            plan.reduce((sum, step) => sum + ('call' in step ? visitsTo(step.call) : 0), 0),
          );
    const visits = 1 + Math.max(0, ...calls);
    known.set(id, visits);
    return visits;
  };
  return Object.values(scenario.nodes).reduce(
    (sum, node) =>
      node.kind === 'users'
        ? sum + mostExpectedArrivals(node.arrivals, scenario.durationSeconds) * visitsTo(node.target)
        : sum,
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
