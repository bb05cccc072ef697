import { describe, expect, it } from 'vitest';
import { LoadShedder } from '../../resilience/load-shedder.ts';

describe('LoadShedder', () => {
  it('refuses nobody without limits', () => {
    const shedder = new LoadShedder({});
    expect(shedder.refusalOnArrival(0, 1_000_000)).toBe(null);
    expect(shedder.refusalOnStart(1e6, 1e6)).toBe(null);
  });

  it('refuses by requests inside', () => {
    const shedder = new LoadShedder({ concurrencyLimit: 2 });
    expect([0, 1, 2, 3].map((inside) => shedder.refusalOnArrival(0, inside))).toEqual([
      null,
      null,
      'shed',
      'shed',
    ]);
  });

  it('refuses by rate, and takes no token for what the other limit refuses', () => {
    const shedder = new LoadShedder({ concurrencyLimit: 2, rateLimit: { ratePerSecond: 1, burst: 2 } });
    const insides = [0, 2, 1, 1, 2];
    expect(insides.map((inside) => shedder.refusalOnArrival(0, inside))).toEqual([
      null,
      'shed',
      null,
      'rate-limited',
      'shed',
    ]);
    expect(shedder.refusalOnArrival(1, 0)).toBe(null);
  });

  it('refuses by the time in a standing queue', () => {
    const shedder = new LoadShedder({ queueDelay: { targetSeconds: 0.01, intervalSeconds: 0.1 } });
    const refusals = [0, 0.05, 0.1, 0.15, 0.2, 0.25].map((now) => shedder.refusalOnStart(now, 0.03));
    expect(refusals).toEqual([null, null, 'shed', 'shed', 'shed', 'shed']);
    expect(shedder.refusalOnArrival(0.25, 10)).toBe(null);
  });

  it('names what it refuses', () => {
    expect(() => new LoadShedder({ concurrencyLimit: 0 })).toThrow(
      new RangeError('load shedder: concurrencyLimit is 0; expected an integer from 1 to 1000000'),
    );
  });
});
