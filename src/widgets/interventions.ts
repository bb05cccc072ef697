import type { Scenario } from '#sim-core';
import type { JsonValue } from './lab.ts';
import { valueAtPath, withPath } from './path.ts';

/** One thing that a reader does to the system beside its knobs: a value at a path of the scenario. */
export interface Intervention {
  /** Permanent: share links hang on it. For instance `faults.reader-crash-api-2`. */
  readonly path: string;
  /** For instance `{ kind: 'crash', node: 'api', instance: 2, atSeconds: 20, forSeconds: 10 }`. */
  readonly value: JsonValue;
}

/** Scenario path to value, in the order in which they were made. */
export type Interventions = Readonly<Record<string, JsonValue>>;

export const noInterventions: Interventions = {};

/**
 * The scenario with all of them in it, in their order; knobs come first. Whether the result can be run
 * is for the validator of the core. A fault on a machine that a knob has taken away since is switched off
 * until it is back, one on a part that is gone altogether left out.
 * Throws RangeError for a path that leads nowhere.
 */
export function applyInterventions(scenario: Scenario, interventions: Interventions): Scenario {
  let changed = scenario;
  for (const { path, value } of listOf(interventions)) {
    if (strikesNothing(changed, value)) continue;
    if (path.startsWith('faults.') && !changed.faults) changed = { ...changed, faults: {} };
    changed = withPath(changed, path, strikesNobody(changed, value) ? switchedOff(value) : value);
  }
  return changed;
}

/** One after the other. */
export function listOf(interventions: Interventions): Intervention[] {
  return Object.entries(interventions).map(([path, value]) => ({ path, value }));
}

/** With one more at the end; one of the same path is replaced. */
export function withIntervention(interventions: Interventions, { path, value }: Intervention): Interventions {
  return { ...withoutIntervention(interventions, path), [path]: value };
}

/** Without the one of this path. */
export function withoutIntervention(interventions: Interventions, path: string): Interventions {
  return Object.fromEntries(Object.entries(interventions).filter(([other]) => other !== path));
}

/** Whether a fault is about a machine, or a whole part, that is not there at present. */
export function strikesNobody(scenario: Scenario, fault: JsonValue): boolean {
  if (strikesNothing(scenario, fault)) return true;
  const node = valueAtPath(fault, 'node');
  const instance = valueAtPath(fault, 'instance');
  const machines = valueAtPath(scenario.nodes, `${String(node)}.instances`);
  const comeAndGo = valueAtPath(scenario.nodes, `${String(node)}.autoscaling`) !== undefined;
  return typeof instance === 'number' && typeof machines === 'number' && !comeAndGo && instance > machines;
}

function strikesNothing(scenario: Scenario, fault: JsonValue): boolean {
  const node = valueAtPath(fault, 'node');
  return typeof node === 'string' && !Object.hasOwn(scenario.nodes, node);
}

function switchedOff(fault: JsonValue): JsonValue {
  const { instance: _, ...rest } = fault as Readonly<Record<string, JsonValue>>;
  return { ...rest, enabled: false };
}
