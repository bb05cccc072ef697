import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  downtimeSeconds,
  parallelAvailability,
  quorumAvailability,
  repairedAvailability,
  serialAvailability,
} from '#theory';
import {
  expectedList,
  expectedNumber,
  groundTruthOf,
  parameter,
  parameterList,
} from '../../../verify/ground-truth.ts';
import { always } from '../always.ts';

const equalParts = (availability: number, count: number) => new Array<number>(count).fill(availability);

describe('availability', () => {
  it.each([
    ['avail-serial', serialAvailability],
    ['avail-parallel', parallelAvailability],
  ] as const)('agrees with %s', (id, availabilityOf) => {
    const truth = groundTruthOf(id);
    parameterList(truth, 'n').forEach((count, index) => {
      const availability = availabilityOf(equalParts(parameter(truth, 'a'), count));
      expect(availability).toBeCloseTo(expectedList(truth, 'A')[index]!, 14);
    });
  });

  it('agrees with avail-kofn', () => {
    const truth = groundTruthOf('avail-kofn');
    const parts = equalParts(parameter(truth, 'a'), parameter(truth, 'n'));
    expect(quorumAvailability(parts, parameter(truth, 'k'))).toBeCloseTo(expectedNumber(truth, 'A'), 14);
  });

  it('agrees with avail-mtbf', () => {
    const truth = groundTruthOf('avail-mtbf');
    const availability = repairedAvailability(parameter(truth, 'mtbf'), parameter(truth, 'mttr'));
    expect(availability).toBeCloseTo(expectedNumber(truth, 'A'), 15);
  });

  it('of k parts is a sum over everything that can be up', () => {
    const parts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 });
    always(
      fc.property(parts, fc.nat(8), (each, wanted) => {
        const needed = Math.min(wanted, each.length);
        let sum = 0;
        for (let up = 0; up < 1 << each.length; up++) {
          const isUp = each.map((_, index) => ((up >> index) & 1) === 1);
          if (isUp.filter(Boolean).length < needed) continue;
          sum += each.reduce((product, part, index) => product * (isUp[index]! ? part : 1 - part), 1);
        }
        expect(quorumAvailability(each, needed)).toBeCloseTo(sum, 12);
        expect(quorumAvailability(each, each.length)).toBeCloseTo(serialAvailability(each), 12);
        if (each.length > 0) expect(quorumAvailability(each, 1)).toBeCloseTo(parallelAvailability(each), 12);
      }),
    );
  });

  it('leaves the known time without service', () => {
    expect(downtimeSeconds(0.999, 30 * 24 * 3600)).toBeCloseTo(43.2 * 60, 8);
    expect(repairedAvailability(5, 0)).toBe(1);
  });

  it('names what is out of range', () => {
    expect(() => serialAvailability([0.9, 1.1])).toThrow(
      new RangeError('availability: part 1 is 1.1; expected a number from 0 to 1'),
    );
    expect(() => quorumAvailability([0.9], 2)).toThrow(/needed is 2; expected an integer from 0 to 1/);
    expect(() => repairedAvailability(0, 1)).toThrow(/betweenFailuresSecondsMean is 0/);
  });
});
