import { describe, expect, it } from 'vitest';
import { hashRingImbalanceRatio, movedKeyRatio } from '#theory';
import { RandomStream } from '../../random/random-stream.ts';
import { expectedList, groundTruthOf, parameterList } from '../../../verify/ground-truth.ts';

describe('hash ring', () => {
  it('agrees with the table of Lamping and Veach', () => {
    // Their table is itself measured, once, on a thousand buckets.
    const truth = groundTruthOf('hash-ring-vnodes');
    parameterList(truth, 'points_per_bucket').forEach((points, index) => {
      const published = expectedList(truth, 'std_error')[index]!;
      expect(Math.abs(hashRingImbalanceRatio(1000, points) / published - 1)).toBeLessThan(0.005);
    });
  });

  it('is as uneven as rings made at random', () => {
    const [shards, points, rings] = [5, 3, 20_000];
    const random = new RandomStream(1, 'ring');
    let squares = 0;
    for (let ring = 0; ring < rings; ring++) {
      // By symmetry the parts of any `points` of the gaps between all points are as good as any other.
      const ends = Array.from({ length: shards * points }, () => random.nextUniform()).sort((a, b) => a - b);
      const part = ends[points]! - ends[0]!;
      squares += (part * shards - 1) ** 2;
    }
    expect(Math.sqrt(squares / rings) / hashRingImbalanceRatio(shards, points)).toBeCloseTo(1, 1);
  });

  it('moves the published share of keys', () => {
    const truth = groundTruthOf('hash-jump-movement');
    parameterList(truth, 'n').forEach((shards, index) => {
      expect(movedKeyRatio(shards, 'consistent')).toBeCloseTo(expectedList(truth, 'moved')[index]!, 15);
      const keys = Array.from({ length: shards * (shards + 1) }, (_, key) => key);
      const moved = keys.filter((key) => key % shards !== key % (shards + 1));
      expect(movedKeyRatio(shards, 'modulo')).toBeCloseTo(moved.length / keys.length, 12);
    });
  });

  it('names what is out of range', () => {
    expect(() => hashRingImbalanceRatio(0, 1)).toThrow(
      new RangeError('hash ring: shards is 0; expected an integer from 1 to 1000000'),
    );
    expect(hashRingImbalanceRatio(1, 1)).toBe(0);
  });
});
