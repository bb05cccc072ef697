import { integer, label, literal, number, object, optional } from '../checks.ts';
import { distribution } from '../distribution-schema.ts';
import type { Distribution } from '../distribution.ts';
import { type Prices, prices } from '../prices.ts';
import { inRegion } from '../regions.ts';
import { positiveRatePerSecond, positiveSeconds, probability } from '../units.ts';
import type { NodeKindDefinition } from './node-kind.ts';

/** Somebody else's storage of whole objects: as large as one likes, slow to begin, hard to lose. */
export interface ObjectStorageNode {
  readonly kind: 'object-storage';
  readonly label?: string;
  /** Where it stands: id of a region. */
  readonly region?: string;
  /** From a request until the first byte of the answer. */
  readonly firstByteTime: Distribution;
  /** Of one request, bytes a second; default 100,000,000. */
  readonly bytesPerSecond?: number;
  /** Share of the requests that fail; default 0. */
  readonly errorRatio?: number;
  /** Requests a second that each prefix takes, on average; default no limit. */
  readonly requestsPerSecond?: number;
  /** Parts of the keys that have a limit each; 1 to 10,000; default 1. */
  readonly prefixes?: number;
  /** Of each object, on disks of their own; 1 to 10; default 3. */
  readonly copies?: number;
  /** Of one disk, on average: −ln(1 − s) where the share s of them fails within a year; default 0.02. */
  readonly diskFailuresPerYear?: number;
  /** Until a lost copy is made again, seconds; default 3,600. */
  readonly repairSeconds?: number;
  /** What lies there, for the bill; 0 to 1,000,000,000 gigabytes; default 0. */
  readonly storedGigabytes?: number;
  /** What its parts cost where that differs from the scenario's prices. */
  readonly prices?: Prices;
}

export const objectStorage: NodeKindDefinition<ObjectStorageNode> = {
  shape: object({
    kind: literal('object-storage'),
    label,
    region: inRegion,
    firstByteTime: distribution,
    bytesPerSecond: optional(number({ minimum: 1, maximum: 1e12 })),
    errorRatio: optional(probability),
    requestsPerSecond: optional(positiveRatePerSecond),
    prefixes: optional(integer(1, 10_000)),
    copies: optional(integer(1, 10)),
    diskFailuresPerYear: optional(number({ minimum: 0, maximum: 1000, above: true })),
    repairSeconds: optional(positiveSeconds),
    storedGigabytes: optional(number({ minimum: 0, maximum: 1e9 })),
    prices,
  }),
  machines: () => 0,
  dollarsPerMonth: ({ storedGigabytes = 0 }, { storedGigabyteDollarsPerMonth = 0 }) =>
    storedGigabytes * storedGigabyteDollarsPerMonth,
};
