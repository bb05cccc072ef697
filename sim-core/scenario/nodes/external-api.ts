import { type Check, flag, integer, label, literal, number, object, optional } from '../checks.ts';
import { type Prices, prices } from '../prices.ts';
import { inRegion } from '../regions.ts';
import { distribution } from '../distribution-schema.ts';
import type { Distribution } from '../distribution.ts';
import { positiveRatePerSecond, probability } from '../units.ts';
import type { NodeKindDefinition } from './node-kind.ts';

/** Someone else's service, across the network: a payment gateway, a sender of mail. */
export interface ExternalApiNode {
  readonly kind: 'external-api';
  readonly label?: string;
  /** Where it stands: id of a region. */
  readonly region?: string;
  /** From call to answer, their network and their queues included. */
  readonly latency: Distribution;
  /** Calls that it works on at once, 1 to 1,000,000; further ones wait in turn. Left out, as many as come. */
  readonly concurrency?: number;
  /** Share of the calls that it answers with an error, having done nothing; default 0. */
  readonly errorProbability?: number;
  /** How many calls it lets in. */
  readonly rateLimit?: RateLimit;
  /** It recognizes a repeated write and does not carry it out again; default false. */
  readonly idempotency?: boolean;
  /** Price of a thousand calls that were let in, dollars, 0 to 1,000,000; default 0. */
  readonly dollarsPerThousandCalls?: number;
  /** What its parts cost where that differs from the scenario's prices. */
  readonly prices?: Prices;
}

/** A token bucket: calls that find it empty are refused at once. */
export interface RateLimit {
  /** Calls a second in the long run, above 0. */
  readonly ratePerSecond: number;
  /** Calls that may come at once after a pause, 1 to 1,000,000; default 1. */
  readonly burst?: number;
}

const shape: Check<ExternalApiNode> = object({
  kind: literal('external-api'),
  label,
  region: inRegion,
  latency: distribution,
  concurrency: optional(integer(1, 1_000_000)),
  errorProbability: optional(probability),
  rateLimit: optional(
    object({ ratePerSecond: positiveRatePerSecond, burst: optional(integer(1, 1_000_000)) }),
  ),
  idempotency: optional(flag),
  dollarsPerThousandCalls: optional(number({ minimum: 0, maximum: 1e6 })),
  prices,
});

export const externalApi: NodeKindDefinition<ExternalApiNode> = {
  shape,
  machines: () => 0,
  // It is paid for by the calls.
  dollarsPerMonth: () => 0,
};
