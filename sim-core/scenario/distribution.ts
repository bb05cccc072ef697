/** A distribution of a time, in seconds. Draws of it are independent, but for `sequence`. */
export type Distribution = SimpleDistribution | MixtureDistribution;

/** One of several distributions, chosen anew for each draw. */
export interface MixtureDistribution {
  readonly kind: 'mixture';
  /** 1 to 20 parts whose probabilities add up to 1; no part is a mixture itself. */
  readonly parts: readonly { readonly probability: number; readonly distribution: SimpleDistribution }[];
}

export type SimpleDistribution =
  | { readonly kind: 'deterministic'; readonly seconds: number }
  | { readonly kind: 'exponential'; readonly meanSeconds: number }
  | { readonly kind: 'uniform'; readonly minimumSeconds: number; readonly maximumSeconds: number }
  /** `coefficientOfVariation` is the standard deviation divided by the mean. */
  | { readonly kind: 'lognormal'; readonly meanSeconds: number; readonly coefficientOfVariation: number }
  /** Sum of `shape` equal exponential phases: less variable than one (1/√shape). */
  | { readonly kind: 'erlang'; readonly meanSeconds: number; readonly shape: number }
  /** A mix of exponentials, more variable than one: two phases of balanced means. */
  | {
      readonly kind: 'hyperexponential';
      readonly meanSeconds: number;
      readonly coefficientOfVariation: number;
    }
  /** The same with its phases spelled out. */
  | {
      readonly kind: 'hyperexponential';
      readonly phases: readonly { readonly probability: number; readonly meanSeconds: number }[];
    }
  /** Longer than t with probability (minimumSeconds/t)^shape: a tail that falls as a power. `shape` is above 1. */
  | { readonly kind: 'pareto'; readonly minimumSeconds: number; readonly shape: number }
  /** A stretched exponential for a `shape` below 1 (heavier tail), a lighter tail above 1; 1 is exponential. */
  | { readonly kind: 'weibull'; readonly meanSeconds: number; readonly shape: number }
  /** Any of these values, each as likely as the next: measured times, drawn with replacement. */
  | { readonly kind: 'empirical'; readonly seconds: readonly number[] }
  /** As known from a dashboard: this share is below so many seconds, and even between two points. */
  | {
      readonly kind: 'quantiles';
      readonly points: readonly { readonly share: number; readonly seconds: number }[];
    }
  /** These values in this order, from the start again at the end. */
  | { readonly kind: 'sequence'; readonly seconds: readonly number[] };
