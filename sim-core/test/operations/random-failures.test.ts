import { describe, expect, it } from 'vitest';
import { run, type Scenario } from '#sim-core';
import { deterministic, exponential, poissonUsers, scenarioOf, serviceIn, upTo } from '../small-scenarios.ts';

const failing = (
  instances: number,
  meanTimeToFailureSeconds: number,
  meanTimeToRepairSeconds: number,
): Scenario =>
  scenarioOf(
    400_000,
    { users: poissonUsers(1, 'api'), api: { kind: 'service', instances, serviceTime: deterministic(0) } },
    {
      faults: {
        wear: {
          kind: 'random-failures',
          node: 'api',
          atSeconds: 0,
          meanTimeToFailureSeconds,
          meanTimeToRepairSeconds,
        },
      },
    },
  );

describe('random failures', () => {
  it('leave a machine up for the share MTTF/(MTTF + MTTR) of the time', () => {
    const { overall } = run(failing(1, 1000, 10));
    expect(Math.abs(overall.successRatio! - 1000 / 1010)).toBeLessThan(0.003);
    const often = run(failing(1, 30, 10)).overall;
    expect(Math.abs(often.successRatio! - 0.75)).toBeLessThan(0.01);
  });

  it('make of an M/M/1 a queue with disasters', () => {
    const [lambda, mu, failures, up] = [5, 10, 0.1, 10 / 12];
    const base = failing(1, 1 / failures, 2);
    const result = run({
      ...base,
      durationSeconds: 200_000,
      nodes: {
        users: poissonUsers(lambda, 'api'),
        api: { kind: 'service', serviceTime: exponential(1 / mu) },
      },
    });
    // While it is up there are n requests with probability (1 − r) rⁿ, r the smaller root of μr² − (λ + μ + φ)r + λ.
    const sum = lambda + mu + failures;
    const r = (sum - Math.sqrt(sum ** 2 - 4 * lambda * mu)) / (2 * mu);
    expect(Math.abs(result.overall.successRatio! - (mu * up * r) / lambda)).toBeLessThan(0.006);
    const crashed = result.failures.find(({ cause }) => cause === 'crashed')!.count / result.overall.arrived;
    expect(Math.abs(crashed / ((failures * up * r) / (1 - r) / lambda) - 1)).toBeLessThan(0.05);
  });

  it('strike each machine by a stream of its own', () => {
    const result = run(failing(3, 100, 50));
    const { instances } = serviceIn(result, 'api');
    for (const machine of instances) expect(machine.served / machine.arrived).toBeCloseTo(2 / 3, 1);
    const first = upTo(3).map((i) => result.events.find(({ instance }) => instance === i + 1)!.atSeconds);
    expect(new Set(first).size).toBe(3);
    // A machine more leaves the luck of the others as it was.
    const more = run(failing(4, 100, 50));
    expect(more.events.find(({ instance }) => instance === 2)!.atSeconds).toBe(first[1]);
  });

  it('end with the fault, and do nothing when switched off', () => {
    const scenario = failing(1, 10, 1);
    const { wear } = scenario.faults! as { wear: object };
    const short = run({ ...scenario, faults: { wear: { ...wear, forSeconds: 100 } as never } });
    expect(short.events.length).toBeGreaterThan(4);
    expect(short.events.at(-1)!.kind).toBe('restart');
    expect(short.events.every(({ atSeconds }) => atSeconds < 120)).toBe(true);
    expect(run({ ...scenario, faults: { wear: { ...wear, enabled: false } as never } }).events).toEqual([]);
  });
});
