import type { Distribution } from './distribution.ts';

/** When requests come: whatever the answers do, but for the closed workload. Rates are requests a second. */
export type Arrivals =
  /** Independent arrivals at a mean rate. */
  | { readonly kind: 'poisson'; readonly ratePerSecond: number }
  /** One arrival every 1/rate seconds, the first after one interval. */
  | { readonly kind: 'constant'; readonly ratePerSecond: number }
  /** Independent intervals of any distribution (the G of G/M/1). */
  | { readonly kind: 'renewal'; readonly intervalSeconds: Distribution }
  /** Arrival times as recorded, seconds, ascending; divided by `speed` (default 1). */
  | {
      readonly kind: 'recorded';
      readonly timesSeconds: readonly number[] | Float64Array;
      readonly speed?: number;
    }
  /** Calm and burst take turns, each for an exponential time; Poisson arrivals at a rate each. */
  | {
      readonly kind: 'bursty';
      /** 0 for silence between bursts. */
      readonly calmRatePerSecond: number;
      readonly burstRatePerSecond: number;
      readonly calmMeanSeconds: number;
      readonly burstMeanSeconds: number;
    }
  /** Poisson arrivals whose rate swings as a cosine between day and night. */
  | {
      readonly kind: 'daily-rhythm';
      /** Over a whole period. */
      readonly ratePerSecond: number;
      /** Rate at the peak over the mean rate, 1 (no rhythm) to 2 (silence at night). */
      readonly peakToMean: number;
      /** Length of a day; default 86,400. */
      readonly periodSeconds?: number;
      /** Time of a peak; default half a period. */
      readonly peakAtSeconds?: number;
    }
  /** Poisson arrivals at a base rate, and one rush that rises, holds and falls in straight lines. */
  | {
      readonly kind: 'flash-crowd';
      readonly baseRatePerSecond: number;
      readonly peakRatePerSecond: number;
      /** When the rate starts to rise. */
      readonly startSeconds: number;
      /** From the base rate to the peak; default 0, at once. */
      readonly rampUpSeconds?: number;
      /** At the peak. */
      readonly holdSeconds: number;
      /** From the peak back to the base rate; default 0, at once. */
      readonly decaySeconds?: number;
    }
  /** Poisson arrivals whose rate goes in straight lines from point to point, and stays at the last. */
  | {
      readonly kind: 'rate-curve';
      /** Times never go back; two points at one time are a jump. */
      readonly points: readonly { readonly seconds: number; readonly ratePerSecond: number }[];
    }
  /** So many people who think, ask, wait for the answer, and think again. */
  | {
      readonly kind: 'closed';
      /** An integer from 1 to 1,000,000. */
      readonly users: number;
      /** Between an answer and the next request of the same person. */
      readonly thinkTime: Distribution;
      /** Share of failed requests after which the person leaves for good; default 0. */
      readonly leaveProbability?: number;
    };

/** Which things requests ask for: keys are integers from 0, such as the numbers of articles. */
export type KeyPopularity =
  /** Each of so many keys as often as the next. */
  | { readonly kind: 'uniform'; readonly keys: number }
  /** Zipf's law: key k, from 0, in proportion to (k + 1)^−skew. */
  | { readonly kind: 'zipf'; readonly keys: number; readonly skew: number }
  /** Zipf's law at any moment, but which keys are the popular ones changes with time. */
  | {
      readonly kind: 'drifting';
      readonly keys: number;
      readonly skew: number;
      /** After this time half of the ranks belong to other keys. */
      readonly halfLifeSeconds: number;
    }
  /** The k-th request asks for the k-th of these; from the start again at the end. */
  | { readonly kind: 'recorded'; readonly keys: readonly number[] | Int32Array };
