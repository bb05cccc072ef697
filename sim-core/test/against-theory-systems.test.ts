import { describe, expect, it } from 'vitest';
import { run, type BalancingPolicy, type Scenario, type ScenarioNode, type ServiceNode } from '#sim-core';
import {
  choicesLatencySecondsMean,
  gm1LatencySecondsMean,
  gm1WaitingProbability,
  mg1WaitingSecondsMean,
  mm1LatencySecondsMean,
  mmcWaitingProbability,
  mmcWaitingSecondsMean,
  tandemStationLatencySecondsMean,
} from '#theory';
import { expectedNumber, groundTruthOf } from '../../verify/ground-truth.ts';
import { expectInside } from './expect-inside.ts';

/*
 * Several nodes at once, in the few arrangements that have closed forms. They pin what a
 * single queue cannot: who holds what while it waits, and where a balancer sends whom.
 */

interface System {
  readonly ratePerSecond: number;
  readonly target: string;
  readonly nodes: Readonly<Record<string, ScenarioNode>>;
  readonly classes?: Readonly<Record<string, { readonly share: number }>>;
  readonly requests?: number;
}

function systemOf({ ratePerSecond, target, nodes, classes, requests = 15_000 }: System): Scenario {
  const durationSeconds = requests / ratePerSecond;
  const arrivals = { kind: 'poisson', ratePerSecond } as const;
  return {
    version: 1,
    durationSeconds,
    warmUpSeconds: durationSeconds / 10,
    nodes: { users: { kind: 'users', target, arrivals, ...(classes ? { classes } : {}) }, ...nodes },
  };
}

function exponential(meanSeconds: number) {
  return { kind: 'exponential', meanSeconds } as const;
}

function farm(policy: BalancingPolicy, instances: number): Readonly<Record<string, ScenarioNode>> {
  return {
    balancer: { kind: 'load-balancer', targets: ['servers'], policy },
    servers: { kind: 'service', instances, serviceTime: exponential(1) },
  };
}

describe('calls', () => {
  it('pass Poisson traffic on from one station to the next', () => {
    const means = [0.01, 0.015, 0.02];
    const [web, app, database] = tandemStationLatencySecondsMean(
      40,
      means.map((serviceSecondsMean) => ({ serviceSecondsMean })),
    );
    const [webTime, appTime, databaseTime] = means.map((seconds): ServiceNode => ({
      kind: 'service',
      serviceTime: exponential(seconds),
    }));
    const plan = [{ call: 'web' }, { call: 'app' }, { call: 'database' }];
    const nodes = {
      gateway: { kind: 'service', workers: 10_000, plan },
      ...{ web: webTime!, app: appTime!, database: databaseTime! },
    } as const;
    expectInside(systemOf({ ratePerSecond: 40, target: 'gateway', nodes, requests: 15_000 }), {
      'nodes.web.latencySecondsMean': web!,
      'nodes.app.latencySecondsMean': app!,
      'nodes.database.latencySecondsMean': database!,
      'overall.latencySecondsMean': web! + app! + database!,
    });
  });

  it('keep the only worker while they wait: its time is the sum of both', () => {
    const serviceSecondsMean = 0.01 + 0.02;
    const nodes = {
      web: { kind: 'service', plan: [{ work: exponential(0.01) }, { call: 'database' }] },
      database: { kind: 'service', serviceTime: exponential(0.02) },
    } as const;
    const wait = mg1WaitingSecondsMean({
      arrivalRatePerSecond: 22,
      serviceSecondsMean,
      serviceCoefficientOfVariation: Math.sqrt(0.01 * 0.01 + 0.02 * 0.02) / serviceSecondsMean,
    });
    expectInside(systemOf({ ratePerSecond: 22, target: 'web', nodes }), {
      'nodes.web.waitingSecondsMean': wait,
      'nodes.web.workerUtilisation': 22 * serviceSecondsMean,
      'nodes.web.utilisation': 22 * 0.01,
      'nodes.database.latencySecondsMean': 0.02,
      'overall.latencySecondsMean': wait + serviceSecondsMean,
    });
  });

  it('make a pool of workers the servers of M/M/c', () => {
    const load = { arrivalRatePerSecond: 30, serviceSecondsMean: 0.1, servers: 4 };
    const nodes = {
      pool: { kind: 'service', workers: 4, plan: [{ call: 'outside' }] },
      outside: { kind: 'service', cores: 100, serviceTime: exponential(0.1) },
    } as const;
    expectInside(systemOf({ ratePerSecond: 30, target: 'pool', nodes }), {
      'nodes.pool.waitingProbability': mmcWaitingProbability(load),
      'nodes.pool.waitingSecondsMean': mmcWaitingSecondsMean(load),
    });
  });
});

describe('plans and classes', () => {
  it('add steps up and halve them at double speed', () => {
    const plan = [{ work: exponential(0.02) }, { work: exponential(0.02) }];
    const nodes = { server: { kind: 'service', speed: 2, plan } } as const;
    const wait = mg1WaitingSecondsMean({
      arrivalRatePerSecond: 35,
      serviceSecondsMean: 0.02,
      serviceCoefficientOfVariation: Math.sqrt(0.5),
    });
    expectInside(systemOf({ ratePerSecond: 35, target: 'server', nodes }), {
      'nodes.server.waitingSecondsMean': wait,
      'nodes.server.utilisation': 0.7,
    });
  });

  it('mix short and long requests in one queue', () => {
    const serviceTime = exponential(0.01);
    const nodes = {
      server: { kind: 'service', serviceTime, classes: { long: { serviceTime: exponential(0.07) } } },
    };
    const mean = 0.75 * 0.01 + 0.25 * 0.07;
    const secondMoment = 2 * (0.75 * 0.01 * 0.01 + 0.25 * 0.07 * 0.07);
    const wait = mg1WaitingSecondsMean({
      arrivalRatePerSecond: 24,
      serviceSecondsMean: mean,
      serviceCoefficientOfVariation: Math.sqrt(secondMoment / (mean * mean) - 1),
    });
    const system = {
      ratePerSecond: 24,
      target: 'server',
      nodes: nodes as Record<string, ScenarioNode>,
      classes: { short: { share: 3 }, long: { share: 1 } },
    };
    expectInside(systemOf(system), {
      'nodes.server.waitingSecondsMean': wait,
      'nodes.users.classes.short.latencySecondsMean': wait + 0.01,
      'nodes.users.classes.long.latencySecondsMean': wait + 0.07,
    });
  });
});

describe('balancing', () => {
  it.each([{ kind: 'random' }, { kind: 'round-robin' }] as const)(
    'with one request a machine makes of any policy the single queue of M/M/c: $kind',
    (policy) => {
      const load = { arrivalRatePerSecond: 3.2, serviceSecondsMean: 1, servers: 4 };
      const { balancer, servers } = farm(policy, 4);
      const nodes = {
        balancer: { ...balancer, connectionsPerMachine: 1 } as ScenarioNode,
        servers: servers!,
      };
      expectInside(systemOf({ ratePerSecond: 3.2, target: 'balancer', nodes, requests: 30_000 }), {
        'nodes.balancer.waitingProbability': mmcWaitingProbability(load),
        'nodes.balancer.waitingSecondsMean': mmcWaitingSecondsMean(load),
        'nodes.balancer.queueLengthMean': 3.2 * mmcWaitingSecondsMean(load),
        'nodes.servers.latencySecondsMean': 1,
      });
    },
  );

  it('at random leaves every machine an M/M/1', () => {
    const nodes = farm({ kind: 'random' }, 4);
    expectInside(systemOf({ ratePerSecond: 4 * 0.7, target: 'balancer', nodes }), {
      'overall.latencySecondsMean': mm1LatencySecondsMean({
        arrivalRatePerSecond: 0.7,
        serviceSecondsMean: 1,
      }),
      'nodes.servers.instances.3.inSystemMean': 0.7 / 0.3,
    });
  });

  it.each([2, 4])('round robin makes every %d-th arrival regular: Erlang intervals', (instances) => {
    const nodes = farm({ kind: 'round-robin' }, instances);
    const intervalSeconds = { kind: 'erlang', meanSeconds: 1.25, shape: instances } as const;
    const load = { intervalSeconds, serviceSecondsMean: 1 };
    expectInside(systemOf({ ratePerSecond: 0.8 * instances, target: 'balancer', nodes, requests: 25_000 }), {
      'overall.latencySecondsMean': gm1LatencySecondsMean(load),
      'nodes.servers.waitingProbability': gm1WaitingProbability(load),
    });
  });

  it('weighted 3 to 1 sends every fourth to the light machine', () => {
    const nodes = farm({ kind: 'weighted', weights: [3, 1] }, 2);
    const ratePerSecond = 1.2;
    const intervalSeconds = { kind: 'erlang', meanSeconds: 4 / ratePerSecond, shape: 4 } as const;
    const latency = gm1LatencySecondsMean({ intervalSeconds, serviceSecondsMean: 1 });
    expectInside(systemOf({ ratePerSecond, target: 'balancer', nodes, requests: 25_000 }), {
      'nodes.servers.instances.1.inSystemMean': (ratePerSecond / 4) * latency,
      'nodes.servers.instances.0.utilisation': 0.9,
    });
  });

  it.each<BalancingPolicy>([
    { kind: 'least-connections' },
    { kind: 'power-of-d-choices', choices: 2, withReplacement: false },
  ])('$kind is join the shortest queue for two machines', (policy) => {
    const expected = expectedNumber(groundTruthOf('jsq2-rho0.7'), 'W');
    const system = { ratePerSecond: 1.4, target: 'balancer', nodes: farm(policy, 2) };
    expectInside(systemOf(system), { 'overall.latencySecondsMean': expected });
  });

  it('approaches the limit of the power of two choices as machines grow many', () => {
    const latencyOf = (instances: number): number => {
      const nodes = farm({ kind: 'power-of-d-choices', withReplacement: true }, instances);
      const system = { ratePerSecond: 0.8 * instances, target: 'balancer', nodes, requests: 300_000 };
      return run(systemOf(system), { seed: 7 }).overall.latencySecondsMean ?? NaN;
    };
    const load = { arrivalRatePerSecondPerServer: 0.8, serviceSecondsMean: 1, choices: 2 };
    const limit = choicesLatencySecondsMean(load);
    expect(latencyOf(10)).toBeGreaterThan(1.05 * limit);
    expect(Math.abs(latencyOf(500) / limit - 1)).toBeLessThan(0.02);
  });
});
