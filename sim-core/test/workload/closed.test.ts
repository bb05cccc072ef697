import { describe, expect, it } from 'vitest';
import { run, type Arrivals, type Distribution, type Scenario, type ServiceNode } from '#sim-core';
import { closedNetwork, closedNetworkLimits, type ServiceCenter } from '#theory';
import { expectInside } from '../expect-inside.ts';
import { deterministic, exponential, scenarioOf, serviceIn } from '../small-scenarios.ts';

function people(users: number, thinkTime: Distribution, leaveProbability?: number): Arrivals {
  return { kind: 'closed', users, thinkTime, ...(leaveProbability !== undefined && { leaveProbability }) };
}

describe('a closed workload', () => {
  it('is people who think, ask and wait, each at their own pace', () => {
    const scenario = scenarioOf(10, {
      users: { kind: 'users', target: 'web', arrivals: people(2, deterministic(1)) },
      web: { kind: 'service', serviceTime: deterministic(0.5) },
    });
    const { traces } = run(scenario, { traces: 100 });
    const sent = (client: number): number[] =>
      traces.filter((trace) => trace.client === client).map(({ arriveSeconds }) => arriveSeconds);
    // Both ask at 1 s; one waits for the other, and from then on they do not meet.
    expect(sent(0)).toEqual([1, 2.5, 4, 5.5, 7, 8.5, 10]);
    expect(sent(1)).toEqual([1, 3, 4.5, 6, 7.5, 9]);
  });

  it('never has more requests under way than people', () => {
    const result = run(
      scenarioOf(100, {
        users: { kind: 'users', target: 'web', arrivals: people(30, exponential(0.1)) },
        web: { kind: 'service', serviceTime: exponential(1) },
      }),
    );
    expect(serviceIn(result, 'web').queueLengthMaximum).toBe(29);
    expect(result.overall.inFlight).toBeLessThanOrEqual(30);
  });

  it('asks at most a thousand times a second, though neither thought nor answer takes time', () => {
    const result = run(
      scenarioOf(
        2,
        {
          users: { kind: 'users', target: 'web', arrivals: people(3, deterministic(0)) },
          web: { kind: 'service', serviceTime: deterministic(0) },
        },
        { faults: { down: { kind: 'crash', node: 'web', atSeconds: 1 } } },
      ),
    );
    expect(result.overall.arrived).toBeGreaterThan(5990);
    expect(result.overall.arrived).toBeLessThanOrEqual(6003);
  });

  it('does not ask again while it waits: an outage costs each person one request', () => {
    const result = run(
      scenarioOf(
        20,
        {
          users: { kind: 'users', target: 'web', arrivals: people(50, exponential(1)) },
          web: { kind: 'service', cores: 50, serviceTime: exponential(0.01) },
        },
        { faults: { stuck: { kind: 'slow-down', node: 'web', speed: 1e-6, atSeconds: 10, forSeconds: 5 } } },
      ),
    );
    const arrived = result.series.nodes.users!.arrivedPerSecond;
    const between = (from: number, to: number): number =>
      arrived.slice(from * 3, to * 3).reduce((sum, rate) => sum + rate / 3, 0);
    expect(between(5, 10)).toBeGreaterThan(200);
    expect(between(10, 15)).toBeLessThanOrEqual(50);
  });

  it('shrinks when people leave whose requests fail', () => {
    const scenario = scenarioOf(60, {
      users: {
        kind: 'users',
        target: 'web',
        arrivals: people(100, exponential(1), 0.5),
        policy: { timeoutSeconds: 1 },
      },
      web: { kind: 'service', serviceTime: exponential(0.05) },
    });
    const result = run(scenario);
    const { users } = result.nodes;
    if (users?.kind !== 'users') throw new Error('there are no users');
    expect(users.failed).toBeGreaterThan(50);
    // Each failure is a coin toss, and the crowd comes down to what the server can answer in time.
    expect(Math.abs(users.peopleLeft! - users.failed / 2)).toBeLessThan((3 * Math.sqrt(users.failed)) / 2);
    expect(users.peopleLeft).toBeGreaterThan(50);
    expect(users.peopleLeft).toBeLessThan(100);
    const failing = result.series.nodes.users!.failedPerSecond;
    expect(failing[2]).toBeGreaterThan(5);
    expect(failing.slice(40).reduce((sum, rate) => sum + rate, 0) / 20).toBeLessThan(2);
  });

  it('is as large as its bounds allow', () => {
    const scenario = (users: number): Scenario =>
      scenarioOf(400, {
        users: { kind: 'users', target: 'web', arrivals: people(users, exponential(1)) },
        web: { kind: 'service', serviceTime: exponential(0.1) },
      });
    const bounds = closedNetworkLimits({
      users: 1,
      thinkSecondsMean: 1,
      centers: [{ serviceSecondsMean: 0.1 }],
    });
    expect(bounds.usersAtKnee).toBeCloseTo(11, 9);
    expect(run(scenario(2)).overall.throughputPerSecond).toBeCloseTo(2 / 1.1, 0);
    expect(run(scenario(100)).overall.throughputPerSecond).toBeCloseTo(bounds.throughputPerSecondMaximum, 0);
  });
});

/** People before a host with a worker for each, which calls each center as often as it is visited. */
function network(
  users: number,
  thinkTime: Distribution,
  centers: readonly ServiceCenter[],
  durationSeconds: number,
): Scenario {
  const center = ({ serviceSecondsMean }: ServiceCenter): ServiceNode => ({
    kind: 'service',
    serviceTime: exponential(serviceSecondsMean),
  });
  return scenarioOf(
    durationSeconds,
    {
      users: { kind: 'users', target: 'host', arrivals: people(users, thinkTime) },
      host: {
        kind: 'service',
        workers: users,
        plan: centers.map(({ visits = 1 }, i) =>
          visits < 1
            ? { call: `center-${i + 1}`, probability: visits }
            : { call: `center-${i + 1}`, times: visits },
        ),
      },
      ...Object.fromEntries(centers.map((each, i) => [`center-${i + 1}`, center(each)])),
    },
    { warmUpSeconds: durationSeconds / 10 },
  );
}

// What is sent a second, not what is served: each who waits at the end is a request without an answer.
describe('a closed network', () => {
  it('is what mean value analysis says: Jain, example 34.2', () => {
    const centers = [
      { serviceSecondsMean: 0.125, visits: 16 },
      { serviceSecondsMean: 0.3, visits: 10 },
      { serviceSecondsMean: 0.2, visits: 5 },
    ];
    const theory = closedNetwork({ users: 20, thinkSecondsMean: 4, centers });
    expect(theory.centers[1]!.latencySecondsMean).toBeCloseTo(4.854, 3);
    expectInside(network(20, exponential(4), centers, 4000), {
      'overall.offeredPerSecond': theory.throughputPerSecond,
      'overall.latencySecondsMean': theory.latencySecondsMean,
      ...Object.fromEntries(
        theory.centers.flatMap(({ latencySecondsMean, inSystemMean }, i) => [
          [`nodes.center-${i + 1}.latencySecondsMean`, latencySecondsMean],
          [`nodes.center-${i + 1}.inSystemMean`, inSystemMean],
        ]),
      ),
    });
  });

  it('is what mean value analysis says where nobody thinks: Bolch, example 8.3', () => {
    const centers = [
      { serviceSecondsMean: 0.02, visits: 1 },
      { serviceSecondsMean: 0.2, visits: 0.4 },
      { serviceSecondsMean: 0.4, visits: 0.2 },
      { serviceSecondsMean: 0.6, visits: 0.1 },
    ];
    const theory = closedNetwork({ users: 6, centers });
    expectInside(network(6, deterministic(0), centers, 3000), {
      'overall.offeredPerSecond': theory.throughputPerSecond,
      ...Object.fromEntries(
        theory.centers.flatMap(({ throughputPerSecond, utilisation, inSystemMean }, i) => [
          [`nodes.center-${i + 1}.throughputPerSecond`, throughputPerSecond],
          [`nodes.center-${i + 1}.utilisation`, utilisation],
          [`nodes.center-${i + 1}.inSystemMean`, inSystemMean],
        ]),
      ),
    });
  });

  it('does not mind what the thinking is like, only its mean', () => {
    const centers = [{ serviceSecondsMean: 0.1 }];
    const theory = closedNetwork({ users: 15, thinkSecondsMean: 1, centers });
    expectInside(
      network(15, { kind: 'lognormal', meanSeconds: 1, coefficientOfVariation: 2 }, centers, 2000),
      { 'overall.offeredPerSecond': theory.throughputPerSecond },
    );
  });
});
