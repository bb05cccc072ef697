import type { BalancingPolicy, Hops, Scenario, ScenarioNode } from '#sim-core';

/** A system to draw in a test: users → balancer → so many servers. */
export function balanced(instances: number, policy: BalancingPolicy = { kind: 'round-robin' }): Scenario {
  return system({
    balancer: { kind: 'load-balancer', label: 'Load balancer', targets: ['server'], policy },
    server: server(instances),
  });
}

/** Users in front of these nodes; they send to the first. */
export function system(nodes: Record<string, ScenarioNode>): Scenario {
  const target = Object.keys(nodes)[0] ?? '';
  return {
    version: 1,
    durationSeconds: 60,
    warmUpSeconds: 10,
    nodes: { users: { kind: 'users', target, arrivals: { kind: 'poisson', ratePerSecond: 90 } }, ...nodes },
  };
}

/** A service of exponential work, 10 ms. */
export function server(
  instances = 1,
  more: Partial<Extract<ScenarioNode, { kind: 'service' }>> = {},
): ScenarioNode {
  return { kind: 'service', instances, serviceTime: { kind: 'exponential', meanSeconds: 0.01 }, ...more };
}

/**
 * Hops by hand, a row a visit: 'request from to arrive start answer outcome',
 * a machine as 'server#2', for example '0 balancer server#2 1.5 1.5 1.8 1'.
 */
export function hopsOf(every: number, ...lines: readonly string[]): Hops {
  const rows = lines.map((line) => line.split(' '));
  const nodes = [...new Set(rows.flatMap((row) => [row[1]!, row[2]!]).map((name) => name.split('#')[0]!))];
  const numbers = (index: number): number[] => rows.map((row) => Number(row[index]));
  const nodeOf = (index: number): number[] => rows.map((row) => nodes.indexOf(row[index]!.split('#')[0]!));
  const instanceOf = (index: number): number[] => rows.map((row) => Number(row[index]!.split('#')[1] ?? 1));
  return {
    every,
    nodes,
    request: Float64Array.from(numbers(0)),
    from: Int32Array.from(nodeOf(1)),
    fromInstance: Int32Array.from(instanceOf(1)),
    to: Int32Array.from(nodeOf(2)),
    toInstance: Int32Array.from(instanceOf(2)),
    leaveSeconds: Float64Array.from(numbers(3)),
    arriveSeconds: Float64Array.from(numbers(3)),
    startSeconds: Float64Array.from(numbers(4)),
    leftSeconds: Float64Array.from(numbers(5)),
    answerSeconds: Float64Array.from(numbers(5)),
    outcome: Uint8Array.from(numbers(6)),
  };
}
