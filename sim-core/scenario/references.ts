import { meanSecondsOf } from '../random/index.ts';
import { calleesFirst } from './callees-first.ts';
import { checkCalls, isLinkFault, listed } from './calls.ts';
import { coursesOf } from './courses.ts';
import { answeringKinds, kindOf, nodeKinds } from './node-kinds.ts';
import { part } from './parts.ts';
import { checkRegions } from './regions.ts';
import type { NodeKind, Scenario, ScenarioNode } from './scenario.ts';
import { ScenarioError } from './scenario-error.ts';
import { checkSize, machinesOf } from './size.ts';

/** What must hold between the parts of a scenario whose shape is right. Throws a ScenarioError. */
export function checkReferences(scenario: Scenario): void {
  checkTime(scenario);
  for (const [id, node] of Object.entries(scenario.nodes)) checkNode(scenario, id, node);
  calleesFirst(scenario);
  checkRegions(scenario);
  if (scenario.links !== undefined) part('links').check(scenario);
  checkFaults(scenario);
  checkSize(scenario);
  if (isWatched(scenario)) part('observability').check(scenario);
}

function checkTime(scenario: Scenario): void {
  const { durationSeconds, warmUpSeconds } = scenario;
  if (warmUpSeconds !== undefined && warmUpSeconds >= durationSeconds) {
    throw new ScenarioError(
      'warmUpSeconds',
      `scenario: warmUpSeconds is ${warmUpSeconds}; expected less than durationSeconds, ${durationSeconds}`,
    );
  }
  const kinds = Object.values(scenario.nodes).map((node) => node.kind);
  if (!kinds.includes('users')) {
    throw new ScenarioError(
      'nodes',
      'scenario: nodes has no users; expected at least one node of kind "users"',
    );
  }
  for (const [id, node] of Object.entries(scenario.nodes)) {
    if (node.kind !== 'users' || node.arrivals.kind !== 'renewal') continue;
    if (!(meanSecondsOf(node.arrivals.intervalSeconds) > 0)) {
      throw new ScenarioError(
        `nodes.${id}.arrivals.intervalSeconds`,
        `users "${id}": arrivals.intervalSeconds has mean 0; expected a mean above 0`,
      );
    }
  }
}

function checkNode(scenario: Scenario, id: string, node: ScenarioNode): void {
  const kind = kindOf(node);
  for (const { path, target, kinds = answeringKinds } of coursesOf(node).flat()) {
    checkTarget(scenario, `nodes.${id}.${path}`, `${node.kind} "${id}": ${path}`, target, kinds);
  }
  kind.check?.({ scenario, id, node });
}

function isWatched({ logging, metricsCollection, alerts, onCall }: Scenario): boolean {
  return [logging, metricsCollection, alerts, onCall].some((each) => each !== undefined);
}

function checkTarget(
  scenario: Scenario,
  path: string,
  subject: string,
  target: string,
  kinds: readonly ScenarioNode['kind'][],
): void {
  if (Object.hasOwn(scenario.nodes, target) && kinds.includes(scenario.nodes[target]!.kind)) return;
  const caller = path.split('.')[1];
  const fitting = Object.keys(scenario.nodes).filter(
    (id) => id !== caller && kinds.includes(scenario.nodes[id]!.kind),
  );
  const expected =
    fitting.length === 0 ? `a node of kind ${kinds.join(' or ')}, of which there is none` : listed(fitting);
  throw new ScenarioError(path, `${subject} is "${target}"; expected ${expected}`);
}

function checkFaults(scenario: Scenario): void {
  for (const [name, fault] of Object.entries(scenario.faults ?? {})) {
    if (isLinkFault(fault)) {
      const { node: from, to } = fault;
      checkCalls(scenario, { path: `faults.${name}`, owner: `fault "${name}"`, from, fromKey: 'node', to });
      continue;
    }
    const kinds = Object.entries(nodeKinds)
      .filter(([, { faults }]) => faults.includes(fault.kind))
      .map(([kind]) => kind as NodeKind);
    checkTarget(scenario, `faults.${name}.node`, `fault "${name}": node`, fault.node, kinds);
    const machines = machinesOf(scenario.nodes[fault.node]!);
    if (fault.enabled !== false && fault.instance !== undefined && fault.instance > machines) {
      const allowed =
        machines === 0
          ? `no such key, for "${fault.node}" shows no machines`
          : `an integer from 1 to ${machines}, the instances of "${fault.node}"`;
      throw new ScenarioError(
        `faults.${name}.instance`,
        `fault "${name}": instance is ${fault.instance}; expected ${allowed}`,
      );
    }
  }
}
