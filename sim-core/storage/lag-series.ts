import type { Replication } from './replication.ts';

/** How far copies lagged behind over time, a mean a bucket. */
export class LagSeries {
  /** Null where no write got to a copy in the bucket. */
  readonly means: (number | null)[] = [];
  readonly #replication: Replication;
  #secondsBefore = 0;
  #lagsBefore = 0;

  constructor(replication: Replication) {
    this.#replication = replication;
  }

  /** Closes a bucket of the time series. */
  tick(): void {
    const { lagSeconds, lags } = this.#replication;
    const count = lags - this.#lagsBefore;
    this.means.push(count === 0 ? null : Math.max(0, lagSeconds - this.#secondsBefore) / count);
    this.#secondsBefore = lagSeconds;
    this.#lagsBefore = lags;
  }
}
