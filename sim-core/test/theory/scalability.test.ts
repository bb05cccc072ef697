import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  amdahlSpeedup,
  uslFit,
  uslPeakWorkers,
  uslThroughputPerSecond,
  uslThroughputPerSecondCeiling,
  type ScalabilityPoint,
} from '#theory';
import {
  expectedList,
  expectedNumber,
  groundTruthOf,
  parameter,
  parameterList,
} from '../../../verify/ground-truth.ts';
import { always } from '../always.ts';

describe('Amdahl', () => {
  it('agrees with the law', () => {
    const truth = groundTruthOf('amdahl');
    parameterList(truth, 'n').forEach((workers, index) => {
      const speedup = amdahlSpeedup(parameter(truth, 'serial'), workers);
      expect(speedup).toBeCloseTo(expectedList(truth, 'S')[index]!, 9);
    });
  });

  it('has its limits and names what is out of range', () => {
    expect(amdahlSpeedup(0.05, Infinity)).toBeCloseTo(20, 12);
    expect(amdahlSpeedup(0, 8)).toBe(8);
    expect(amdahlSpeedup(1, 8)).toBe(1);
    expect(() => amdahlSpeedup(1.5, 8)).toThrow(
      new RangeError('Amdahl: serialRatio is 1.5; expected a number from 0 to 1'),
    );
    expect(() => amdahlSpeedup(0.5, 0)).toThrow(/workers is 0; expected a number above 0/);
  });
});

describe('Universal Scalability Law', () => {
  it('agrees with usl-exact', () => {
    const truth = groundTruthOf('usl-exact');
    const law = {
      throughputPerSecondOfOne: parameter(truth, 'gamma'),
      contentionRatio: parameter(truth, 'alpha'),
      coherencyRatio: parameter(truth, 'beta'),
    };
    parameterList(truth, 'n').forEach((workers, index) => {
      const published = expectedList(truth, 'X')[index]!;
      expect(Math.abs(uslThroughputPerSecond(law, workers) - published)).toBeLessThanOrEqual(5e-5);
    });
    expect(uslPeakWorkers(law)).toBeCloseTo(expectedNumber(truth, 'Nmax'), 12);
  });

  it('without coherency is Amdahl’s law', () => {
    const law = { throughputPerSecondOfOne: 3, contentionRatio: 0.1, coherencyRatio: 0 };
    expect(uslThroughputPerSecond(law, 32)).toBeCloseTo(3 * amdahlSpeedup(0.1, 32), 12);
    expect(uslPeakWorkers(law)).toBe(Infinity);
    expect(uslThroughputPerSecondCeiling(law)).toBeCloseTo(30, 12);
  });

  it('has its peak where it says', () => {
    const law = { throughputPerSecondOfOne: 90, contentionRatio: 0.03, coherencyRatio: 0.0001 };
    const peak = uslPeakWorkers(law);
    const top = uslThroughputPerSecond(law, peak);
    expect(uslThroughputPerSecond(law, peak * 0.98)).toBeLessThan(top);
    expect(uslThroughputPerSecond(law, peak * 1.02)).toBeLessThan(top);
  });
});

describe('fit of the Universal Scalability Law', () => {
  it('agrees with the fit of R’s usl on SPEC SDM91', () => {
    const truth = groundTruthOf('usl-specsdm91');
    const fit = uslFit(pointsOf(parameterList(truth, 'load'), parameterList(truth, 'throughput')));
    const readings = {
      alpha: fit.contentionRatio,
      beta: fit.coherencyRatio,
      gamma: fit.throughputPerSecondOfOne,
      peak_load: uslPeakWorkers(fit),
      peak_throughput: uslThroughputPerSecond(fit, uslPeakWorkers(fit)),
      amdahl_limit: uslThroughputPerSecondCeiling(fit),
    };
    for (const [key, value] of Object.entries(readings)) {
      // The published values have four digits.
      expect(Math.abs(value / expectedNumber(truth, key) - 1), key).toBeLessThan(6e-4);
    }
  });

  it('agrees with a second fitter on the ray tracer', () => {
    const truth = groundTruthOf('usl-raytracer');
    const points = pointsOf(parameterList(truth, 'processors'), parameterList(truth, 'throughput'));
    const fit = uslFit(points);
    const second = bySearch(points);
    expect(fit.squaredError).toBeLessThanOrEqual(second.squaredError * (1 + 1e-9));
    expect(fit.contentionRatio).toBeCloseTo(second.contentionRatio, 6);
    expect(fit.coherencyRatio).toBeCloseTo(second.coherencyRatio, 7);
    expect(fit.throughputPerSecondOfOne / second.throughputPerSecondOfOne).toBeCloseTo(1, 5);
  });

  it('finds the law that made the points', () => {
    const loads = [1, 2, 3, 5, 8, 13, 21, 34];
    const laws = fc.record({
      throughputPerSecondOfOne: fc.double({ min: 0.01, max: 1e6, noNaN: true }),
      contentionRatio: fc.double({ min: 0, max: 0.9, noNaN: true }),
      coherencyRatio: fc.double({ min: 0, max: 0.5, noNaN: true }),
    });
    always(
      fc.property(laws, (law) => {
        const fit = uslFit(
          pointsOf(
            loads,
            loads.map((workers) => uslThroughputPerSecond(law, workers)),
          ),
        );
        expect(fit.throughputPerSecondOfOne / law.throughputPerSecondOfOne).toBeCloseTo(1, 5);
        expect(fit.contentionRatio).toBeCloseTo(law.contentionRatio, 5);
        expect(fit.coherencyRatio).toBeCloseTo(law.coherencyRatio, 5);
      }),
      300,
    );
  });

  it('stays within the ranges of its coefficients', () => {
    // More than proportional: the best fit without bounds has negative contention.
    const superlinear = uslFit(pointsOf([1, 2, 4, 8], [10, 21, 44, 90]));
    expect(superlinear.contentionRatio).toBe(0);
    expect(superlinear.coherencyRatio).toBe(0);
    expect(superlinear.throughputPerSecondOfOne).toBeCloseTo(948 / 85, 9);
  });

  it('refuses too few points', () => {
    expect(() => uslFit(pointsOf([1, 2], [1, 2]))).toThrow(
      /number of points is 2; expected an integer from 3/,
    );
    expect(() => uslFit(pointsOf([1, 2, 2], [1, 2, 2]))).toThrow(/different numbers of workers is 2/);
    expect(() => uslFit(pointsOf([1, 2, 3], [0, 0, 0]))).toThrow(/largest throughputPerSecond is 0/);
  });
});

function pointsOf(loads: readonly number[], throughputs: readonly number[]): ScalabilityPoint[] {
  return loads.map((workers, index) => ({ workers, throughputPerSecond: throughputs[index]! }));
}

/** A slow fitter of another kind: contention and coherency by ever finer grids, the rate by its closed form. */
function bySearch(points: readonly ScalabilityPoint[]) {
  let best = {
    contentionRatio: 0.5,
    coherencyRatio: 0.05,
    throughputPerSecondOfOne: 0,
    squaredError: Infinity,
  };
  let [width, height] = [0.5, 0.05];
  for (let round = 0; round < 60; round++) {
    const { contentionRatio: alpha, coherencyRatio: beta } = best;
    for (let i = -10; i <= 10; i++) {
      for (let j = -10; j <= 10; j++) {
        const contentionRatio = Math.max(0, alpha + (i * width) / 10);
        const coherencyRatio = Math.max(0, beta + (j * height) / 10);
        const law = {
          throughputPerSecondOfOne: 1,
          contentionRatio: Math.min(1, contentionRatio),
          coherencyRatio,
        };
        const shapes = points.map(({ workers }) => uslThroughputPerSecond(law, workers));
        const product = shapes.reduce((sum, shape, at) => sum + shape * points[at]!.throughputPerSecond, 0);
        const throughputPerSecondOfOne = product / shapes.reduce((sum, shape) => sum + shape * shape, 0);
        const squaredError = shapes.reduce((sum, shape, at) => {
          return sum + (points[at]!.throughputPerSecond - shape * throughputPerSecondOfOne) ** 2;
        }, 0);
        if (squaredError < best.squaredError) best = { ...law, throughputPerSecondOfOne, squaredError };
      }
    }
    width *= 0.7;
    height *= 0.7;
  }
  return best;
}
