import { describe, expect, it } from 'vitest';
import { AlertLifecycle, type AlertDurations } from '../../slo/index.ts';

const INTERVAL_SECONDS = 15;

/** One letter an evaluation, 15 s apart: x where the condition holds; the state after each by its initial. */
function statesOf(conditions: string, durations: AlertDurations, intervalSeconds = INTERVAL_SECONDS): string {
  const alert = new AlertLifecycle(durations);
  return [...conditions]
    .map((condition, index) => {
      const before = alert.state;
      const changed = alert.evaluate(index * intervalSeconds, condition === 'x');
      expect(changed).toBe(alert.state !== before);
      if (changed) expect(alert.sinceSeconds).toBe(index * intervalSeconds);
      return alert.state[0];
    })
    .join('');
}

describe('the life of an alert', () => {
  it.each<[string, string, string, AlertDurations]>([
    ['fires at once without a duration', '.x..', 'ifrr', {}],
    ['waits for its duration', '.xxxx.', 'ippffr', { forSeconds: 30 }],
    ['needs two evaluations for any duration', '.xx.', 'ipfr', { forSeconds: 1 }],
    ['starts anew after a gap', 'xx.xxx', 'ppippf', { forSeconds: 30 }],
    ['never fires on a short incident', '.xx...', 'ippiii', { forSeconds: 30 }],
    ['keeps firing through a gap', 'xx.x...', 'pffffff', { forSeconds: 15, keepFiringForSeconds: 60 }],
    ['ends when the gap is long enough', 'x....', 'fffrr', { keepFiringForSeconds: 30 }],
    ['counts a gap from its own start', 'x.x...', 'fffffr', { keepFiringForSeconds: 30 }],
    ['fires again after it was resolved', 'x.x.', 'frfr', {}],
    ['is pending again after it was resolved', 'xx.xx', 'pfrpf', { forSeconds: 15 }],
    ['a pending one forgets that it was resolved', 'xx.x.', 'pfrpi', { forSeconds: 15 }],
    ['forgets in the end', 'x....', 'frrri', { resolvedForSeconds: 30 }],
  ])('%s', (_, conditions, states, durations) => {
    expect(statesOf(conditions, durations)).toBe(states);
  });

  it('counts seconds that binary fractions cannot', () => {
    // In binary, 5 · 0.1 − 3 · 0.1 is less than 0.2.
    expect(statesOf('...xxx', { forSeconds: 0.2 }, 0.1)).toBe('iiippf');
  });

  it('remembers a resolved alert for fifteen minutes', () => {
    const alert = new AlertLifecycle();
    alert.evaluate(0, true);
    alert.evaluate(100, false);
    expect(alert.evaluate(1000, false)).toBe(false);
    expect(alert.evaluate(1001, false)).toBe(true);
    expect(alert.state).toBe('inactive');
  });

  it('names what is out of range', () => {
    expect(() => new AlertLifecycle({ forSeconds: -1 })).toThrow(
      new RangeError('alert: forSeconds is -1; expected a number from 0'),
    );
  });
});
