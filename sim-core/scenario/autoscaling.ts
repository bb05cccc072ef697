import { type Check, integer, number, object, optional } from './checks.ts';
import { ScenarioError } from './scenario-error.ts';
import { seconds } from './units.ts';

/** How the number of machines follows the load: the decision rule is `Autoscaler`'s. */
export interface Autoscaling {
  /** Fewest and most machines; 1 to 10,000. */
  readonly minimum: number;
  readonly maximum: number;
  /** Mean utilisation of the cores to aim at; above 0 to 1. */
  readonly targetUtilisation: number;
  /** Time between two looks at the machines, seconds; default 15. */
  readonly intervalSeconds?: number;
  /** Nothing is done while utilisation is off the target by at most this share of it; default 0.1. */
  readonly tolerance?: number;
  /** From the decision until a new machine serves, seconds; default the service's `startUpSeconds`. */
  readonly startUpSeconds?: number;
  /** Rest between two growths or two shrinkings, seconds; default 0. */
  readonly scaleOutCooldownSeconds?: number;
  readonly scaleInCooldownSeconds?: number;
  /** Grows to the fewest wanted in this time only, seconds; default 0. */
  readonly scaleOutStabilizationSeconds?: number;
  /** Shrinks to the most wanted in this time only, seconds; default 300. */
  readonly scaleInStabilizationSeconds?: number;
}

const machines = integer(1, 10_000);
const windowSeconds = optional(number({ minimum: 0, maximum: 86_400 }));

const shape = object({
  minimum: machines,
  maximum: machines,
  targetUtilisation: number({ minimum: 0.01, maximum: 1 }),
  intervalSeconds: optional(number({ minimum: 1, maximum: 86_400 })),
  tolerance: optional(number({ minimum: 0, maximum: 1 })),
  startUpSeconds: optional(seconds),
  scaleOutCooldownSeconds: optional(seconds),
  scaleInCooldownSeconds: optional(seconds),
  scaleOutStabilizationSeconds: windowSeconds,
  scaleInStabilizationSeconds: windowSeconds,
});

/** A valid rule. */
export const autoscaling: Check<Autoscaling> = (value, place) => {
  const checked = shape(value, place);
  if (checked.maximum >= checked.minimum) return checked;
  throw new ScenarioError(
    `${place.path}.maximum`,
    `${place.owner}: ${place.key}.maximum is ${checked.maximum}; expected an integer from ${checked.minimum}, the minimum, to 10000`,
  );
};
