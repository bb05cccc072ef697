import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../random/index.ts';
import { ZipfRanks } from '../../random/zipf-ranks.ts';
import { chiSquare, zipfShares } from './shares.ts';

describe('ZipfRanks', () => {
  it.each([
    [1, 1],
    [2, 0],
    [10, 1],
    [1000, 0.8],
    [1000, 1 - 1e-9],
    [1000, 1 + 1e-9],
    [1000, 0.999],
    [50, 5],
    [100_000, 1.2],
    [10_000_000, 0],
    [10_000_000, 0.64],
    [10_000_000, 1],
    [10_000_000, 2],
  ])('of %d things with exponent %d come in their shares (chi-square)', (count, skew) => {
    const stream = new RandomStream(21, `zipf ${count} ${skew}`);
    const ranks = new ZipfRanks(count, skew);
    const { shares, groupOf } = zipfShares(count, skew);
    const seen = new Float64Array(shares.length);
    for (let i = 0; i < 300_000; i++) {
      const rank = ranks.draw(stream);
      if (!(Number.isInteger(rank) && rank >= 0 && rank < count)) expect.fail(`rank ${rank}`);
      seen[groupOf(rank)]!++;
    }
    const { statistic, degrees } = chiSquare(seen, shares);
    expect(statistic).toBeLessThan(degrees + 4 * Math.sqrt(2 * degrees) + 8);
  });
});
