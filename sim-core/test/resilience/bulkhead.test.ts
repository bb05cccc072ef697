import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Bulkhead } from '../../resilience/bulkhead.ts';
import { always } from '../always.ts';

it('keeps each callee within its own limit, whatever the others do', () => {
  const limits = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 });
  const moves = fc.array(fc.record({ callee: fc.nat(3), enters: fc.boolean() }), {
    maxLength: 100,
    size: 'max',
  });
  always(
    fc.property(limits, moves, (all, steps) => {
      const bulkhead = new Bulkhead(all);
      const open = all.map(() => 0);
      for (const { callee: any, enters } of steps) {
        const callee = any % all.length;
        if (enters) {
          const fits = open[callee]! < all[callee]!;
          expect(bulkhead.tryEnter(callee)).toBe(fits);
          if (fits) open[callee]!++;
        } else if (open[callee]! > 0) {
          bulkhead.leave(callee);
          open[callee]!--;
        }
        expect(all.map((_, each) => bulkhead.openCalls(each))).toEqual(open);
      }
    }),
  );
});

it('is empty after a crash', () => {
  const bulkhead = new Bulkhead([1, 1]);
  bulkhead.tryEnter(0);
  bulkhead.clear();
  expect([bulkhead.openCalls(0), bulkhead.tryEnter(0)]).toEqual([0, true]);
});

it('names what it refuses', () => {
  expect(() => new Bulkhead([3, 0])).toThrow(
    new RangeError('bulkhead: limit is 0; expected an integer from 1 to 1000000'),
  );
  expect(() => new Bulkhead([3]).leave(0)).toThrow(
    new RangeError('bulkhead: callee 0 has no open call to leave'),
  );
});
