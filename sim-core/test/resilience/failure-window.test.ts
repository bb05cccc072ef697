import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CountWindow, TimeWindow } from '../../resilience/failure-window.ts';
import { always } from '../always.ts';

const calls = fc.array(fc.record({ gap: fc.double({ min: 0, max: 3, noNaN: true }), failed: fc.boolean() }), {
  maxLength: 200,
  size: 'max',
});

describe('CountWindow', () => {
  it('holds the last so many outcomes', () => {
    always(
      fc.property(calls, fc.integer({ min: 1, max: 20 }), (all, size) => {
        const window = new CountWindow(size);
        all.forEach(({ failed }, i) => {
          window.record(0, failed);
          const last = all.slice(Math.max(0, i + 1 - size), i + 1);
          expect(window.calls).toBe(last.length);
          expect(window.failures).toBe(last.filter((call) => call.failed).length);
        });
      }),
    );
  });
});

describe('TimeWindow', () => {
  it('holds the outcomes of the present tenth and the nine before', () => {
    always(
      fc.property(calls, fc.double({ min: 0.5, max: 30, noNaN: true }), (all, seconds) => {
        const window = new TimeWindow(seconds);
        const tenth = (time: number): number => Math.floor(time / (seconds / 10));
        let now = 0;
        const past: { at: number; failed: boolean }[] = [];
        for (const { gap, failed } of all) {
          now += gap;
          window.record(now, failed);
          past.push({ at: now, failed });
          const inside = past.filter(({ at }) => tenth(at) > tenth(now) - 10);
          expect(window.calls).toBe(inside.length);
          expect(window.failures).toBe(inside.filter((call) => call.failed).length);
        }
      }),
    );
  });
});

it('a cleared window is as good as new', () => {
  for (const [used, fresh] of [
    [new CountWindow(3), new CountWindow(3)],
    [new TimeWindow(3), new TimeWindow(3)],
  ] as const) {
    for (const failed of [true, false, true, true]) used.record(1, failed);
    used.clear();
    for (const failed of [false, true]) for (const window of [used, fresh]) window.record(2, failed);
    expect([used.calls, used.failures]).toEqual([fresh.calls, fresh.failures]);
  }
});

it('names what it refuses', () => {
  expect(() => new CountWindow(0)).toThrow(
    new RangeError('failure window: calls is 0; expected an integer from 1 to 1000000'),
  );
  expect(() => new TimeWindow(0)).toThrow(
    new RangeError('failure window: seconds is 0; expected a number above 0'),
  );
});
