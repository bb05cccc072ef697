import { type BalancingPolicy, type Scenario } from '#sim-core';
import { balancedServers, choosers, sharedQueue } from './hand-written.ts';

/** A model that is run twice: by the general engine and by hand. */
export interface BenchmarkModel {
  readonly name: string;
  /** Servers of mean service time 1 s. */
  readonly servers: number;
  /** How a server is chosen, or that all share one queue. */
  readonly choose: keyof typeof choosers | 'shared queue';
  scenario(requests: number): Scenario;
  byHand(requests: number, seed: number): number;
}

/** Share of the servers' capacity that is asked for. */
export const LOAD = 0.9;

function scenarioOf(servers: number, requests: number, behind: Scenario['nodes']): Scenario {
  const ratePerSecond = servers * LOAD;
  return {
    version: 1,
    durationSeconds: requests / ratePerSecond,
    nodes: {
      users: { kind: 'users', target: 'entry', arrivals: { kind: 'poisson', ratePerSecond } },
      ...behind,
    },
  };
}

const serviceTime = { kind: 'exponential', meanSeconds: 1 } as const;

function sharedQueueModel(name: string, servers: number): BenchmarkModel {
  return {
    name,
    servers,
    choose: 'shared queue',
    scenario: (requests) =>
      scenarioOf(servers, requests, { entry: { kind: 'service', cores: servers, serviceTime } }),
    byHand: (requests, seed) => sharedQueue(servers, LOAD, requests, seed).latencySecondsMean,
  };
}

function balancedModel(name: string, servers: number, kind: keyof typeof choosers): BenchmarkModel {
  const policy: BalancingPolicy = { kind };
  return {
    name,
    servers,
    choose: kind,
    scenario: (requests) =>
      scenarioOf(servers, requests, {
        entry: { kind: 'load-balancer', targets: ['server'], policy },
        server: { kind: 'service', instances: servers, serviceTime },
      }),
    byHand: (requests, seed) =>
      balancedServers(servers, LOAD, requests, seed, choosers[kind]).latencySecondsMean,
  };
}

export const models: readonly BenchmarkModel[] = [
  sharedQueueModel('M/M/1', 1),
  sharedQueueModel('M/M/10', 10),
  balancedModel('random over 10', 10, 'random'),
  balancedModel('two choices over 10', 10, 'power-of-d-choices'),
  balancedModel('least connections over 10', 10, 'least-connections'),
];
