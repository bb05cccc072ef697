import type { RunResult, Scenario, ScenarioNode } from '#sim-core';
import type { Box } from './boxes.ts';
import { periodWords } from './period.ts';

/** What a machine is that does no work, since those of the other colour do. */
export type Beside = 'not there yet' | 'starting' | 'on standby' | 'switched off';

/** From a moment on; null for a machine that serves. */
interface Phase {
  readonly fromSeconds: number;
  readonly beside: Beside | null;
}

/** Whether a release starts as many new machines beside the old ones; they are counted on from those. */
export function isReleasedBeside(node: ScenarioNode): boolean {
  if (node.kind !== 'service') return false;
  return enabledOf(node).some(({ strategy }) => strategy === 'blue-green');
}

/** What a machine of a node released beside the old ones is at a moment; null where it serves, or where that is not known. */
export function besideAt(scenario: Scenario, result: RunResult, box: Box, seconds: number): Beside | null {
  return phasesOf(scenario, result, box).findLast((phase) => phase.fromSeconds <= seconds)?.beside ?? null;
}

/** From when on, or until when, a machine served; null where it did so all the time. */
export function besideInRun(scenario: Scenario, result: RunResult, box: Box): string | null {
  const phases = phasesOf(scenario, result, box);
  const serves = phases.filter(({ beside }) => beside === null);
  if (serves.length === phases.length) return null;
  if (serves.length === 0) return 'never used';
  const began = serves[0]!.fromSeconds;
  const ended = phases.find(({ fromSeconds, beside }) => fromSeconds > began && beside !== null);
  if (!ended) return `used from ${periodWords(began)}`;
  if (began > 0) return `used for ${periodWords(ended.fromSeconds - began)}`;
  // Called back: the new machines were the wrong ones.
  return serves.length > 1 ? null : `used until ${periodWords(ended.fromSeconds)}`;
}

/** Of one machine; empty where its events do not tell: with several releases, or of several machines. */
function phasesOf(scenario: Scenario, result: RunResult, box: Box): Phase[] {
  const node = scenario.nodes[box.node];
  if (box.part !== 'machine' || node?.kind !== 'service' || !isReleasedBeside(node)) return [];
  if (enabledOf(node).length > 1) return [];
  const isNew = box.first > (node.instances ?? 1);
  const phases: Phase[] = [{ fromSeconds: 0, beside: isNew ? 'not there yet' : null }];
  let isBack = false;
  for (const { atSeconds: fromSeconds, kind } of result.events.filter((event) => event.node === box.node)) {
    if (kind === 'rollback') isBack = true;
    const beside = besideAfter(kind, isNew, isBack);
    if (beside !== undefined && phases.at(-1)!.beside !== beside) phases.push({ fromSeconds, beside });
  }
  return phases;
}

/** @returns undefined where an event changes nothing for the machine. */
function besideAfter(
  kind: RunResult['events'][number]['kind'],
  isNew: boolean,
  isBack: boolean,
): Beside | null | undefined {
  if (kind === 'deploy-start') return isNew ? 'starting' : null;
  if (kind === 'deploy-step') return isNew ? null : 'on standby';
  if (kind === 'rollback') return isNew ? 'switched off' : null;
  // What is left of the other colour goes.
  return kind === 'deploy-end' && isNew === isBack ? 'switched off' : undefined;
}

function enabledOf(node: Extract<ScenarioNode, { kind: 'service' }>) {
  return Object.values(node.deployments ?? {}).filter(({ enabled }) => enabled !== false);
}
