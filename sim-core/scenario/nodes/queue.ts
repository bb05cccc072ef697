import { type CallPolicy, callPolicy } from '../call-policy.ts';
import { type Check, flag, id, integer, label, literal, object, optional } from '../checks.ts';
import { type Prices, prices } from '../prices.ts';
import { inRegion } from '../regions.ts';
import { distribution } from '../distribution-schema.ts';
import type { Distribution } from '../distribution.ts';
import { positiveSeconds, seconds } from '../units.ts';
import type { NodeKindDefinition } from './node-kind.ts';

/**
 * A broker that keeps messages until somebody has done what they ask for. Who puts one is
 * answered at once; consumers work behind it at their own pace.
 */
export interface QueueNode {
  readonly kind: 'queue';
  readonly label?: string;
  /** Where it stands: id of a region. */
  readonly region?: string;
  /** The node that consumers call for each message. */
  readonly target: string;
  /** Messages worked on at once, 1 to 1,000,000; default 1. */
  readonly consumers?: number;
  /** Messages kept, waiting or in work, 1 to 1,000,000; the next is refused. Default 1,000,000. */
  readonly capacity?: number;
  /** Time that a put takes; any number of them at once. Default 0. */
  readonly putTime?: Distribution;
  /** A message not done so long after its delivery is delivered again; left out, that is waited for. */
  readonly visibilityTimeoutSeconds?: number;
  /** Rest of a message whose delivery has failed, seconds; default 1. */
  readonly redeliveryDelaySeconds?: number;
  /** Deliveries after which a message is a dead letter, 1 to 1,000; default 5. */
  readonly maximumDeliveries?: number;
  /** Messages outlive a crash of the broker; default true. */
  readonly durable?: boolean;
  /** Precautions of the consumers. */
  readonly policy?: CallPolicy;
  /** What its parts cost where that differs from the scenario's prices. */
  readonly prices?: Prices;
}

const shape: Check<QueueNode> = object({
  kind: literal('queue'),
  label,
  region: inRegion,
  target: id,
  consumers: optional(integer(1, 1_000_000)),
  capacity: optional(integer(1, 1_000_000)),
  putTime: optional(distribution),
  visibilityTimeoutSeconds: optional(positiveSeconds),
  redeliveryDelaySeconds: optional(seconds),
  maximumDeliveries: optional(integer(1, 1000)),
  durable: optional(flag),
  policy: optional(callPolicy),
  prices,
});

export const queue: NodeKindDefinition<QueueNode> = {
  shape,
  machines: () => 1,
  // It is paid for by what is put there.
  dollarsPerMonth: () => 0,
};
