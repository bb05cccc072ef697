import { formatRatio } from '../prose/format.ts';
import type { RunResult, Scenario } from '#sim-core';
import { besideAt, besideInRun } from './beside.ts';
import type { Box } from './boxes.ts';
import { periodWords } from './period.ts';
import { troublesOf } from './troubles.ts';
import type { Trouble, TroubleKind } from './troubles.ts';

/** What is out of the ordinary about a box; said in words, a hue and a shape. */
export interface Mark {
  readonly kind: 'down' | 'slow' | 'starting' | 'full' | 'cut' | 'stale' | 'plain';
  readonly words: string;
  /** In the picture of a whole run: it was so for a part of it. */
  readonly isPassing?: true;
}

/** The worst comes first: a box says one thing. */
const byGravity: readonly (readonly [TroubleKind, Mark['kind']])[] = [
  ['down', 'down'],
  ['full', 'full'],
  ['outage', 'down'],
  ['cut', 'cut'],
  ['starting', 'starting'],
  ['slow', 'slow'],
  ['warming', 'slow'],
  ['slow-link', 'slow'],
];

/** What a box suffers at a moment of the run; null when all is well. */
export function markAt(scenario: Scenario, result: RunResult, box: Box, seconds: number): Mark | null {
  const troubles = troublesAt(scenario, result, seconds).filter((trouble) => strikes(trouble, box));
  const out = box.machines === 1 && troubles.some(({ kind }) => kind === 'out') ? 'taken out' : null;
  for (const [kind, shape] of byGravity) {
    const members = troubles.filter((trouble) => trouble.kind === kind);
    if (members.length === 0) continue;
    const standby = kind === 'down' ? standbyWords(scenario, box, members, seconds) : null;
    if (standby) return standby;
    const words = [wordsOf(scenario, box, members), out].filter(Boolean).join(', ');
    return { kind: isPartial(box, members) ? 'slow' : shape, words };
  }
  if (out) return { kind: 'slow', words: out };
  const beside = besideAt(scenario, result, box, seconds);
  if (beside) return { kind: beside === 'starting' ? 'starting' : 'plain', words: beside };
  return usualMark(scenario, result, box);
}

/** What a box suffered in the run as a whole, after warm-up. */
export function markOfRun(scenario: Scenario, result: RunResult, box: Box): Mark | null {
  const from = scenario.warmUpSeconds ?? 0;
  const whole = result.durationSeconds - from;
  const lasting = ({ startSeconds, endSeconds }: Trouble): number =>
    Math.max(0, Math.min(endSeconds, result.durationSeconds) - Math.max(from, startSeconds));
  const troubles = troublesOf(scenario, result).filter(
    (trouble) => strikes(trouble, box) && lasting(trouble) > 0,
  );
  for (const [kind, shape] of byGravity) {
    const members = troubles.filter((trouble) => trouble.kind === kind);
    if (members.length === 0) continue;
    const standby = kind === 'down' ? standbyWords(scenario, box, members, Infinity) : null;
    if (standby) return standby;
    const words = wordsOf(scenario, box, members);
    const mark = isPartial(box, members) ? 'slow' : shape;
    const seconds =
      box.machines === 1 ? members.map(lasting).reduce((a, b) => a + b, 0) : lasting(members[0]!);
    const longest = Math.min(whole, Math.max(seconds, ...members.map(lasting)));
    if (longest >= whole * 0.98) return { kind: mark, words };
    // Short enough for a box on a phone.
    const period = `${kind === 'down' ? ' for' : ','} ${periodWords(longest)}`;
    return { kind: mark, words: words + period, isPassing: true };
  }
  const beside = besideInRun(scenario, result, box);
  if (beside) return { kind: 'plain', words: beside };
  return usualMark(scenario, result, box);
}

/** Whether the balancers' health checks keep requests away from a machine. */
export function isTakenOut(scenario: Scenario, result: RunResult, box: Box, seconds: number): boolean {
  if (box.machines > 1) return false;
  return troublesAt(scenario, result, seconds).some(
    (trouble) => trouble.kind === 'out' && strikes(trouble, box),
  );
}

/** What goes on at a moment. */
export function troublesAt(scenario: Scenario, result: RunResult, seconds: number): Trouble[] {
  return troublesOf(scenario, result).filter(
    ({ startSeconds, endSeconds }) => startSeconds <= seconds && seconds < endSeconds,
  );
}

function strikes(trouble: Trouble, box: Box): boolean {
  if (trouble.node !== box.node || trouble.callee !== undefined) return false;
  const { instance } = trouble;
  return instance === 0 || (box.first <= instance && instance < box.first + box.machines);
}

/** Some machines of many: the rest goes on. */
function isPartial(box: Box, troubles: readonly Trouble[]): boolean {
  return machinesStruck(box, troubles) < box.machines;
}

function machinesStruck(box: Box, troubles: readonly Trouble[]): number {
  if (troubles.some(({ instance }) => instance === 0)) return box.machines;
  return new Set(troubles.map(({ instance }) => instance)).size;
}

function wordsOf(scenario: Scenario, box: Box, troubles: readonly Trouble[]): string {
  const struck = machinesStruck(box, troubles);
  const some = box.machines > 1 && struck < box.machines ? `${struck} of ${box.machines} ` : '';
  const { kind, mode, factor = 1 } = troubles[0]!;
  if (kind === 'outage') {
    return mode === 'slow' ? `${factor}× slower` : mode === 'hangs' ? 'does not answer' : 'answers errors';
  }
  if (kind === 'slow' && some === '' && box.machines === 1) {
    return speedWords(troubles.reduce((speed, { factor: own = 1 }) => speed * own, speedOf(scenario, box)));
  }
  const words = { full: 'disk full', cut: 'cut off', 'slow-link': `network ${factor}× slower` };
  return `${some}${words[kind as keyof typeof words] ?? kind}`;
}

/** What is no trouble, yet worth a word. */
function usualMark(scenario: Scenario, result: RunResult, box: Box): Mark | null {
  const speed = speedOf(scenario, box);
  if (speed !== 1) return { kind: 'plain', words: speedWords(speed) };
  const metrics = result.nodes[box.node];
  if (metrics?.kind !== 'database' || box.part === 'primary') return null;
  // How old their answers are is known for the run as a whole only.
  const stale = metrics.staleRatio ?? 0;
  if (stale >= 0.0005 && box.part !== 'shard')
    return { kind: 'stale', words: `${formatRatio(stale, 2)} stale` };
  return null;
}

function speedOf(scenario: Scenario, box: Box): number {
  const node = scenario.nodes[box.node];
  return node?.kind === 'service' ? (node.speed ?? 1) : 1;
}

function speedWords(speed: number): string {
  return `${formatRatio(speed)} speed`;
}

/** A balancer with a standby is back as soon as that has taken over. */
function standbyWords(
  scenario: Scenario,
  box: Box,
  crashes: readonly Trouble[],
  seconds: number,
): Mark | null {
  const node = scenario.nodes[box.node];
  if (node?.kind !== 'load-balancer' || (node.instances ?? 1) < 2) return null;
  if (new Set(crashes.map(({ instance }) => instance)).size >= (node.instances ?? 1)) return null;
  const since = Math.max(...crashes.map(({ startSeconds }) => startSeconds));
  return seconds >= since + (node.failoverSeconds ?? 3) ? { kind: 'slow', words: 'on standby' } : null;
}
