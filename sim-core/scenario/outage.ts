import { type Check, flag, id, literal, number, object, optional, refuse } from './checks.ts';
import { positiveSeconds, seconds } from './units.ts';

const modes = ['errors', 'hangs', 'slow'] as const;

/** Someone else's service does not work as it should. Nothing of it is in our hands but how we call it. */
export interface Outage {
  readonly kind: 'outage';
  /**
   * `errors`: every answer is an error, and nothing is done. `hangs`: no answer comes until
   * the outage is over. `slow`: calls that begin take `factor` times as long.
   */
  readonly mode: (typeof modes)[number];
  /** With the mode `slow`: how many times as long a call takes, 1 to 10,000; default 10. */
  readonly factor?: number;
}

const mode: Check<Outage['mode']> = (value, place) =>
  modes.find((known) => known === value) ??
  refuse(place, value, modes.map((known) => `"${known}"`).join(', '));

/** An outage on the schedule of faults. */
export const outage = object({
  kind: literal('outage'),
  node: id,
  atSeconds: seconds,
  forSeconds: optional(positiveSeconds),
  enabled: optional(flag),
  mode,
  factor: optional(number({ minimum: 1, maximum: 10_000 })),
});
