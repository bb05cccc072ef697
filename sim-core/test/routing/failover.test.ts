import { describe, expect, it } from 'vitest';
import { run, type Fault, type RunResult } from '#sim-core';
import { deterministic, scenarioOf } from '../small-scenarios.ts';

describe('a balancer that crashes', () => {
  it('loses what it holds, and a standby takes over after three seconds', () => {
    const result = crashing(2, { first: crash(1, 10) });
    expect(failovers(result)).toEqual(['to 2 at 13']);
    // 0.5 s take a request each 0.1 s: those of (9.5, 10) are lost, then those up to 13 are refused.
    expect(result.failures).toEqual([
      { node: 'balancer', cause: 'refused', count: 30 },
      { node: 'balancer', cause: 'crashed', count: 5 },
    ]);
    expect(result.traces.at(-1)!.spans[1]).toMatchObject({ instance: 2, outcome: 'in-flight' });
  });

  it('without a standby is missed until it is back', () => {
    const result = crashing(1, { first: crash(1, 10, 5) });
    expect(failovers(result)).toEqual([]);
    expect(result.failures[0]).toEqual({ node: 'balancer', cause: 'refused', count: 50 });
  });

  it('does not matter as long as it stands by', () => {
    const result = crashing(2, { second: crash(2, 10) });
    expect(result.failures).toEqual([]);
  });

  it('goes on at once when it is back before the standby took over', () => {
    const result = crashing(2, { first: crash(1, 10, 2) });
    expect(failovers(result)).toEqual([]);
    expect(result.failures[0]).toMatchObject({ cause: 'refused', count: 20 });
  });

  it('and falls again starts the wait anew', () => {
    const result = crashing(2, { first: crash(1, 10, 1), again: crash(1, 12) });
    expect(failovers(result)).toEqual(['to 2 at 15']);
  });

  it('is replaced by the next standby when the first has fallen too', () => {
    const result = crashing(3, { first: crash(1, 10), second: crash(2, 12) });
    expect(failovers(result)).toEqual(['to 3 at 13']);
  });

  it('is replaced by the first that comes back when all have fallen', () => {
    const result = crashing(2, { first: crash(1, 10), second: crash(2, 5, 10) });
    expect(failovers(result)).toEqual(['to 2 at 18']);
  });

  it('is replaced again when its replacement falls', () => {
    const result = crashing(2, { first: crash(1, 5, 5), second: crash(2, 12) });
    expect(failovers(result)).toEqual(['to 2 at 8', 'to 1 at 15']);
  });

  it('may be replaced at once', () => {
    const result = crashing(2, { first: crash(1, 10) }, 0);
    expect(failovers(result)).toEqual(['to 2 at 10']);
    expect(result.failures.map(({ cause }) => cause)).toEqual(['crashed']);
  });
});

function crash(instance: number, atSeconds: number, forSeconds?: number): Fault {
  return { kind: 'crash', node: 'balancer', instance, atSeconds, ...(forSeconds ? { forSeconds } : {}) };
}

/** A request every tenth of a second, a little after it, that takes half a second. */
function crashing(instances: number, faults: Record<string, Fault>, failoverSeconds?: number): RunResult {
  const timesSeconds = Array.from({ length: 200 }, (_, i) => i / 10 + 0.01);
  return run(
    scenarioOf(
      20,
      {
        users: { kind: 'users', target: 'balancer', arrivals: { kind: 'recorded', timesSeconds } },
        balancer: {
          kind: 'load-balancer',
          instances,
          targets: ['web'],
          policy: { kind: 'random' },
          ...(failoverSeconds === undefined ? {} : { failoverSeconds }),
        },
        web: { kind: 'service', cores: 10, serviceTime: deterministic(0.5) },
      },
      { faults },
    ),
    { traces: 1000 },
  );
}

function failovers({ events }: RunResult): string[] {
  return events
    .filter(({ kind }) => kind === 'failover')
    .map(({ instance, atSeconds }) => `to ${instance} at ${atSeconds}`);
}
