import type { Visit } from '../kernel/visits.ts';
import { RandomStream, type Sampler, samplerOf } from '../random/index.ts';
import type { PlanStep, ServiceNode } from '../scenario/scenario.ts';

/** A step ready to run: either work to draw or a node to call. */
export interface RunningStep {
  /** Draws the work; null for a call. */
  readonly work: Work | null;
  /** Index of the node to call; −1 for work. */
  readonly target: number;
}

/** Work of a plan, drawn anew for each visit. */
export class Work {
  readonly #sampler: Sampler;
  readonly #drawn = new Float64Array(1);

  constructor(sampler: Sampler) {
    this.#sampler = sampler;
  }

  drawFor(visit: Visit): void {
    this.#sampler.drawInto(this.#drawn, 0);
    visit.work = this.#drawn[0]!;
  }
}

/**
 * The plans of a service by request class, in the order of `classNames`. Each step draws
 * from a stream of its own, so that another policy elsewhere finds the same requests with
 * the same work.
 */
export function plansOf(
  id: string,
  node: ServiceNode,
  classNames: readonly string[],
  indexOf: (nodeId: string) => number,
  seed: number,
): RunningStep[][] {
  const build = (from: Pick<ServiceNode, 'serviceTime' | 'plan'>, name: string): RunningStep[] => {
    const steps: readonly PlanStep[] = from.plan ?? [{ work: from.serviceTime! }];
    return steps.map((step, i) =>
      'call' in step
        ? { work: null, target: indexOf(step.call) }
        : { work: new Work(samplerOf(step.work, new RandomStream(seed, `${id}/${name}/${i}`))), target: -1 },
    );
  };
  const usual = build(node, 'any class');
  return classNames.map((name) => {
    // Own keys only: a class may be called `constructor`.
    const special = Object.hasOwn(node.classes ?? {}, name) ? node.classes?.[name] : undefined;
    return special ? build(special, `class ${name}`) : usual;
  });
}
