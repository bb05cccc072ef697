import { describe, expect, it } from 'vitest';
import { type Arrivals, type Autoscaling, run, type RunResult, type Scenario } from '#sim-core';
import {
  balancerIn,
  deterministic,
  exponential,
  scenarioOf,
  serviceIn,
  upTo,
  usersAt,
} from '../small-scenarios.ts';

const scaled = (arrivals: Arrivals, autoscaling: Autoscaling, durationSeconds: number, rest = {}): Scenario =>
  scenarioOf(
    durationSeconds,
    {
      users: { kind: 'users', target: 'balancer', arrivals },
      balancer: { kind: 'load-balancer', targets: ['api'], policy: { kind: 'least-connections' } },
      api: { kind: 'service', serviceTime: exponential(0.1), autoscaling, ...rest },
    },
    { prices: { instanceDollarsPerMonth: 10 } },
  );
const scaleEvents = ({ events }: RunResult): [number, string, number][] =>
  events.map(({ atSeconds, kind, instance }) => [atSeconds, kind, instance]);

describe('an autoscaler', () => {
  it('adds a machine at its next look, which serves when it has started, and is paid from the decision on', () => {
    const scenario = scenarioOf(
      100,
      {
        users: usersAt(upTo(100), 'balancer'),
        balancer: { kind: 'load-balancer', targets: ['api'], policy: { kind: 'round-robin' } },
        api: {
          kind: 'service',
          serviceTime: deterministic(0.9),
          autoscaling: {
            minimum: 1,
            maximum: 2,
            targetUtilisation: 0.5,
            intervalSeconds: 10,
            startUpSeconds: 15,
          },
        },
      },
      { prices: { instanceDollarsPerMonth: 10 } },
    );
    const result = run(scenario);
    expect(scaleEvents(result)).toEqual([[10, 'scale-out', 2]]);
    const api = serviceIn(result, 'api');
    expect(api.instancesMean).toBeCloseTo(1.9, 9);
    expect(api.instanceHours).toBeCloseTo(190 / 3600, 9);
    expect(result.overall.costDollarsPerMonth).toBeCloseTo(19, 9);
    // From second 25 on every other request goes there.
    expect(balancerIn(result, 'balancer').backends.map(({ sent }) => sent)).toEqual([62, 38]);
    expect(api.utilisation).toBeCloseTo(90 / 190, 9);
  });

  it('follows a curve of the rate up and down, and loses nobody', () => {
    const points = [
      { seconds: 0, ratePerSecond: 10 },
      { seconds: 600, ratePerSecond: 60 },
      { seconds: 1200, ratePerSecond: 60 },
      { seconds: 1800, ratePerSecond: 10 },
    ];
    const result = run(
      scaled(
        { kind: 'rate-curve', points },
        { minimum: 2, maximum: 20, targetUtilisation: 0.6, intervalSeconds: 15, startUpSeconds: 30 },
        3000,
      ),
      { seriesBuckets: 100 },
    );
    expect(result.overall.failed).toBe(0);
    const machines = result.series.nodes.api!.instancesMean!;
    expect(Math.max(...machines)).toBeGreaterThanOrEqual(10);
    expect(Math.max(...machines)).toBeLessThanOrEqual(14);
    expect(machines[0]).toBe(2);
    expect(machines.at(-1)!).toBeLessThan(4);
    expect(result.overall.costDollarsPerMonth).toBeCloseTo(serviceIn(result, 'api').instancesMean! * 10, 9);
    expect(result.overall.latencySecondsP95!).toBeLessThan(0.6);
  });

  it('is beaten by a flash crowd while machines start, and less so the faster they do', () => {
    const p99 = (startUpSeconds: number): number =>
      run(
        scaled(
          {
            kind: 'flash-crowd',
            baseRatePerSecond: 10,
            peakRatePerSecond: 100,
            startSeconds: 300,
            rampUpSeconds: 5,
            holdSeconds: 300,
          },
          { minimum: 2, maximum: 30, targetUtilisation: 0.6, startUpSeconds },
          900,
        ),
      ).overall.latencySecondsP99!;
    const [slow, quick] = [p99(120), p99(5)];
    expect(slow).toBeGreaterThan(20);
    expect(quick).toBeLessThan(slow / 2);
  });

  it('lets a machine finish what it has before it goes', () => {
    const result = run(
      scenarioOf(100, {
        users: usersAt([0.5, 0.6, 0.7], 'api'),
        api: {
          kind: 'service',
          instances: 3,
          serviceTime: deterministic(35),
          autoscaling: {
            minimum: 1,
            maximum: 3,
            targetUtilisation: 1,
            intervalSeconds: 40,
            tolerance: 0,
            scaleInStabilizationSeconds: 0,
          },
        },
      }),
    );
    expect(scaleEvents(result)).toEqual([
      [80, 'scale-in', 3],
      [80, 'scale-in', 2],
    ]);
    expect(result.overall.served).toBe(3);
  });
});

describe('a machine', () => {
  const api = (rest: object): Scenario =>
    scenarioOf(
      60,
      {
        users: usersAt([11, 14, 17, 24], 'api'),
        api: { kind: 'service', serviceTime: deterministic(1), ...rest },
      },
      { faults: { crash: { kind: 'crash', node: 'api', atSeconds: 10, forSeconds: 3 } } },
    );
  const outcomes = (scenario: Scenario): (string | number)[] =>
    run(scenario, { traces: 10 }).traces.map(
      ({ failure, leaveSeconds, arriveSeconds }) => failure?.cause ?? leaveSeconds! - arriveSeconds,
    );

  it('takes its time to start after a crash', () => {
    expect(outcomes(api({}))).toEqual(['refused', 1, 1, 1]);
    expect(outcomes(api({ startUpSeconds: 3 }))).toEqual(['refused', 'refused', 1, 1]);
  });

  it('is slow at first, and at its own speed when it is warm', () => {
    const warmUp = { seconds: 5, speed: 0.5 };
    // Up at 13 and warm at 18: a second of work half done by then.
    expect(outcomes(api({ warmUp }))).toEqual(['refused', 2, 1.5, 1]);
  });
});
