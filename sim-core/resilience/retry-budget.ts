import { requireNotNegative } from '../theory/range.ts';
import { TokenBucket } from './token-bucket.ts';

/** How many retries a client may add to its requests. */
export interface RetryBudgetRule {
  /** Retries that each first attempt pays for. From 0; 0.2, one in five, unless given. */
  readonly retryRatio?: number;
  /** Retries a second allowed whatever the traffic. From 0; 10 unless given. */
  readonly minimumRetriesPerSecond?: number;
  /** The most retries that can be saved up. From 1; 100 unless given. */
  readonly burstRetries?: number;
}

/**
 * Limits the share of traffic that is retries, so that they cannot multiply an outage.
 * A token bucket: it starts full, each first attempt puts in `retryRatio` of a token, time
 * puts in the minimum rate, each retry takes one token or is not made. Over any window
 *
 *     retries ≤ burst + ratio · first attempts + minimum rate · seconds.
 *
 * Defaults are those of Finagle's RetryBudget, whose tokens also expire after ten seconds;
 * here the brim does that work. gRPC pays by successes and Envoy limits retries by the
 * requests in flight: other rules of the same kind. Lesson: Other people’s services.
 * Source: Finagle's documentation, 'Retries'; Beyer et al., Site Reliability Engineering
 * (2016), chapter 22, 'Addressing Cascading Failures'.
 */
export class RetryBudget {
  declare private readonly retryRatio: number;
  declare private readonly bucket: TokenBucket;

  constructor({ retryRatio = 0.2, minimumRetriesPerSecond = 10, burstRetries = 100 }: RetryBudgetRule) {
    requireNotNegative('retry budget', 'retryRatio', retryRatio);
    this.retryRatio = retryRatio;
    this.bucket = new TokenBucket(minimumRetriesPerSecond, burstRetries);
  }

  /** To be told of each first attempt, not of retries. */
  firstAttempt(): void {
    this.bucket.add(this.retryRatio);
  }

  /**
   * Pays for a retry; says whether it may be made.
   * @param now seconds, never earlier than in the call before
   */
  tryRetry(now: number): boolean {
    return this.bucket.tryTake(now);
  }

  /** Retries that could be made at this moment. */
  balanceAt(now: number): number {
    return this.bucket.tokensAt(now);
  }
}
