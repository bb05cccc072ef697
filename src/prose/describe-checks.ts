import type { RunResult, Scenario } from '#sim-core';
import { allMachines, cardinal, machineName, say, type SentencePart } from './sentence.ts';

/** Health checks that took machines for dead which were only busy. Empty when there were none. */
export function describeFalseAlarms(scenario: Scenario, result: RunResult): SentencePart[] {
  const [node, machines] = falseAlarms(result).entries().next().value ?? [undefined, []];
  if (node === undefined || machines.length === 0) return [];
  const count =
    result.nodes[node]?.kind === 'service' ? result.nodes[node].instances.length : machines.length;
  const who =
    machines.length === 1
      ? say(machineName(scenario, node, machines[0]!), ', which was only busy')
      : machines.length >= count
        ? say('all of ', allMachines(scenario, node, count), ', which were only busy')
        : say(
            `${cardinal(machines.length)} of `,
            allMachines(scenario, node, count),
            ', which were only busy',
          );
  return say('The health checks took out ', ...who, '.');
}

/** Machines, by service, that were called unhealthy while nothing was wrong with them. */
function falseAlarms(result: RunResult): Map<string, number[]> {
  const ill = new Set<string>();
  const alarms = new Map<string, number[]>();
  for (const { kind, node, instance } of result.events) {
    const machine = `${node} ${instance}`;
    if (kind === 'crash' || kind === 'slow-down') ill.add(machine);
    if (kind === 'restart' || kind === 'recovery') ill.delete(machine);
    if (kind !== 'unhealthy' || ill.has(machine)) continue;
    const machines = alarms.get(node) ?? [];
    if (!machines.includes(instance)) alarms.set(node, [...machines, instance]);
  }
  return alarms;
}
