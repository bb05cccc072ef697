import { requireInteger, requireNotNegative, requirePositive } from '../theory/range.ts';

/** What an autoscaler aims at and how eager it is. Times in seconds. */
export interface AutoscalingRule {
  /** Mean utilisation of the instances to aim at. Above 0 to 1. */
  readonly targetUtilisation: number;
  /** Integers from 1 to 10,000. */
  readonly minimumInstances: number;
  readonly maximumInstances: number;
  /** Time between samples. Above 0; 15 unless given. */
  readonly intervalSeconds?: number;
  /** Nothing is done while utilisation is off the target by this share of it at most. From 0; 0.1 unless given. */
  readonly tolerance?: number;
  /** Grows only to the smallest number wanted in this time. From 0; 0 unless given. */
  readonly scaleUpStabilizationSeconds?: number;
  /** Shrinks only to the largest number wanted in this time. From 0; 300 unless given. */
  readonly scaleDownStabilizationSeconds?: number;
  /** Rest after growing before growing again. From 0; 0 unless given. */
  readonly scaleUpCooldownSeconds?: number;
  /** Rest after shrinking before shrinking again. From 0; 0 unless given. */
  readonly scaleDownCooldownSeconds?: number;
}

/** Samples that a stabilization window may hold. */
const SAMPLES_MAXIMUM = 100_000;
/** A product such as 10 · (0.33 / 0.11), a bit above 30, is not 31 machines. */
const ROUNDING = 1e-9;

/**
 * Target tracking: it wants ready · utilisation / target instances, rounded up, so that the
 * same work spread over them meets the target. It sees the past, and new instances take
 * time to start: hence instances on their way count as idle when it grows. A saturated
 * instance says 1 however long its queue is, so each step grows by 1/target at most. What it
 * wants is then stabilized over the windows, kept within limits and slowed by the cooldowns.
 * Lesson: Horizontal scaling. Source: Kubernetes documentation, 'Horizontal Pod
 * Autoscaling' (algorithm, defaults; its limits on the step are left out);
 * cooldowns as in AWS Application Auto Scaling.
 */
export class Autoscaler {
  readonly #rule: Required<AutoscalingRule>;
  /** A ring of what was wanted, long enough for both windows. */
  readonly #wantedAt: Float64Array;
  readonly #wanted: Int32Array;
  #next = 0;
  #grewAt = -Infinity;
  #shrankAt = -Infinity;

  constructor(rule: AutoscalingRule) {
    this.#rule = checked(rule);
    const { intervalSeconds, scaleUpStabilizationSeconds, scaleDownStabilizationSeconds } = this.#rule;
    const windowSeconds = Math.max(scaleUpStabilizationSeconds, scaleDownStabilizationSeconds);
    const samples = Math.ceil(windowSeconds / intervalSeconds) + 1;
    requireInteger('autoscaler', 'samples in the stabilization window', samples, 1, SAMPLES_MAXIMUM);
    this.#wantedAt = new Float64Array(samples).fill(-Infinity);
    this.#wanted = new Int32Array(samples);
  }

  /**
   * How many instances there shall be, to be asked once an interval.
   * @param now seconds
   * @param instances present number, those still starting included
   * @param ready those of them that serve
   * @param utilisation mean of the ready ones since the last sample, 0 to 1
   */
  decide(now: number, instances: number, ready: number, utilisation: number): number {
    const { minimumInstances, maximumInstances } = this.#rule;
    const stabilized = this.#stabilized(now, instances, this.#wants(instances, ready, utilisation));
    const allowed = Math.min(maximumInstances, Math.max(minimumInstances, stabilized));
    if (allowed > instances) {
      if (now - this.#grewAt < this.#rule.scaleUpCooldownSeconds) return instances;
      this.#grewAt = now;
    } else if (allowed < instances) {
      if (now - this.#shrankAt < this.#rule.scaleDownCooldownSeconds) return instances;
      this.#shrankAt = now;
    }
    return allowed;
  }

  #wants(instances: number, ready: number, utilisation: number): number {
    if (ready === 0) return instances;
    const { targetUtilisation, tolerance } = this.#rule;
    const ratio = utilisation / targetUtilisation;
    if (Math.abs(ratio - 1) <= tolerance + ROUNDING) return instances;
    const wanted = Math.ceil(ready * ratio - ROUNDING);
    if (ratio < 1) return Math.min(instances, wanted);
    // Those on their way count as idle: they may make it enough already, or nearly.
    return ready < instances && (ready * ratio) / instances <= 1 + tolerance + ROUNDING ? instances : wanted;
  }

  /** The present number, moved no further than every wish in the window of its direction. */
  #stabilized(now: number, instances: number, wanted: number): number {
    this.#wantedAt[this.#next] = now;
    this.#wanted[this.#next] = wanted;
    this.#next = this.#next + 1 === this.#wanted.length ? 0 : this.#next + 1;
    let least = wanted;
    let most = wanted;
    for (let i = 0; i < this.#wanted.length; i++) {
      const age = now - this.#wantedAt[i]!;
      const then = this.#wanted[i]!;
      if (age < this.#rule.scaleUpStabilizationSeconds && then < least) least = then;
      if (age < this.#rule.scaleDownStabilizationSeconds && then > most) most = then;
    }
    if (instances < least) return least;
    return instances > most ? most : instances;
  }
}

function checked(rule: AutoscalingRule): Required<AutoscalingRule> {
  const whole = {
    intervalSeconds: 15,
    tolerance: 0.1,
    scaleUpStabilizationSeconds: 0,
    scaleDownStabilizationSeconds: 300,
    scaleUpCooldownSeconds: 0,
    scaleDownCooldownSeconds: 0,
    ...rule,
  };
  if (!(whole.targetUtilisation > 0 && whole.targetUtilisation <= 1)) {
    throw new RangeError(
      `autoscaler: targetUtilisation is ${whole.targetUtilisation}; expected a number above 0 to 1`,
    );
  }
  requireInteger('autoscaler', 'minimumInstances', whole.minimumInstances, 1, 10_000);
  requireInteger('autoscaler', 'maximumInstances', whole.maximumInstances, whole.minimumInstances, 10_000);
  requirePositive('autoscaler', 'intervalSeconds', whole.intervalSeconds);
  requireNotNegative('autoscaler', 'tolerance', whole.tolerance);
  requireNotNegative('autoscaler', 'scaleUpStabilizationSeconds', whole.scaleUpStabilizationSeconds);
  requireNotNegative('autoscaler', 'scaleDownStabilizationSeconds', whole.scaleDownStabilizationSeconds);
  requireNotNegative('autoscaler', 'scaleUpCooldownSeconds', whole.scaleUpCooldownSeconds);
  requireNotNegative('autoscaler', 'scaleDownCooldownSeconds', whole.scaleDownCooldownSeconds);
  return whole;
}
