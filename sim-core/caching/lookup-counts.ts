/** Hits and misses of one machine of a cache, or of all; those in warm-up are in the series only. */
export class LookupCounts {
  hits = 0;
  misses = 0;
  /** Hits that met an outdated copy. */
  staleHits = 0;
  /** Misses that waited for the fetch of another. */
  coalesced = 0;
  /** Share of hits in each bucket; null where nobody asked. */
  readonly hitRatioSeries: (number | null)[] = [];
  private hitsInBucket = 0;
  private missesInBucket = 0;

  hit(isMeasured: boolean, isStale: boolean): void {
    this.hitsInBucket++;
    if (!isMeasured) return;
    this.hits++;
    if (isStale) this.staleHits++;
  }

  miss(isMeasured: boolean): void {
    this.missesInBucket++;
    if (isMeasured) this.misses++;
  }

  /** Closes a bucket of the time series. */
  tick(): void {
    this.hitRatioSeries.push(shareOf(this.hitsInBucket, this.hitsInBucket + this.missesInBucket));
    this.hitsInBucket = this.missesInBucket = 0;
  }

  metrics(): LookupMetrics {
    const { hits, misses, staleHits } = this;
    return { hits, misses, hitRatio: shareOf(hits, hits + misses), staleRatio: shareOf(staleHits, hits) };
  }
}

/** What comes of looking for copies. */
export interface LookupMetrics {
  readonly hits: number;
  readonly misses: number;
  /** hits / (hits + misses). */
  readonly hitRatio: number | null;
  /** Share of the hits that met an outdated copy. */
  readonly staleRatio: number | null;
}

/** A share of a whole; null when there is nothing to share. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
