import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IdempotencyKeys } from '../../resilience/idempotency-keys.ts';
import { always } from '../always.ts';

const steps = fc.array(
  fc.record({
    key: fc.oneof(fc.nat(12), fc.constantFrom(2 ** 31 - 1, 1 << 20)),
    gap: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 2, noNaN: true })),
    takesBack: fc.boolean(),
  }),
  { maxLength: 250, size: 'max' },
);

describe('IdempotencyKeys', () => {
  it('remembers what a list of claims by age would', () => {
    const retention = fc.oneof(fc.constant(Infinity), fc.double({ min: 0.1, max: 20, noNaN: true }));
    always(
      fc.property(steps, fc.integer({ min: 1, max: 10 }), retention, (all, capacity, retentionSeconds) => {
        const keys = new IdempotencyKeys(capacity, retentionSeconds);
        // A claim that was taken back keeps its place until it would have been forgotten.
        let claims: { key: number; at: number; valid: boolean }[] = [];
        let now = 0;
        for (const { key, gap, takesBack } of all) {
          now += gap;
          const held = claims.find((claim) => claim.key === key && claim.valid);
          if (takesBack) {
            keys.takeBack(key);
            if (held) held.valid = false;
            continue;
          }
          claims = claims.filter(({ at }) => now - at < retentionSeconds);
          const isNew = !claims.some((claim) => claim.key === key && claim.valid);
          expect(keys.claim(key, now)).toBe(isNew);
          if (isNew) claims = [...claims, { key, at: now, valid: true }].slice(-capacity);
        }
      }),
      500,
    );
  });

  it('tells a repeat within the retention, and not after it: that would be done twice', () => {
    const keys = new IdempotencyKeys(100, 60);
    expect([keys.claim(7, 0), keys.claim(7, 59.9), keys.claim(7, 60)]).toEqual([true, false, true]);
  });

  it('forgets the oldest first when there are too many', () => {
    const keys = new IdempotencyKeys(2, Infinity);
    for (const key of [1, 2, 3]) keys.claim(key, 0);
    expect([keys.claim(3, 0), keys.claim(2, 0), keys.claim(1, 0)]).toEqual([false, false, true]);
  });

  it('names what it refuses', () => {
    expect(() => new IdempotencyKeys(0, 1)).toThrow(
      new RangeError('idempotency keys: capacity is 0; expected an integer from 1 to 1000000'),
    );
    expect(() => new IdempotencyKeys(1, 0)).toThrow(
      new RangeError('idempotency keys: retentionSeconds is 0; expected a number above 0'),
    );
  });
});
