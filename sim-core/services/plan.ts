import type { Visitable } from '../kernel/system.ts';
import { DrawsAhead, RandomStream } from '../random/index.ts';
import type { Construction } from '../scenario/construction.ts';
import type { CallStep, PlanStep, ServiceNode, WhatIsDone } from '../scenario/nodes/service.ts';
import { ParallelCalls } from './parallel-calls.ts';

/** A call of a plan, ready to be made. */
export interface RunningCall {
  readonly target: Visitable;
  /** Calls one after the other. */
  readonly times: number;
  /** Share of the requests that make it. */
  readonly probability: number;
  readonly stream: RandomStream;
  readonly isOptional: boolean;
}

/** A step ready to run: one of the three is there, the others are null. */
export interface RunningStep {
  /** Seconds at speed 1, drawn anew for each visit. */
  readonly work: DrawsAhead | null;
  /** The work is for the disk, not for a core. */
  readonly isOnDisk: boolean;
  readonly call: RunningCall | null;
  readonly parallel: ParallelCalls | null;
}

/**
 * The plans of a service by request class. Each step draws from a stream of its own, so
 * that another policy elsewhere finds the same requests with the same work.
 */
export function plansOf(id: string, node: ServiceNode, construction: Construction): RunningStep[][] {
  const { seed, system } = construction;
  const callOf = (step: CallStep, stream: RandomStream): RunningCall => ({
    target: construction.route(id, step.call, step.policy),
    times: step.times ?? 1,
    probability: step.probability ?? 1,
    stream,
    isOptional: step.optional ?? false,
  });
  const stepOf = (step: PlanStep, stream: RandomStream): RunningStep => {
    const nothing = { work: null, isOnDisk: false, call: null, parallel: null };
    if ('work' in step) {
      return { ...nothing, work: new DrawsAhead(step.work, stream), isOnDisk: step.on === 'disk' };
    }
    if ('call' in step) return { ...nothing, call: callOf(step, stream) };
    const targets = step.parallel.flatMap((each) => {
      const { target, times } = callOf(each, stream);
      return Array.from({ length: times }, () => target);
    });
    return { ...nothing, parallel: new ParallelCalls(targets, step.need ?? targets.length) };
  };
  const build = (from: WhatIsDone, name: string): RunningStep[] => {
    const steps: readonly PlanStep[] = from.plan ?? [{ work: from.serviceTime! }];
    return steps.map((step, i) => stepOf(step, new RandomStream(seed, `${id}/${name}/${i}`)));
  };
  const usual = build(node, 'any class');
  return system.classes.map(({ name }) => {
    // Own keys only: a class may be called `constructor`.
    const special = Object.hasOwn(node.classes ?? {}, name) ? node.classes?.[name] : undefined;
    return special ? build(special, `class ${name}`) : usual;
  });
}
