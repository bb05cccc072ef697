import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CircuitBreaker,
  type CircuitBreakerRule,
  type CircuitBreakerState,
} from '../../resilience/circuit-breaker.ts';
import { always } from '../always.ts';

const small: CircuitBreakerRule = {
  failureRatio: 0.5,
  window: { kind: 'count', calls: 4 },
  minimumCalls: 4,
  openSeconds: 10,
  probes: 2,
};

describe('CircuitBreaker', () => {
  it('opens at the failure ratio, once the window has enough calls', () => {
    const breaker = new CircuitBreaker(small);
    expect(outcomes(breaker, 0, [true, true, true])).toEqual(['closed', 'closed', 'closed']);
    expect(outcomes(breaker, 0, [false])).toEqual(['open']);
    expect(breaker.permit(9.99)).toBe(0);
  });

  it('stays closed below the ratio, for ever', () => {
    const breaker = new CircuitBreaker(small);
    for (let i = 0; i < 100; i++) outcomes(breaker, i, [true, false, false, false]);
    expect(breaker.stateAt(1000)).toBe('closed');
  });

  it('forgets what left a window of time', () => {
    const rule = { ...small, window: { kind: 'time', seconds: 10 } } as const;
    const breaker = new CircuitBreaker(rule);
    outcomes(breaker, 0, [true, true, true]);
    expect(outcomes(breaker, 11, [true, true, true])).not.toContain('open');
    expect(outcomes(breaker, 12, [true])).toEqual(['open']);
  });

  it('lets so many probes through when half-open, and closes when they succeed', () => {
    const breaker = opened();
    expect(breaker.stateAt(10)).toBe('half-open');
    const permits = [1, 2, 3].map(() => breaker.permit(10));
    expect(permits.map((permit) => permit > 0)).toEqual([true, true, false]);
    breaker.report(permits[0]!, 11, false);
    expect(breaker.permit(11)).toBe(0);
    breaker.report(permits[1]!, 11, false);
    expect(breaker.stateAt(11)).toBe('closed');
    // With an empty window: the failures from before do not count.
    expect(outcomes(breaker, 12, [true, true, true])).toEqual(['closed', 'closed', 'closed']);
  });

  it('opens again for the whole time when too many probes fail', () => {
    const breaker = opened();
    const permits = [breaker.permit(10), breaker.permit(10)];
    breaker.report(permits[0]!, 12, false);
    breaker.report(permits[1]!, 12, true);
    expect([breaker.stateAt(21.9), breaker.stateAt(22)]).toEqual(['open', 'half-open']);
  });

  it('ignores outcomes of calls from an earlier state', () => {
    const breaker = new CircuitBreaker(small);
    const late = [1, 2, 3].map(() => breaker.permit(0));
    outcomes(breaker, 0, [true, true, true, true]);
    const probe = breaker.permit(10);
    for (const permit of late) breaker.report(permit, 10, true);
    expect(breaker.stateAt(10)).toBe('half-open');
    breaker.report(probe, 10, false);
    outcomes(breaker, 10, [false]);
    expect(breaker.stateAt(10)).toBe('closed');
  });

  it('lends a probe that was given back to the next', () => {
    const breaker = opened();
    const permits = [breaker.permit(10), breaker.permit(10)];
    expect(breaker.permit(10)).toBe(0);
    breaker.giveBack(permits[1]!);
    expect(breaker.permit(10)).toBeGreaterThan(0);
    expect(breaker.permit(10)).toBe(0);
  });

  it('a window smaller than the minimum has to be full', () => {
    const breaker = new CircuitBreaker({ ...small, minimumCalls: 100 });
    expect(outcomes(breaker, 0, [true, true, true, true])).toEqual(['closed', 'closed', 'closed', 'open']);
  });

  it.each<[CircuitBreakerRule, string]>([
    [{ failureRatio: 0 }, 'failureRatio is 0; expected a number above 0 to 1'],
    [{ failureRatio: 1.1 }, 'failureRatio is 1.1; expected a number from 0 to 1'],
    [{ probes: 0 }, 'probes is 0; expected an integer from 1 to 1000000'],
    [{ minimumCalls: 1.5 }, 'minimumCalls is 1.5; expected an integer from 1 to 1000000'],
    [{ openSeconds: -1 }, 'openSeconds is -1; expected a number from 0'],
  ])('refuses %j', (rule, message) => {
    expect(() => new CircuitBreaker(rule)).toThrow(new RangeError(`circuit breaker: ${message}`));
  });
});

const rules = fc.record({
  failureRatio: fc.double({ min: 0.05, max: 1, noNaN: true }),
  window: fc.oneof(
    fc.record({ kind: fc.constant('count' as const), calls: fc.integer({ min: 1, max: 12 }) }),
    fc.record({ kind: fc.constant('time' as const), seconds: fc.double({ min: 0.5, max: 20, noNaN: true }) }),
  ),
  minimumCalls: fc.integer({ min: 1, max: 10 }),
  openSeconds: fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 5, noNaN: true })),
  probes: fc.integer({ min: 1, max: 4 }),
});
const steps = fc.array(
  fc.record({
    gap: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 4, noNaN: true })),
    what: fc.constantFrom('call', 'call', 'call', 'succeed', 'succeed', 'fail', 'fail', 'give back'),
    which: fc.nat(2),
  }),
  { maxLength: 200, size: 'max' },
);
const legal = new Set(['closed open', 'open half-open', 'half-open open', 'half-open closed']);

describe('whatever callers do', () => {
  it('it does what its rules say, read from the whole history; all transitions are legal', () => {
    const seen = new Set<string>();
    always(
      fc.property(rules, steps, (rule, all) => {
        const breaker = new CircuitBreaker(rule);
        const plain = new PlainBreaker(rule);
        const calls: { permit: number; visit: number }[] = [];
        let now = 0;
        for (const { gap, what, which } of all) {
          const before = breaker.stateAt(now);
          now += gap;
          note(seen, before, breaker.stateAt(now));
          const present = breaker.stateAt(now);
          if (what === 'call') {
            const call = { permit: breaker.permit(now), visit: plain.permit(now) };
            expect(call.permit > 0).toBe(call.visit > 0);
            if (call.permit > 0) calls.push(call);
          } else if (calls.length > 0) {
            const [call] = calls.splice(Math.max(0, calls.length - 1 - which), 1);
            if (what === 'give back') breaker.giveBack(call!.permit);
            else breaker.report(call!.permit, now, what === 'fail');
            plain.ends(call!.visit, now, what);
          }
          expect(breaker.stateAt(now)).toBe(plain.stateAt(now));
          // Opened for no time at all, it is half-open at once.
          if (rule.openSeconds > 0) note(seen, present, breaker.stateAt(now));
        }
      }),
      500,
    );
    expect(seen).toEqual(legal);
  });
});

function note(seen: Set<string>, before: string, after: string): void {
  if (before !== after) seen.add(`${before} ${after}`);
}

/** The same rules without any economy: every call of the present state is kept. */
class PlainBreaker {
  readonly #rule: Required<CircuitBreakerRule>;
  #state: CircuitBreakerState = 'closed';
  #since = 0;
  #calls = new Map<number, { at: number; failed: boolean } | 'running'>();
  #visits = 0;

  constructor(rule: Required<CircuitBreakerRule>) {
    this.#rule = rule;
  }

  stateAt(now: number): CircuitBreakerState {
    return this.#state === 'open' && now >= this.#since + this.#rule.openSeconds ? 'half-open' : this.#state;
  }

  permit(now: number): number {
    if (this.stateAt(now) !== this.#state) this.#enter('half-open', now);
    if (this.#state === 'open') return 0;
    if (this.#state === 'half-open' && this.#calls.size === this.#rule.probes) return 0;
    this.#calls.set(++this.#visits, 'running');
    return this.#visits;
  }

  ends(visit: number, now: number, what: string): void {
    if (!this.#calls.delete(visit) || what === 'give back') return;
    this.#calls.set(visit, { at: now, failed: what === 'fail' });
    const { window, probes, minimumCalls, failureRatio } = this.#rule;
    let ended = [...this.#calls.values()].filter((call) => call !== 'running');
    let enough = probes;
    if (this.#state === 'closed') {
      const tenth = (at: number): number =>
        window.kind === 'time' ? Math.floor(at / (window.seconds / 10)) : 0;
      ended =
        window.kind === 'count'
          ? ended.slice(-window.calls)
          : ended.filter(({ at }) => tenth(at) > tenth(now) - 10);
      enough = window.kind === 'count' ? Math.min(minimumCalls, window.calls) : minimumCalls;
    }
    if (ended.length < enough) return;
    const bad = ended.filter(({ failed }) => failed).length / ended.length >= failureRatio;
    if (bad) this.#enter('open', now);
    else if (this.#state === 'half-open') this.#enter('closed', now);
  }

  #enter(state: CircuitBreakerState, now: number): void {
    this.#state = state;
    this.#since = now;
    this.#calls.clear();
  }
}

/** Makes so many calls that end at once, and says the state after each. */
function outcomes(breaker: CircuitBreaker, now: number, failed: readonly boolean[]): string[] {
  return failed.map((each) => {
    breaker.report(breaker.permit(now), now, each);
    return breaker.stateAt(now);
  });
}

function opened(): CircuitBreaker {
  const breaker = new CircuitBreaker(small);
  outcomes(breaker, 0, [true, true, true, true]);
  return breaker;
}
