import { describe, expect, it } from 'vitest';
import { coefficientOfVariationOf, meanSecondsOf, RandomStream, type Distribution } from '#sim-core';
import {
  Popularity,
  portableGamma,
  samplerOf,
  standardExponential,
  standardNormal,
} from '../../random/index.ts';

const DRAWS = 200_000;

const distributions: readonly (readonly [Distribution, mean: number, coefficientOfVariation: number])[] = [
  [{ kind: 'deterministic', seconds: 0.25 }, 0.25, 0],
  [{ kind: 'exponential', meanSeconds: 0.1 }, 0.1, 1],
  [{ kind: 'uniform', minimumSeconds: 1, maximumSeconds: 3 }, 2, Math.sqrt(1 / 12)],
  [{ kind: 'lognormal', meanSeconds: 0.02, coefficientOfVariation: 0.7 }, 0.02, 0.7],
  [{ kind: 'erlang', meanSeconds: 5, shape: 4 }, 5, 0.5],
  [{ kind: 'hyperexponential', meanSeconds: 0.3, coefficientOfVariation: 2 }, 0.3, 2],
  [
    {
      kind: 'hyperexponential',
      phases: [
        { probability: 0.9, meanSeconds: 1 },
        { probability: 0.1, meanSeconds: 11 },
      ],
    },
    2,
    Math.sqrt((2 * (0.9 + 12.1)) / 4 - 1),
  ],
  [{ kind: 'sequence', seconds: [1, 2, 3, 2] }, 2, Math.sqrt(0.5) / 2],
  // Of shape 12, for the test of the variance wants its fourth moment to exist, and the variance of that.
  [{ kind: 'pareto', minimumSeconds: 1.1, shape: 12 }, 1.2, 1 / Math.sqrt(120)],
  [{ kind: 'weibull', meanSeconds: 2, shape: 1 }, 2, 1],
  // Γ(1 + 2/½) = 24 and Γ(1 + 1/½) = 2.
  [{ kind: 'weibull', meanSeconds: 0.4, shape: 0.5 }, 0.4, Math.sqrt(5)],
  [{ kind: 'weibull', meanSeconds: 1, shape: 2 }, 1, Math.sqrt(4 / Math.PI - 1)],
  [{ kind: 'empirical', seconds: [1, 2, 3, 2] }, 2, Math.sqrt(0.5) / 2],
  [
    {
      kind: 'quantiles',
      points: [
        { share: 0, seconds: 0 },
        { share: 0.5, seconds: 1 },
        { share: 1, seconds: 1 },
      ],
    },
    0.75,
    Math.sqrt(2 / 3 - 0.5625) / 0.75,
  ],
  [
    {
      kind: 'mixture',
      parts: [
        { probability: 0.75, distribution: { kind: 'deterministic', seconds: 1 } },
        { probability: 0.25, distribution: { kind: 'exponential', meanSeconds: 5 } },
      ],
    },
    2,
    Math.sqrt((0.75 + 0.25 * 50) / 4 - 1),
  ],
];

describe('distributions', () => {
  it.each(distributions)(
    '%j has mean %d and coefficient of variation %d',
    (distribution, mean, variation) => {
      expect(meanSecondsOf(distribution)).toBeCloseTo(mean, 12);
      expect(coefficientOfVariationOf(distribution)).toBeCloseTo(variation, 12);
      const values = drawn(distribution);
      const within = 5 * ((mean * variation) / Math.sqrt(DRAWS)) + 1e-12;
      expect(Math.abs(meanOf(values) - mean)).toBeLessThan(within);
      // The variance, by the spread of the squares themselves.
      const squares = values.map((value) => (value - mean) * (value - mean));
      const variance = mean * mean * variation * variation;
      const spread = Math.sqrt(meanOf(squares.map((square) => (square - variance) * (square - variance))));
      expect(Math.abs(meanOf(squares) - variance)).toBeLessThan(5 * (spread / Math.sqrt(DRAWS)) + 1e-12);
      expect(Math.min(...values.slice(0, 50_000))).toBeGreaterThanOrEqual(0);
    },
  );

  it.each([1.2, 1.7, 3.35])('a Pareto tail of shape %d falls as that power', (shape) => {
    const values = drawn({ kind: 'pareto', minimumSeconds: 3, shape });
    expect(Math.min(...values.slice(0, 50_000))).toBeGreaterThanOrEqual(3);
    for (const limit of [3.1, 4, 8, 30]) expectShare(values, (value) => value > limit, (3 / limit) ** shape);
  });

  it('has no variance for a Pareto tail of shape 2 or less', () => {
    const tail = { kind: 'pareto', minimumSeconds: 1, shape: 2 } as const;
    const mixed: Distribution = {
      kind: 'mixture',
      parts: [
        { probability: 0.9, distribution: { kind: 'exponential', meanSeconds: 1 } },
        { probability: 0.1, distribution: tail },
      ],
    };
    expect([meanSecondsOf(tail), meanSecondsOf(mixed)]).toEqual([2, 1.1]);
    expect([coefficientOfVariationOf(tail), coefficientOfVariationOf(mixed)]).toEqual([Infinity, Infinity]);
  });

  it.each([0.3, 1, 4])('a Weibull tail of shape %d is a stretched exponential', (shape) => {
    const values = drawn({ kind: 'weibull', meanSeconds: 2, shape });
    const scale = 2 / portableGamma(1 + 1 / shape);
    for (const limit of [0.1, 1, 3])
      expectShare(values, (value) => value > limit, Math.exp(-((limit / scale) ** shape)));
  });

  it('quantiles are those that were given, and even between them', () => {
    const points = [
      { share: 0, seconds: 0.01 },
      { share: 0.5, seconds: 0.02 },
      { share: 0.9, seconds: 0.02 },
      { share: 0.99, seconds: 0.3 },
      { share: 1, seconds: 2 },
    ];
    const values = drawn({ kind: 'quantiles', points });
    expectShare(values, (value) => value < 0.015, 0.25);
    expectShare(values, (value) => value < 0.02, 0.5);
    expectShare(values, (value) => value <= 0.02, 0.9);
    expectShare(values, (value) => value <= 0.3, 0.99);
    expectShare(values, (value) => value <= 1.15, 0.995);
    expect(Math.max(...values.slice(0, 50_000))).toBeLessThanOrEqual(2);
  });

  it('a mixture has the tails of its parts (the write delays of LNKD-SSD and YMMR in PBS)', () => {
    const mixed = (share: number, minimum: number, shape: number, rate: number): Distribution => ({
      kind: 'mixture',
      parts: [
        { probability: share, distribution: { kind: 'pareto', minimumSeconds: minimum, shape } },
        { probability: 1 - share, distribution: { kind: 'exponential', meanSeconds: 1 / rate } },
      ],
    });
    for (const [share, minimum, shape, rate] of [
      [0.9122, 0.235, 10, 1.66],
      [0.939, 3, 3.35, 0.0028],
    ] as const) {
      const values = drawn(mixed(share, minimum, shape, rate));
      for (const limit of [minimum * 1.1, minimum * 2, minimum * 10]) {
        const above = share * (minimum / limit) ** shape + (1 - share) * Math.exp(-rate * limit);
        expectShare(values, (value) => value > limit, above);
      }
    }
  });

  it('a sequence comes in order and starts again', () => {
    expect(drawn({ kind: 'sequence', seconds: [3, 1, 2] }, 7)).toEqual([3, 1, 2, 3, 1, 2, 3]);
  });

  it.each<Distribution>([
    { kind: 'lognormal', meanSeconds: 2, coefficientOfVariation: 0 },
    { kind: 'uniform', minimumSeconds: 2, maximumSeconds: 2 },
  ])('%j never varies', (distribution) => {
    for (const value of drawn(distribution, 100)) expect(value).toBeCloseTo(2, 14);
  });

  it('a mean of zero is no time at all', () => {
    expect(drawn({ kind: 'erlang', meanSeconds: 0, shape: 3 }, 3)).toEqual([0, 0, 0]);
    expect(coefficientOfVariationOf({ kind: 'exponential', meanSeconds: 0 })).toBe(0);
  });
});

describe('standardExponential', () => {
  const stream = new RandomStream(11, 'exponential');
  const values = Float64Array.from({ length: 400_000 }, () => standardExponential(stream)).sort();

  it.each([0.001, 0.1, 1, 3, 6, 7.69, 7.7, 9])('has the right share above %d', (limit) => {
    const share = Math.exp(-limit);
    const above = values.filter((value) => value > limit).length;
    const deviation = Math.sqrt(values.length * share * (1 - share));
    expect(Math.abs(above - values.length * share)).toBeLessThan(5 * deviation);
  });

  it('is nowhere far from its distribution function (Kolmogorov and Smirnov)', () => {
    const distance = values.reduce(
      (most, value, i) => Math.max(most, Math.abs(1 - Math.exp(-value) - (i + 0.5) / values.length)),
      0,
    );
    // Larger in one of a thousand samples.
    expect(distance * Math.sqrt(values.length)).toBeLessThan(1.95);
  });
});

describe('standardNormal', () => {
  it('has mean 0, variance 1, and the tails of a bell', () => {
    const stream = new RandomStream(12, 'normal');
    const values = Array.from({ length: DRAWS }, () => standardNormal(stream));
    expect(Math.abs(meanOf(values))).toBeLessThan(5 / Math.sqrt(DRAWS));
    expect(Math.abs(meanOf(values.map((x) => x * x)) - 1)).toBeLessThan(5 * Math.sqrt(2 / DRAWS));
    const beyond = values.filter((x) => Math.abs(x) > 1.959964).length;
    expect(Math.abs(beyond - DRAWS * 0.05)).toBeLessThan(5 * Math.sqrt(DRAWS * 0.05 * 0.95));
  });
});

describe('Popularity', () => {
  it.each([
    [1, 0],
    [7, 0],
    [10, 1],
    [1000, 1.2],
    [3, 5],
  ])('of %d things with Zipf exponent %d', (count, skew) => {
    const stream = new RandomStream(13, 'popularity');
    const popularity = new Popularity(count, skew);
    const seen = new Float64Array(count);
    for (let i = 0; i < DRAWS; i++) seen[popularity.draw(stream)]!++;
    const weights = Array.from({ length: count }, (_, i) => (i + 1) ** -skew);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    for (const rank of [0, 1, 2, count - 1].filter((each) => each < count)) {
      const share = weights[rank]! / total;
      const deviation = Math.sqrt(DRAWS * share * (1 - share)) + 1e-9;
      expect(Math.abs(seen[rank]! - DRAWS * share)).toBeLessThanOrEqual(5 * deviation);
    }
  });
});

function expectShare(values: readonly number[], counted: (value: number) => boolean, share: number): void {
  const deviation = Math.sqrt(values.length * share * (1 - share));
  const seen = values.filter(counted).length;
  expect(Math.abs(seen - values.length * share)).toBeLessThanOrEqual(4.5 * deviation + 1e-9);
}

function drawn(distribution: Distribution, count = DRAWS): number[] {
  const sampler = samplerOf(distribution, new RandomStream(10, JSON.stringify(distribution)));
  const values = new Float64Array(count);
  for (let i = 0; i < count; i++) sampler.drawInto(values, i);
  return Array.from(values);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
