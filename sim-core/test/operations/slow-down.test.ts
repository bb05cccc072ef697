import { describe, expect, it } from 'vitest';
import { run, type Fault, type Scenario } from '#sim-core';
import { deterministic, scenarioOf, usersAt, visitsTo } from '../small-scenarios.ts';

describe('a slow-down', () => {
  it('stretches the work that is under way from then on, and only as long as it lasts', () => {
    const slow: Fault = { kind: 'slow-down', node: 'api', speed: 0.5, atSeconds: 2, forSeconds: 1 };
    // Half of the first is done at 2, three quarters at 3: it leaves at 3.5.
    expect(leaves([1, 1], { slow })).toEqual([3.5, 5.5]);
  });

  it('stretches the work that begins while it lasts', () => {
    const slow: Fault = { kind: 'slow-down', node: 'api', speed: 0.25, atSeconds: 0 };
    expect(leaves([1, 1], { slow })).toEqual([9, 17]);
  });

  it('multiplies with another', () => {
    const slow = (atSeconds: number, forSeconds: number): Fault => ({
      ...{ kind: 'slow-down', node: 'api', speed: 0.5 },
      ...{ atSeconds, forSeconds },
    });
    // By 4 s: 1 s at full, ½ s at half, ¼ s at a quarter speed; then ¼ s more at half.
    expect(leaves([1], { first: slow(2, 10), second: slow(3, 1) })).toEqual([4.5]);
  });

  it('strikes one machine when it says which', () => {
    const slow: Fault = { kind: 'slow-down', node: 'api', speed: 0.5, atSeconds: 0, instance: 2 };
    expect(leaves([1, 1], { slow }, 2)).toEqual([3, 5]);
  });

  it('outlasts a crash of the machine', () => {
    const slow: Fault = { kind: 'slow-down', node: 'api', speed: 0.5, atSeconds: 0 };
    const crash: Fault = { kind: 'crash', node: 'api', atSeconds: 2, forSeconds: 1 };
    expect(leaves([1, 4], { slow, crash })).toEqual([2, 8]);
  });

  it('is noted when it begins and when it ends', () => {
    const slow: Fault = { kind: 'slow-down', node: 'api', speed: 0.5, atSeconds: 2, forSeconds: 1 };
    expect(run(scenario([], { slow })).events).toEqual([
      { atSeconds: 2, kind: 'slow-down', node: 'api', instance: 1 },
      { atSeconds: 3, kind: 'recovery', node: 'api', instance: 1 },
    ]);
  });

  it('to nearly nothing, many times over, still lets work go on afterwards', () => {
    const slow: Fault = { kind: 'slow-down', node: 'api', speed: 1e-300, atSeconds: 2, forSeconds: 10 };
    const [left] = leaves([1], { first: slow, second: slow, third: slow });
    expect(left).toBeCloseTo(13, 6);
  });
});

function scenario(timesSeconds: readonly number[], faults: Record<string, Fault>, instances = 1): Scenario {
  return scenarioOf(
    40,
    {
      users: usersAt(timesSeconds, 'api'),
      api: { kind: 'service', instances, serviceTime: deterministic(2) },
    },
    { faults },
  );
}

function leaves(timesSeconds: readonly number[], faults: Record<string, Fault>, instances = 1) {
  return visitsTo(scenario(timesSeconds, faults, instances), 'api').map((visit) => visit.leaveSeconds);
}
