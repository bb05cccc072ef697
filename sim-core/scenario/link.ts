import { checkCalls } from './calls.ts';
import { type Check, flag, id, integer, label, number, object, optional } from './checks.ts';
import { distribution } from './distribution-schema.ts';
import type { Distribution } from './distribution.ts';
import type { Scenario } from './scenario.ts';
import { ScenarioError } from './scenario-error.ts';
import { positiveSeconds, probability } from './units.ts';

/** What lies between a node and one that it calls. */
export interface Link {
  readonly label?: string;
  /** Id of the node that calls. */
  readonly from: string;
  /** Id of the node that it calls. */
  readonly to: string;
  /** Time of a message one way, drawn anew for each; by default what the distance of the regions takes. */
  readonly latencySeconds?: Distribution;
  /** Added to the latency of each message, drawn anew. */
  readonly jitterSeconds?: Distribution;
  /** Bytes a second in each direction; one message after the other. No limit when left out. */
  readonly bandwidthBytesPerSecond?: number;
  /** Share of the packets (of 1,460 bytes) that get lost; default 0. */
  readonly lossProbability?: number;
  /** Wait before what is lost is sent again, doubled each time, seconds; default 0.2. */
  readonly retransmissionSeconds?: number;
  /** Times that a message is sent, at most; 1 to 15; default 6. */
  readonly maximumTries?: number;
  /** How connections are made and kept; when left out there is always one, at no cost. */
  readonly connection?: LinkConnection;
}

/** What it takes to have a connection. */
export interface LinkConnection {
  /** Round trips before the first request; 0 to 10; default 2, one for TCP and one for TLS 1.3. */
  readonly setUpRoundTrips?: number;
  /** Whether a connection serves further requests when its first is answered; default true. */
  readonly reuse?: boolean;
  /** An idle connection is closed after this, seconds; default 60. */
  readonly keepAliveSeconds?: number;
  /** Connections of one client (or of the node that calls) at once; the next request waits. Default 1,000,000. */
  readonly maximum?: number;
  /** Requests on one connection at once; default 1, as HTTP/1.1; more as HTTP/2. */
  readonly streams?: number;
}

export const link: Check<Link> = object({
  label,
  from: id,
  to: id,
  latencySeconds: optional(distribution),
  jitterSeconds: optional(distribution),
  bandwidthBytesPerSecond: optional(number({ minimum: 1, maximum: 1e12 })),
  lossProbability: optional(probability),
  retransmissionSeconds: optional(number({ minimum: 0.001, maximum: 60 })),
  maximumTries: optional(integer(1, 15)),
  connection: optional(
    object({
      setUpRoundTrips: optional(integer(0, 10)),
      reuse: optional(flag),
      keepAliveSeconds: optional(positiveSeconds),
      maximum: optional(integer(1, 1_000_000)),
      streams: optional(integer(1, 1000)),
    }),
  ),
});

/** Throws a ScenarioError where a link joins what does not call, or two links join the same. */
export function checkLinks(scenario: Scenario): void {
  const joined = new Map<string, string>();
  for (const [name, { from, to }] of Object.entries(scenario.links ?? {})) {
    checkCalls(scenario, { path: `links.${name}`, owner: `link "${name}"`, from, fromKey: 'from', to });
    const pair = `${from} ${to}`;
    const other = joined.get(pair);
    if (other !== undefined) {
      throw new ScenarioError(
        `links.${name}`,
        `link "${name}": it joins "${from}" to "${to}" as link "${other}" does; expected one link a pair`,
      );
    }
    joined.set(pair, name);
  }
}
