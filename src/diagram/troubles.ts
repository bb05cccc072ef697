import type { Fault, RunEvent, RunResult, Scenario } from '#sim-core';

/** What a box or a link may suffer. */
export type TroubleKind =
  | 'down'
  | 'slow'
  | 'outage'
  | 'out'
  | 'full'
  | 'starting'
  | 'warming'
  | 'cut'
  | 'slow-link'
  | 'breaker-open'
  | 'breaker-half-open';

/** A stretch of the run in which something was not as it should be. */
export interface Trouble {
  readonly kind: TroubleKind;
  readonly node: string;
  /** Machine counted from 1; 0 for all of them, or where there are none. */
  readonly instance: number;
  readonly startSeconds: number;
  /** Infinity when it lasts to the end of the run. */
  readonly endSeconds: number;
  /** The node that is called, of what concerns only the way there. */
  readonly callee?: string;
  /** Share of its speed; how many times as long. */
  readonly factor?: number;
  /** How somebody else's service fails. */
  readonly mode?: Extract<Fault, { kind: 'outage' }>['mode'];
}

/** Pairs of events that begin and end a trouble. */
const spans = [
  { kind: 'down', begins: ['crash'], ends: ['restart'] },
  { kind: 'out', begins: ['unhealthy'], ends: ['healthy'] },
  { kind: 'full', begins: ['disk-full'], ends: ['disk-freed', 'restart'] },
  { kind: 'breaker-open', begins: ['breaker-open'], ends: ['breaker-half-open', 'breaker-closed'] },
  { kind: 'breaker-half-open', begins: ['breaker-half-open'], ends: ['breaker-open', 'breaker-closed'] },
] as const satisfies readonly {
  kind: TroubleKind;
  begins: readonly RunEvent['kind'][];
  ends: readonly RunEvent['kind'][];
}[];

const found = new WeakMap<RunResult, readonly Trouble[]>();

/** Everything that went wrong in a run, as its events and its schedule tell. */
export function troublesOf(scenario: Scenario, result: RunResult): readonly Trouble[] {
  const known = found.get(result);
  if (known) return known;
  const troubles = [...told(result.events), ...scheduled(scenario, result), ...starts(scenario, result)];
  found.set(result, troubles);
  return troubles;
}

function told(events: readonly RunEvent[]): Trouble[] {
  return spans.flatMap(({ kind, begins, ends }) => {
    const open = new Map<string, RunEvent>();
    const troubles: Trouble[] = [];
    const close = (begin: RunEvent, endSeconds: number): void => {
      const { node, instance, callee, atSeconds: startSeconds } = begin;
      troubles.push({ kind, node, instance, startSeconds, endSeconds, ...(callee && { callee }) });
    };
    for (const event of events) {
      const key = `${event.node} ${event.instance} ${event.callee ?? ''}`;
      const begin = open.get(key);
      if (begin && (ends as readonly string[]).includes(event.kind)) {
        close(begin, event.atSeconds);
        open.delete(key);
      } else if (!begin && (begins as readonly string[]).includes(event.kind)) open.set(key, event);
    }
    for (const begin of open.values()) close(begin, Infinity);
    return troubles;
  });
}

/** What only the schedule knows: how slow, and where the network is cut. */
function scheduled(scenario: Scenario, result: RunResult): Trouble[] {
  return Object.values(scenario.faults ?? {}).flatMap((fault): Trouble[] => {
    if (fault.enabled === false || fault.kind === 'crash' || fault.kind === 'random-failures') return [];
    const { node, instance = 0, atSeconds: startSeconds, forSeconds = Infinity } = fault;
    const planned = startSeconds + forSeconds;
    const early = result.events.find(
      (event) =>
        event.kind === 'recovery' &&
        event.node === node &&
        (instance === 0 || event.instance === 0 || event.instance === instance) &&
        event.atSeconds > startSeconds,
    );
    // A person on call may have ended it.
    const endSeconds = result.onCall ? Math.min(planned, early?.atSeconds ?? Infinity) : planned;
    const span = { node, instance, startSeconds, endSeconds };
    if (fault.kind === 'slow-down')
      return fault.speed === 1 ? [] : [{ ...span, kind: 'slow', factor: fault.speed }];
    if (fault.kind === 'outage') {
      return [{ ...span, kind: 'outage', mode: fault.mode, factor: fault.factor ?? 10 }];
    }
    const where = fault.to === undefined ? span : { ...span, callee: fault.to };
    if (fault.kind === 'partition') return [{ ...where, kind: 'cut' }];
    return [{ ...where, kind: 'slow-link', factor: fault.latencyFactor }];
  });
}

/** New and restarted machines take their time, and are slow at first. */
function starts(scenario: Scenario, result: RunResult): Trouble[] {
  return result.events.flatMap((event): Trouble[] => {
    const node = scenario.nodes[event.node];
    if (node?.kind !== 'service' || (event.kind !== 'restart' && event.kind !== 'scale-out')) return [];
    const { startUpSeconds = 0, warmUp, autoscaling } = node;
    const seconds =
      event.kind === 'scale-out' ? (autoscaling?.startUpSeconds ?? startUpSeconds) : startUpSeconds;
    const { node: id, instance, atSeconds } = event;
    const ready = atSeconds + seconds;
    const starting: Trouble = {
      kind: 'starting',
      node: id,
      instance,
      startSeconds: atSeconds,
      endSeconds: ready,
    };
    const warming = warmUp && {
      kind: 'warming' as const,
      node: id,
      instance,
      startSeconds: ready,
      endSeconds: ready + warmUp.seconds,
      factor: warmUp.speed,
    };
    return [...(seconds > 0 ? [starting] : []), ...(warming ? [warming] : [])];
  });
}
