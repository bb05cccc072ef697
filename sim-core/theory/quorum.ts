import { portablePower } from '../random/index.ts';
import { requireInteger } from './range.ts';

/** A replicated database that answers as soon as some of its replicas have. */
export interface Quorums {
  /** N, copies of each value, an integer from 1 to 1,000. */
  readonly replicas: number;
  /** R, replicas whose answer a read waits for, an integer from 1 to N. */
  readonly readQuorum: number;
  /** W, replicas whose receipt a write waits for, an integer from 1 to N. */
  readonly writeQuorum: number;
}

const MODEL = 'quorum';

/**
 * True when every read meets every write that was answered before it: R + W > N. Lesson: read
 * replicas.
 * @throws RangeError when a number is out of range.
 * Source: Gifford, Weighted Voting for Replicated Data, 1979.
 */
export function quorumsOverlap(quorums: Quorums): boolean {
  requireQuorums(quorums);
  return quorums.readQuorum + quorums.writeQuorum > quorums.replicas;
}

/**
 * Probability that a read asks none of the W replicas that hold a write:
 * C(N − W, R) / C(N, R), both chosen at random and nothing passed on meanwhile.
 * @returns a probability from 0 to below 1; 0 when the quorums overlap.
 * @throws RangeError when a number is out of range.
 * Source: Bailis et al., Probabilistically Bounded Staleness for Practical Partial Quorums,
 * VLDB 2012, section 3.
 */
export function quorumMissProbability(quorums: Quorums): number {
  requireQuorums(quorums);
  const { replicas, readQuorum, writeQuorum } = quorums;
  let miss = 1;
  for (let asked = 0; asked < readQuorum; asked++) {
    miss *= Math.max(0, replicas - writeQuorum - asked) / (replicas - asked);
  }
  return miss;
}

/**
 * k-staleness: the probability that a read returns none of the k latest versions, the miss
 * to the power of k. An upper bound for a real system, which passes writes on in the
 * background.
 * @param versions k, an integer from 1 to 1,000,000.
 * @throws RangeError when a number is out of range.
 * Source: as above.
 */
export function quorumStaleProbability(quorums: Quorums, versions: number): number {
  requireInteger(MODEL, 'versions', versions, 1, 1_000_000);
  return portablePower(quorumMissProbability(quorums), versions);
}

function requireQuorums({ replicas, readQuorum, writeQuorum }: Quorums): void {
  requireInteger(MODEL, 'replicas', replicas, 1, 1000);
  requireInteger(MODEL, 'readQuorum', readQuorum, 1, replicas);
  requireInteger(MODEL, 'writeQuorum', writeQuorum, 1, replicas);
}
