import type { Fault, MachineMetrics, RunResult, Scenario } from '#sim-core';
import { waitingBefore } from './describe-balancer.ts';
import { formatCount, formatRatio } from './format.ts';
import { fractionInWords, machineName, ordinal, say, strong, type SentencePart } from './sentence.ts';
import type { Station } from './stations.ts';

/** One machine drowns while the others rest. */
export function describeUneven(
  scenario: Scenario,
  result: RunResult,
  { id, metrics }: Station,
): SentencePart[] | undefined {
  const machines = metrics.instances;
  if (machines.length < 2) return undefined;
  const worst = machines.reduce(
    (most, machine, i) => (machine.queueLengthMean > queueOf(machines[most]) ? i : most),
    0,
  );
  const machine = machines[worst];
  const others = machines.filter((_, i) => i !== worst);
  if (!machine || machine.queueLengthMean < 5) return undefined;
  if (machine.queueLengthMean < 4 * mean(others.map((other) => other.queueLengthMean))) return undefined;
  const idle = 1 - mean(others.map((other) => other.utilisation));
  if (idle < 0.05) return undefined;

  const name = machineName(scenario, id, worst + 1, true);
  const share = shareInWords(machine.arrived / metrics.arrived);
  const speed = slowSpeed(scenario, id, worst + 1);
  const cause = speed
    ? say(
        name,
        ` works at ${fractionInWords(speed) ?? formatRatio(speed)} of its speed but still gets ${share}.`,
      )
    : say(name, ` gets ${share}${strainInWords(machine)}.`);
  return [
    ...strong(...cause),
    ...say(' ', ...queueAt(result, id, worst, machine)),
    ...say(
      ` in front of it, while ${others.length === 1 ? 'the other is' : 'the others are'} idle ${formatRatio(idle, 2)} of the time.`,
    ),
  ];
}

/** How what a machine gets compares with what it can do; nothing where it has time to spare on average. */
function strainInWords({ arrived, served, utilisation, workerUtilisation }: MachineMetrics): string {
  const taken = Math.max(utilisation, workerUtilisation);
  // A machine that is always busy cannot show by how much it is asked for too much: those it did not get to do.
  const offered = taken >= 0.98 ? (taken * arrived) / Math.max(1, served) : taken;
  if (offered >= 1) return ', more than it can do';
  return offered >= 0.8 ? ', close to what it can do' : '';
}

function queueOf(machine: MachineMetrics | undefined): number {
  return machine?.queueLengthMean ?? 0;
}

/** 'By the end 212 requests wait', or how many waited at worst when the queue has gone since. */
function queueAt(result: RunResult, id: string, index: number, machine: MachineMetrics): SentencePart[] {
  const atEnd = Math.round(
    result.series.nodes[id]?.instances?.[index]?.queueLengthMean.at(-1) ?? machine.queueLengthMean,
  );
  if (atEnd * 4 < machine.queueLengthMaximum) {
    const most = { text: formatCount(machine.queueLengthMaximum), strong: true };
    return say('At worst ', most, ' requests waited');
  }
  return say('By the end ', { text: formatCount(atEnd), strong: true }, ' requests wait');
}

/** A machine is slow, but gets less to do: the balancer looks, or somebody wrote down its share. */
export function describeSpared(
  scenario: Scenario,
  result: RunResult,
  { id, metrics }: Station,
): SentencePart[] | undefined {
  const waiting = metrics.queueLengthMean + waitingBefore(scenario, result, id);
  if (metrics.instances.length < 2 || waiting > 5 * metrics.instances.length) return undefined;
  for (const [index, machine] of metrics.instances.entries()) {
    const speed = slowSpeed(scenario, id, index + 1);
    const share = machine.arrived / metrics.arrived;
    if (!speed || share * metrics.instances.length > 0.8) continue;
    const reason = reasonToSpare(scenario, id);
    if (!reason) return undefined;
    return [
      ...strong(
        machineName(scenario, id, index + 1, true),
        ` gets only ${formatRatio(share, 2)} of the requests`,
      ),
      ...say(`: it works at ${fractionInWords(speed) ?? formatRatio(speed)} of its speed, and ${reason}.`),
    ];
  }
  return undefined;
}

/** Why a balancer in front of this service gives a slow machine less; `undefined` where it is by chance. */
function reasonToSpare(scenario: Scenario, id: string): string | undefined {
  for (const node of Object.values(scenario.nodes)) {
    if (node.kind !== 'load-balancer' || !node.targets.includes(id)) continue;
    if (node.connectionsPerMachine !== undefined) return 'it may have only so many at a time';
    const { kind } = node.policy;
    if (kind === 'weighted') return 'its weight says so';
    if (kind === 'least-connections' || kind === 'least-latency' || kind === 'power-of-d-choices')
      return 'the balancer sees that';
  }
  return undefined;
}

/** 0.25 is 'every fourth request', 0.31 is '31 % of the requests'. */
function shareInWords(share: number): string {
  const rank = Math.round(1 / share);
  if (rank >= 2 && rank <= 10 && Math.abs(share * rank - 1) < 0.05) return `every ${ordinal(rank)} request`;
  return `${formatRatio(share, 2)} of the requests`;
}

/** Share of its speed at which a fault makes a machine work; `undefined` when it is well. */
function slowSpeed(scenario: Scenario, id: string, instance: number): number | undefined {
  const strikes = (fault: Fault) =>
    fault.enabled !== false &&
    fault.node === id &&
    (fault.instance === undefined || fault.instance === instance);
  for (const fault of Object.values(scenario.faults ?? {})) {
    if (fault.kind === 'slow-down' && fault.speed < 1 && strikes(fault)) return fault.speed;
  }
  return undefined;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
