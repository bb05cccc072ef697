import { formatRatio, formatSeconds } from '../prose/format.ts';
import type { Fault, RunResult, Scenario } from '#sim-core';
import type { Box } from './graph.ts';

/** What is out of the ordinary about a box; said in words, a hue and a shape. */
export interface Mark {
  readonly kind: 'down' | 'slow' | 'plain';
  readonly words: string;
}

interface Interval {
  readonly start: number;
  readonly end: number;
}

/** What a box suffers at a moment of the run; null when all is well. */
export function markAt(scenario: Scenario, result: RunResult, box: Box, seconds: number): Mark | null {
  const active = faultsOf(scenario, box).filter((fault) => {
    const { start, end } = intervalOf(fault, scenario, 0);
    return start <= seconds && seconds < end;
  });
  const out = isTakenOut(result, box, seconds) ? 'taken out' : null;
  const crashes = active.filter((fault) => fault.kind === 'crash');
  if (crashes.length > 0) {
    const standby = standbyWords(scenario, box, crashes, seconds);
    if (standby) return standby;
    return {
      kind: kindOfCrash(box, crashes),
      words: [howMany(box, crashes, 'down'), out].filter(Boolean).join(', '),
    };
  }
  const speed = speedOf(scenario, box, active);
  if (active.length > 0) {
    const words = box.machines > 1 ? howMany(box, active, 'slow') : speedWords(speed);
    return { kind: 'slow', words: [words, out].filter(Boolean).join(', ') };
  }
  if (out) return { kind: 'slow', words: out };
  return speed === 1 ? null : { kind: 'plain', words: speedWords(speed) };
}

/** What a box suffered in the run as a whole, after warm-up. */
export function markOfRun(scenario: Scenario, box: Box): Mark | null {
  const from = scenario.warmUpSeconds ?? 0;
  const whole = scenario.durationSeconds - from;
  const suffered = faultsOf(scenario, box)
    .map((fault) => ({ fault, seconds: lasting(intervalOf(fault, scenario, from)) }))
    .filter(({ seconds }) => seconds > 0);
  const crashes = suffered.filter(({ fault }) => fault.kind === 'crash');
  const decisive = crashes.length > 0 ? crashes : suffered;
  const speed = speedOf(scenario, box, crashes.length > 0 ? [] : decisive.map(({ fault }) => fault));
  if (decisive.length === 0) return speed === 1 ? null : { kind: 'plain', words: speedWords(speed) };

  const faults = decisive.map(({ fault }) => fault);
  const down = crashes.length > 0;
  const kind = down ? kindOfCrash(box, faults) : 'slow';
  const words =
    !down && box.machines === 1 ? speedWords(speed) : howMany(box, faults, down ? 'down' : 'slow');
  const longest = Math.max(...decisive.map(({ seconds }) => seconds));
  if (longest >= whole * 0.98) return { kind, words };
  // Short enough for a box on a phone.
  return { kind, words: `${words}${down ? ' for' : ','} ${periodWords(longest)}` };
}

/** Whether the balancers' health checks keep requests away from a machine. */
export function isTakenOut(result: RunResult, box: Box, seconds: number): boolean {
  let out = false;
  for (const event of result.events) {
    if (event.atSeconds > seconds) break;
    if (event.node !== box.node || box.machines > 1 || event.instance !== Math.max(1, box.instance)) continue;
    if (event.kind === 'unhealthy') out = true;
    if (event.kind === 'healthy') out = false;
  }
  return out;
}

/** When something breaks or recovers. */
export interface TurningPoint {
  readonly seconds: number;
  readonly words: string;
  readonly isGood: boolean;
}

const breakWords: Readonly<Record<Fault['kind'], string>> = {
  crash: 'crash',
  'slow-down': 'slows down',
  outage: 'out of order',
  partition: 'cut off',
  'slow-link': 'network slows',
  'random-failures': 'fails at random',
};

/** What the timeline marks, fault by fault. */
export function turningPoints(scenario: Scenario): TurningPoint[] {
  return Object.values(scenario.faults ?? {})
    .filter((fault) => fault.enabled !== false && fault.atSeconds < scenario.durationSeconds)
    .flatMap((fault) => {
      const { start, end } = intervalOf(fault, scenario, 0);
      const breaks = {
        seconds: start,
        words: breakWords[fault.kind],
        isGood: false,
      };
      const recovers = { seconds: end, words: 'recovers', isGood: true };
      return end < scenario.durationSeconds ? [breaks, recovers] : [breaks];
    });
}

/** A round time without digits that say nothing: '60 s', not '60.0 s'. */
export function periodWords(seconds: number): string {
  return formatSeconds(seconds).replace(/\.0+(?!\d)/, '');
}

function faultsOf(scenario: Scenario, box: Box): Fault[] {
  return Object.values(scenario.faults ?? {}).filter(
    (fault) =>
      fault.enabled !== false &&
      // A fault of the network strikes no machine.
      (fault.kind === 'crash' || fault.kind === 'slow-down') &&
      fault.node === box.node &&
      (box.machines > 1 || fault.instance === undefined || fault.instance === Math.max(1, box.instance)),
  );
}

function intervalOf(fault: Fault, scenario: Scenario, from: number): Interval {
  const end = fault.forSeconds === undefined ? Infinity : fault.atSeconds + fault.forSeconds;
  return { start: Math.max(from, fault.atSeconds), end: Math.min(end, scenario.durationSeconds) };
}

function lasting(interval: Interval): number {
  return Math.max(0, interval.end - interval.start);
}

function speedOf(scenario: Scenario, box: Box, faults: readonly Fault[]): number {
  const node = scenario.nodes[box.node];
  const own = node?.kind === 'service' ? (node.speed ?? 1) : 1;
  if (box.machines > 1) return own;
  return faults.reduce((speed, fault) => (fault.kind === 'slow-down' ? speed * fault.speed : speed), own);
}

function speedWords(speed: number): string {
  return `${formatRatio(speed)} speed`;
}

function howMany(box: Box, faults: readonly Fault[], word: string): string {
  if (box.machines === 1 || faults.some((fault) => fault.instance === undefined)) return word;
  return `${new Set(faults.map((fault) => fault.instance)).size} of ${box.machines} ${word}`;
}

/** Some machines of many: the rest goes on. */
function kindOfCrash(box: Box, crashes: readonly Fault[]): 'down' | 'slow' {
  return box.machines === 1 || crashes.some((fault) => fault.instance === undefined) ? 'down' : 'slow';
}

/** A balancer with a standby is back as soon as that has taken over. */
function standbyWords(scenario: Scenario, box: Box, crashes: readonly Fault[], seconds: number): Mark | null {
  const node = scenario.nodes[box.node];
  if (node?.kind !== 'load-balancer' || (node.instances ?? 1) < 2) return null;
  if (crashes.some((fault) => fault.instance === undefined)) return null;
  const since = Math.max(...crashes.map((fault) => fault.atSeconds));
  return seconds >= since + (node.failoverSeconds ?? 3) ? { kind: 'slow', words: 'on standby' } : null;
}
