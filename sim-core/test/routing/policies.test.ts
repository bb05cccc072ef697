import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { always } from '../always.ts';
import { RandomStream, type BalancingPolicy } from '#sim-core';
import { Backends } from '../../routing/backends.ts';
import { chooserOf } from '../../routing/policy.ts';
import { upTo } from '../small-scenarios.ts';

const policies: readonly BalancingPolicy[] = [
  { kind: 'random' },
  { kind: 'round-robin' },
  { kind: 'weighted', weights: [5, 1, 2] },
  { kind: 'least-connections' },
  { kind: 'power-of-d-choices' },
  { kind: 'power-of-d-choices', choices: 3, withReplacement: true },
  { kind: 'least-latency' },
  { kind: 'sticky' },
];

describe.each(policies)('%j', (policy) => {
  it('never chooses a machine thought dead, and finds the last one left', () => {
    const health = fc
      .array(fc.boolean(), { minLength: 1, maxLength: 12 })
      .filter((all) => all.includes(true));
    always(
      fc.property(health, health, fc.nat(1000), (first, second, client) => {
        const backends = backendsWith({ connections: first.map((_, i) => (i * 5) % 3) });
        const { choose } = chooserFor(policy, backends);
        for (const now of [first, second]) {
          const healthy = first.map((_, i) => now[i] ?? true);
          healthy.forEach((value, i) => backends.setHealthy(i, value));
          if (!healthy.includes(true)) continue;
          for (let i = 0; i < 20; i++) expect(healthy[choose(client + i)]).toBe(true);
        }
      }),
      50,
    );
  });
});

describe('round robin', () => {
  it('takes each in turn', () => {
    expect(choices({ kind: 'round-robin' }, backendsWith({ count: 3 }), 7)).toEqual([0, 1, 2, 0, 1, 2, 0]);
  });

  it('skips the dead', () => {
    const backends = backendsWith({ count: 4 });
    backends.setHealthy(1, false);
    expect(choices({ kind: 'round-robin' }, backends, 6)).toEqual([0, 2, 3, 0, 2, 3]);
  });
});

describe('weighted', () => {
  it('spreads the favorite out: 5, 1, 1 gives a a b a c a a', () => {
    const picked = choices({ kind: 'weighted', weights: [5, 1, 1] }, backendsWith({ count: 3 }), 14);
    expect(picked.map((i) => 'abc'[i]).join(' ')).toBe('a a b a c a a a a b a c a a');
  });

  it('gives each its share exactly, and 1 to those without a weight', () => {
    const picked = choices({ kind: 'weighted', weights: [3, 0.5] }, backendsWith({ count: 4 }), 11 * 4);
    expect(upTo(4).map((i) => picked.filter((each) => each === i).length)).toEqual([24, 4, 8, 8]);
  });
});

describe('least connections', () => {
  it('takes the one with the fewest', () => {
    expect(choices({ kind: 'least-connections' }, backendsWith({ connections: [3, 1, 2] }), 3)).toEqual([
      1, 1, 1,
    ]);
  });

  it('takes equals in turn, after the one chosen last', () => {
    expect(choices({ kind: 'least-connections' }, backendsWith({ count: 3 }), 5)).toEqual([0, 1, 2, 0, 1]);
    const twoOfThree = backendsWith({ connections: [1, 4, 1] });
    expect(choices({ kind: 'least-connections' }, twoOfThree, 5)).toEqual([0, 2, 0, 2, 0]);
  });
});

describe('least latency', () => {
  it('takes the smallest product of latency and connections, the new one included', () => {
    const backends = backendsWith({ connections: [0, 1, 5], latencySeconds: [0.9, 0.4, 0.2] });
    // 0.9 · 1, 0.4 · 2, 0.2 · 6
    expect(choices({ kind: 'least-latency' }, backends, 2)).toEqual([1, 1]);
  });

  it('tries first who has not answered yet', () => {
    const backends = backendsWith({ connections: [0, 9, 9], latencySeconds: [0.001, 0, 0] });
    expect(choices({ kind: 'least-latency' }, backends, 4)).toEqual([1, 2, 1, 2]);
  });
});

describe('power of d choices', () => {
  it.each([
    [{}, [2 / 3, 1 / 3, 0]],
    [{ withReplacement: true }, [5 / 9, 3 / 9, 1 / 9]],
    [{ choices: 1 }, [1 / 3, 1 / 3, 1 / 3]],
    [{ choices: 3 }, [1, 0, 0]],
    [{ choices: 10_000 }, [1, 0, 0]],
    [{ choices: 3, withReplacement: true }, [19 / 27, 7 / 27, 1 / 27]],
  ])('%j of three with 0, 1 and 2 connections', (options, shares) => {
    const draws = 20_000;
    const backends = backendsWith({ connections: [0, 1, 2] });
    const picked = choices({ kind: 'power-of-d-choices', ...options }, backends, draws);
    shares.forEach((share, machine) => {
      const count = picked.filter((each) => each === machine).length;
      const deviation = Math.sqrt(draws * share * (1 - share));
      expect(Math.abs(count - draws * share)).toBeLessThanOrEqual(5 * deviation);
    });
  });

  it('is even among equals', () => {
    const picked = choices({ kind: 'power-of-d-choices' }, backendsWith({ count: 4 }), 20_000);
    for (const machine of upTo(4)) {
      const count = picked.filter((each) => each === machine).length;
      expect(Math.abs(count - 5000)).toBeLessThan(5 * Math.sqrt(5000 * 0.75));
    }
  });
});

describe('sticky', () => {
  const clients = upTo(10_000);

  it('sends a client to the same machine every time, whoever comes in between', () => {
    const backends = backendsWith({ count: 7 });
    const { choose } = chooserFor({ kind: 'sticky' }, backends);
    const before = clients.map(choose);
    expect(clients.toReversed().map(choose).toReversed()).toEqual(before);
  });

  it('gives each machine about its share of the clients', () => {
    const { choose } = chooserFor({ kind: 'sticky' }, backendsWith({ count: 10 }));
    const chosen = clients.map(choose);
    // 128 points a machine on the ring: shares spread by 1/√128, some 9 %.
    for (const machine of upTo(10)) {
      const share = chosen.filter((each) => each === machine).length / clients.length;
      expect(Math.abs(share - 0.1)).toBeLessThan(4 * 0.1 * 0.09);
    }
  });

  it('moves only the clients of a machine that falls out, and gives them back', () => {
    const backends = backendsWith({ count: 7 });
    const { choose } = chooserFor({ kind: 'sticky' }, backends);
    const before = clients.map(choose);
    backends.setHealthy(3, false);
    const without = clients.map(choose);
    clients.forEach((client) => {
      if (before[client] === 3) expect(without[client]).not.toBe(3);
      else expect(without[client]).toBe(before[client]);
    });
    backends.setHealthy(3, true);
    expect(clients.map(choose)).toEqual(before);
  });
});

interface Situation {
  readonly count?: number;
  readonly connections?: readonly number[];
  readonly latencySeconds?: readonly number[];
}

function backendsWith({ count, connections = [], latencySeconds = [] }: Situation): Backends {
  const backends = new Backends(count ?? connections.length);
  backends.connections.set(connections);
  backends.latencySeconds.set(latencySeconds);
  return backends;
}

function chooserFor(policy: BalancingPolicy, backends: Backends): { choose: (client: number) => number } {
  const chooser = chooserOf(policy, backends, new RandomStream(1, 'balancer/policy'));
  return { choose: (client) => chooser.choose(client) };
}

function choices(policy: BalancingPolicy, backends: Backends, count: number): number[] {
  return upTo(count).map(chooserFor(policy, backends).choose);
}
