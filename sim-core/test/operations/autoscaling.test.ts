import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Autoscaler, type AutoscalingRule } from '../../operations/autoscaling.ts';
import { always } from '../always.ts';

const plain: AutoscalingRule = {
  targetUtilisation: 0.5,
  minimumInstances: 1,
  maximumInstances: 1000,
  tolerance: 0,
  scaleDownStabilizationSeconds: 0,
};
const utilisations = fc.double({ min: 0, max: 1, noNaN: true });
const samples = fc.array(utilisations, { minLength: 1, maxLength: 120, size: 'max' });

describe('the number wanted', () => {
  it('is instances · utilisation / target, rounded up, within the limits', () => {
    const instances = fc.integer({ min: 1, max: 300 });
    const percent = fc.integer({ min: 0, max: 100 });
    always(
      fc.property(instances, percent, fc.integer({ min: 1, max: 100 }), (present, used, target) => {
        const autoscaler = new Autoscaler({
          ...plain,
          targetUtilisation: target / 100,
          maximumInstances: 400,
        });
        // In whole percents there is nothing to round.
        const wanted = Math.max(1, Math.min(400, Math.ceil((present * used) / target)));
        expect(autoscaler.decide(0, present, present, used / 100)).toBe(wanted);
      }),
      2000,
    );
  });

  it.each([
    // The examples of the Kubernetes documentation.
    [50, 0.9, 0.75, 60],
    [2, 0.8, 0.4, 4],
    [4, 0.2, 0.4, 2],
  ])('of %i at %f with target %f is %i', (present, used, targetUtilisation, wanted) => {
    expect(new Autoscaler({ ...plain, targetUtilisation }).decide(0, present, present, used)).toBe(wanted);
  });

  it.each([
    [0.55, 10],
    [0.56, 12],
    [0.45, 10],
    [0.44, 9],
  ])('at %f, target 0.5 and the usual tolerance, 10 become %i', (used, wanted) => {
    expect(new Autoscaler({ ...plain, tolerance: 0.1 }).decide(0, 10, 10, used)).toBe(wanted);
  });

  it('counts those that start as idle, so that it does not ask for them twice', () => {
    const decide = (ready: number, used: number): number => new Autoscaler(plain).decide(0, 10, ready, used);
    expect([decide(4, 1), decide(5, 1), decide(6, 1)]).toEqual([10, 10, 12]);
    expect(decide(0, 0)).toBe(10);
    // Of ten, eight at 0.65625 do the work of 10.5 at the target: within the tolerance, once all are there.
    const [exact, tolerant] = [0, 0.1].map((tolerance) => new Autoscaler({ ...plain, tolerance }));
    expect([exact!.decide(0, 10, 8, 0.65625), tolerant!.decide(0, 10, 8, 0.65625)]).toEqual([11, 10]);
  });
});

describe('stabilization', () => {
  it('shrinks to the most wanted in the window, grows to the least wanted in its own', () => {
    const windows = fc.record({ up: fc.nat(10), down: fc.nat(40) });
    always(
      fc.property(samples, windows, (all, { up, down }) => {
        const rule = {
          ...plain,
          intervalSeconds: 10,
          scaleUpStabilizationSeconds: up * 10,
          scaleDownStabilizationSeconds: down * 10,
        };
        const autoscaler = new Autoscaler(rule);
        const alone = new Autoscaler(plain);
        const wanted: number[] = [];
        let present = 10;
        all.forEach((used, i) => {
          wanted.push(Math.ceil(present * (used / 0.5) - 1e-9));
          const [least, most] = [Math.min(...last(wanted, up)), Math.max(...last(wanted, down))];
          const next = Math.min(Math.max(present, least), Math.max(most, least));
          const decided = autoscaler.decide(i * 10, present, present, used);
          expect(decided).toBe(Math.max(1, Math.min(1000, next)));
          if (up + down === 0) expect(decided).toBe(alone.decide(i * 10, present, present, used));
          present = decided;
        });
      }),
      300,
    );
  });

  it('keeps its machines through a dip shorter than five minutes', () => {
    const { scaleDownStabilizationSeconds: _, ...usual } = plain;
    const autoscaler = new Autoscaler(usual);
    expect(autoscaler.decide(0, 10, 10, 0.5)).toBe(10);
    for (let now = 15; now < 300; now += 15) expect(autoscaler.decide(now, 10, 10, 0.1)).toBe(10);
    expect(autoscaler.decide(300, 10, 10, 0.1)).toBe(2);
  });
});

it('rests after a change before it makes another in the same direction', () => {
  const rule = { ...plain, scaleUpCooldownSeconds: 60, scaleDownCooldownSeconds: 100 };
  const autoscaler = new Autoscaler(rule);
  const decided = [0, 15, 45, 60, 75, 90, 150, 175].map((now, i) =>
    autoscaler.decide(now, 10, 10, i < 4 ? 1 : 0.25),
  );
  expect(decided).toEqual([20, 10, 10, 20, 5, 10, 10, 5]);
});

describe('with the service that it scales', () => {
  const works = fc.double({ min: 0.1, max: 400, noNaN: true });
  const tolerance = fc.constantFrom(0, 0.05, 0.1, 0.3);

  it('finds the number for a constant load, from one side, and stays', () => {
    always(
      fc.property(works, tolerance, fc.integer({ min: 1, max: 900 }), (work, slack, start) => {
        const autoscaler = new Autoscaler({ ...plain, tolerance: slack });
        let present = start;
        const path = [start];
        for (let i = 0; i < 30; i++) {
          present = autoscaler.decide(i * 15, present, present, Math.min(1, work / present));
          path.push(present);
        }
        const enough = Math.max(1, Math.ceil(work / 0.5 - 1e-9));
        const off = Math.abs(work / present / 0.5 - 1);
        expect(present === enough || off <= slack + 1e-9).toBe(true);
        const steps = path.slice(1).map((each, i) => Math.sign(each - path[i]!));
        expect(steps.includes(1) && steps.includes(-1)).toBe(false);
      }),
      500,
    );
  });

  it('does not overshoot while machines start', () => {
    always(
      fc.property(works, fc.integer({ min: 0, max: 8 }), (work, startIntervals) => {
        const autoscaler = new Autoscaler({ ...plain, tolerance: 0.1 });
        const planned = [1];
        for (let i = 0; i < 120; i++) {
          const present = planned.at(-1)!;
          const ready = Math.min(present, planned[Math.max(0, planned.length - 1 - startIntervals)]!);
          planned.push(autoscaler.decide(i * 15, present, ready, Math.min(1, work / ready)));
        }
        const enough = Math.max(1, Math.ceil(work / 0.5 - 1e-9));
        expect(Math.max(...planned)).toBeLessThanOrEqual(enough);
        expect(planned.at(-1)! * 1.1).toBeGreaterThanOrEqual(Math.min(enough, work / 0.5) - 1e-6);
      }),
      300,
    );
  });
});

it('never leaves its limits', () => {
  always(
    fc.property(samples, fc.integer({ min: 1, max: 9 }), fc.nat(9), (all, minimumInstances, more) => {
      const maximumInstances = minimumInstances + more;
      const autoscaler = new Autoscaler({ targetUtilisation: 0.6, minimumInstances, maximumInstances });
      let present = 5;
      all.forEach((used, i) => {
        present = autoscaler.decide(i * 15, present, present, used);
        expect(present).toBeGreaterThanOrEqual(minimumInstances);
        expect(present).toBeLessThanOrEqual(maximumInstances);
      });
    }),
  );
});

it.each<[Partial<AutoscalingRule>, string]>([
  [{ targetUtilisation: 0 }, 'targetUtilisation is 0; expected a number above 0 to 1'],
  [{ minimumInstances: 0 }, 'minimumInstances is 0; expected an integer from 1 to 10000'],
  [
    { minimumInstances: 5, maximumInstances: 4 },
    'maximumInstances is 4; expected an integer from 5 to 10000',
  ],
  [{ intervalSeconds: 0 }, 'intervalSeconds is 0; expected a number above 0'],
  [{ tolerance: -1 }, 'tolerance is -1; expected a number from 0'],
  [
    { intervalSeconds: 0.001 },
    'samples in the stabilization window is 300001; expected an integer from 1 to 100000',
  ],
])('refuses %j', (part, message) => {
  const { scaleDownStabilizationSeconds: _, ...usual } = plain;
  expect(() => new Autoscaler({ ...usual, ...part })).toThrow(new RangeError(`autoscaler: ${message}`));
});

/** The last so many intervals and the present sample. */
function last(wanted: readonly number[], intervals: number): readonly number[] {
  return wanted.slice(-Math.max(1, intervals));
}
