import { describe, expect, it } from 'vitest';
import { run, type BalancingPolicy, type Scenario } from '#sim-core';
import { balancerIn, deterministic, scenarioOf, upTo, usersAt, visitsTo } from '../small-scenarios.ts';

describe('a load balancer', () => {
  it('takes no time of its own and counts what it sent where', () => {
    const scenario = behind({ kind: 'round-robin' }, [0, 1, 2, 3, 4]);
    const balancer = balancerIn(run(scenario), 'balancer');
    expect(balancer.latencySecondsMean).toBe(2.5);
    expect(balancer.backends.map(({ node, instance, sent }) => [node, instance, sent])).toEqual([
      ['old', 1, 2],
      ['new', 1, 2],
      ['new', 2, 1],
    ]);
    expect(balancer.backends.map(({ healthyRatio }) => healthyRatio)).toEqual([1, 1, 1]);
  });

  it('counts the requests in service as connections, not only those that wait', () => {
    // Nobody ever waits here. At 2.55 s only the old machine has answered.
    const scenario = behind({ kind: 'least-connections' }, [0, 0.1, 0.2, 2.55, 2.56]);
    const at = ['old', 'new'].map((id) => visitsTo(scenario, id).map(({ arriveSeconds }) => arriveSeconds));
    expect(at).toEqual([
      [0, 2.55],
      [0.1, 0.2, 2.56],
    ]);
  });

  it('does not know of connections that others have', () => {
    const nodes = behind({ kind: 'least-connections' }, [1]).nodes;
    const scenario = scenarioOf(20, { ...nodes, others: usersAt([0, 0], 'old') });
    expect(visitsTo(scenario, 'balancer')[0]!.leaveSeconds).toBe(1 + 2.5);
  });

  it('passes on a failure as it is', () => {
    const scenario = scenarioOf(10, {
      users: usersAt([0, 1], 'balancer'),
      balancer: { kind: 'load-balancer', targets: ['web'], policy: { kind: 'random' } },
      web: { kind: 'service', queueLimit: 0, serviceTime: deterministic(5) },
    });
    const { failures, nodes } = run(scenario);
    expect(failures).toEqual([{ node: 'web', cause: 'queue-full', count: 1 }]);
    expect(nodes.balancer).toMatchObject({ arrived: 2, served: 1, failed: 1 });
  });

  it('may stand between two services', () => {
    const scenario = scenarioOf(20, {
      users: usersAt(upTo(4), 'web'),
      web: { kind: 'service', workers: 4, plan: [{ call: 'balancer' }] },
      balancer: { kind: 'load-balancer', targets: ['database'], policy: { kind: 'round-robin' } },
      database: { kind: 'service', instances: 2, serviceTime: deterministic(3) },
    });
    expect(visitsTo(scenario, 'database').map(({ instance }) => instance)).toEqual([1, 2, 1, 2]);
    expect(visitsTo(scenario, 'web').map(({ leaveSeconds }) => leaveSeconds)).toEqual([3, 4, 6, 7]);
  });
});

/** One old machine and two new ones behind a balancer, all of them in 2.5 s. */
function behind(policy: BalancingPolicy, timesSeconds: readonly number[]): Scenario {
  return scenarioOf(20, {
    users: usersAt(timesSeconds, 'balancer'),
    balancer: { kind: 'load-balancer', targets: ['old', 'new'], policy },
    old: { kind: 'service', cores: 9, serviceTime: deterministic(2.5) },
    new: { kind: 'service', instances: 2, cores: 9, serviceTime: deterministic(2.5) },
  });
}
