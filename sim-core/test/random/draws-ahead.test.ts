import { describe, expect, it } from 'vitest';
import { DrawsAhead, RandomStream, samplerOf } from '../../random/index.ts';
import type { Distribution } from '../../scenario/distribution.ts';

const distributions: readonly Distribution[] = [
  { kind: 'exponential', meanSeconds: 0.3 },
  { kind: 'lognormal', meanSeconds: 2, coefficientOfVariation: 1.5 },
  {
    kind: 'mixture',
    parts: [
      { probability: 0.25, distribution: { kind: 'exponential', meanSeconds: 1 } },
      { probability: 0.75, distribution: { kind: 'sequence', seconds: [1, 2, 3] } },
    ],
  },
];

describe('DrawsAhead', () => {
  // Long enough for the rare ways through the ziggurat.
  it.each(distributions)('draws the numbers that come one by one: $kind', (distribution) => {
    const ahead = new DrawsAhead(distribution, new RandomStream(7, 'draws'));
    const sampler = samplerOf(distribution, new RandomStream(7, 'draws'));
    const drawn = new Float64Array(1);
    let different = 0;
    for (let i = 0; i < 1_000_000; i++) {
      sampler.drawInto(drawn, 0);
      if (ahead.next() !== drawn[0]) different++;
    }
    expect(different).toBe(0);
  });
});
