import { number, object, optional } from './checks.ts';

/**
 * What the parts of a system cost, dollars. All prices default to 0. A node may have a list
 * of its own: the prices in it stand for that node in place of the scenario's.
 */
export interface Prices {
  /** A machine of a service, a cache or a database. */
  readonly instanceDollarsPerMonth?: number;
  /** A core of such a machine, on top. */
  readonly coreDollarsPerMonth?: number;
  /** A gigabyte of a service's `memoryMegabytes`, on top. */
  readonly memoryGigabyteDollarsPerMonth?: number;
  /** A channel of a machine's disk at speed 1; a disk of twice the speed costs twice as much. */
  readonly diskChannelDollarsPerMonth?: number;
  /** Room for a thousand entries in a cache, an edge or a buffer pool. */
  readonly thousandEntriesDollarsPerMonth?: number;
  /** An instance of a load balancer. */
  readonly balancerDollarsPerMonth?: number;
  /** A gigabyte that lies in object storage. */
  readonly storedGigabyteDollarsPerMonth?: number;
  /** A gigabyte that a content delivery network or object storage sends to who asks. */
  readonly sentGigabyteDollars?: number;
  /** A million requests to a content delivery network, object storage or a queue. */
  readonly millionRequestsDollars?: number;
}

const dollars = optional(number({ minimum: 0, maximum: 1e9 }));

/** A list of prices, of a scenario or of one node. */
export const prices = optional(
  object({
    instanceDollarsPerMonth: dollars,
    coreDollarsPerMonth: dollars,
    memoryGigabyteDollarsPerMonth: dollars,
    diskChannelDollarsPerMonth: dollars,
    thousandEntriesDollarsPerMonth: dollars,
    balancerDollarsPerMonth: dollars,
    storedGigabyteDollarsPerMonth: dollars,
    sentGigabyteDollars: dollars,
    millionRequestsDollars: dollars,
  }),
);

/** So many machines with so many cores each. */
export function machinesDollarsPerMonth(
  instances: number,
  cores: number,
  { instanceDollarsPerMonth = 0, coreDollarsPerMonth = 0 }: Prices,
): number {
  return instances * (instanceDollarsPerMonth + cores * coreDollarsPerMonth);
}

/** Room for so many entries. */
export function entriesDollarsPerMonth(
  entries: number,
  { thousandEntriesDollarsPerMonth = 0 }: Prices,
): number {
  return (entries / 1000) * thousandEntriesDollarsPerMonth;
}
