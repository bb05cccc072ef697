import { describe, expect, it } from 'vitest';
import type { Scenario } from '#sim-core';
import { isGuessFor, plainAnswer, verdict } from '../prediction.ts';
import type { BarsPrediction, ChoicePrediction, CurvePrediction, NumberPrediction } from '../prediction.ts';
import { truthOf } from '../truth.ts';

const rate = 'nodes.users.arrivals.ratePerSecond';
const scenario: Scenario = {
  version: 1,
  durationSeconds: 200,
  warmUpSeconds: 10,
  nodes: {
    users: { kind: 'users', target: 'server', arrivals: { kind: 'poisson', ratePerSecond: 50 } },
    server: { kind: 'service', serviceTime: { kind: 'exponential', meanSeconds: 0.01 } },
  },
};
const shared = {
  id: 'test/guess',
  question: 'How long?',
  scenario,
  metric: 'overall.latencySecondsMean',
} as const;

const lowest: ChoicePrediction = {
  ...shared,
  kind: 'choice',
  right: 'lowest',
  as: 'seconds',
  options: [
    { value: 'busy', label: 'busy', set: { [rate]: 90 } },
    { value: 'idle', label: 'idle', set: { [rate]: 10 } },
  ],
};
const nearest: ChoicePrediction = {
  ...shared,
  kind: 'choice',
  right: 'nearest',
  as: 'number',
  set: { [rate]: 90 },
  timesThatOf: {},
  options: [
    { value: 'two', label: 'twice', about: 2 },
    { value: 'five', label: 'five times', about: 5 },
    { value: 'twenty', label: 'twenty times', about: 20 },
  ],
};
const number: NumberPrediction = {
  ...shared,
  kind: 'number',
  as: 'seconds',
  label: 'mean',
  minimum: 0.01,
  maximum: 1,
  step: 0.01,
  start: 0.01,
};
const curve: CurvePrediction = {
  ...shared,
  kind: 'curve',
  as: 'seconds',
  along: { path: rate, label: 'requests a second', as: 'count', values: [10, 50, 90] },
  label: 'mean',
  minimum: 0,
  maximum: 0.2,
  step: 0.01,
};

const bars: BarsPrediction = {
  kind: 'bars',
  id: 'test/bars',
  question: 'How much?',
  scenario,
  as: 'ratio',
  label: 'share',
  bars: [
    { label: 'answered', metric: 'overall.served', per: 'overall.arrived' },
    { label: 'busy at ninety', metric: 'nodes.server.utilisation', set: { [rate]: 90 } },
  ],
  minimum: 0,
  maximum: 1,
  step: 0.05,
};

describe('truthOf', () => {
  it('runs each option and takes the extreme', () => {
    const truth = truthOf(lowest);
    expect(truth.option).toBe('idle');
    expect(truth.byOption?.busy).toBeGreaterThan(truth.byOption?.idle ?? Infinity);
    expect(truthOf({ ...lowest, right: 'highest' }).option).toBe('busy');
  });

  it('takes the option nearest in proportion', () => {
    const truth = truthOf(nearest);
    expect(truth.option).toBe('five');
    expect(truth.values[0]).toBeGreaterThan(3);
  });

  it('measures a number and a whole curve', () => {
    expect(truthOf(number).values[0]).toBeCloseTo(0.02, 2);
    const [low, middle, high] = truthOf(curve).values;
    expect(low).toBeLessThan(middle!);
    expect(middle).toBeLessThan(high!);
  });
});

describe('truthOf off the scale', () => {
  it.each<[NumberPrediction | CurvePrediction | BarsPrediction, string]>([
    [number, 'the truth is'],
    [curve, 'the truth at 50 is'],
    [bars, 'the truth for "answered" is'],
  ])('refuses a scale that does not hold the truth: %#', (prediction, where) => {
    expect(() => truthOf({ ...prediction, maximum: 0.015 })).toThrow(
      new RegExp(
        `^prediction "test/\\w+": ${where} [\\d.]+; expected within minimum 0(\\.01)? and maximum 0\\.015$`,
      ),
    );
  });
});

describe('truthOf bars', () => {
  it('measures each, as a share of another number where one is given', () => {
    const [answered, busy] = truthOf(bars).values;
    expect(answered).toBeGreaterThan(0.99);
    expect(answered).toBeLessThanOrEqual(1);
    expect(busy).toBeGreaterThan(0.8);
    expect(busy).toBeLessThan(1);
  });

  it('stops at a number that is not in the result', () => {
    const wrong = { ...bars, bars: [{ label: 'x', metric: 'overall.nothing' }] };
    expect(() => truthOf(wrong)).toThrow('overall.nothing');
  });
});

describe('verdict', () => {
  it.each([
    [
      lowest,
      { option: 'idle', values: [0.011] },
      'idle',
      'You were right: “idle”. In the simulation it is 11 ms.',
    ],
    [
      lowest,
      { option: 'idle', values: [0.011] },
      'busy',
      'You said “busy”. The simulation says “idle”: 11 ms.',
    ],
    [
      nearest,
      { option: 'five', values: [4.9] },
      'two',
      'You said “twice”. The simulation says “five times”: 4.9 times as much.',
    ],
    [number, { values: [0.2] }, 0.02, 'You said 20 ms. The simulation says 200 ms: 10 times as much.'],
    [
      number,
      { values: [0.2] },
      0.5,
      'You said 500 ms. The simulation says 200 ms: your guess is 2.5 times too high.',
    ],
    [number, { values: [0.021] }, 0.02, 'You said 20 ms. The simulation says 21 ms: close.'],
    [
      curve,
      { values: [0.01, 0.02, 0.3] },
      [0.01, 0.02, 0.04],
      'Farthest apart at 90: you drew 40 ms and the simulation says 300 ms.',
    ],
    [
      bars,
      { values: [1, 0.9] },
      [1, 0.5],
      'Farthest apart for “busy at ninety”: you said 50 % and the simulation says 90 %.',
    ],
    [
      bars,
      { values: [1, 0.9] },
      [1, 0.88],
      'All your bars are right; even for “busy at ninety” you said 88 % and the simulation says 90 %.',
    ],
  ] as const)('%#', (prediction, truth, guess, sentence) => {
    expect(verdict(prediction, truth, guess).replaceAll('\u00a0', ' ')).toBe(sentence);
  });

  it('gives the answer alone to those who cannot play', () => {
    expect(plainAnswer(lowest, { option: 'idle', values: [0.011] })).toContain('“idle”: 11');
    expect(plainAnswer(curve, { values: [0.01, 0.02, 0.3] })).toContain('90: 300');
  });
});

describe('isGuessFor', () => {
  it.each([
    [lowest, 'idle', true],
    [lowest, 'gone', false],
    [number, 0.5, true],
    [number, 'idle', false],
    [curve, [0, 0, 0], true],
    [curve, [0, 0], false],
    [curve, undefined, false],
    [bars, [0.5, 1], true],
    [bars, [0.5], false],
  ])('%#', (prediction, guess, fits) => {
    expect(isGuessFor(prediction, guess)).toBe(fits);
  });
});
