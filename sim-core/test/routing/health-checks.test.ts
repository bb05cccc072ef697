import { describe, expect, it } from 'vitest';
import { run, type Fault, type HealthCheck, type RunResult, type ServiceNode } from '#sim-core';
import { balancerIn, deterministic, scenarioOf, upTo } from '../small-scenarios.ts';

const crash: Fault = { kind: 'crash', node: 'web', instance: 2, atSeconds: 2.5, forSeconds: 10 };

describe('health checks', () => {
  it('take a machine out after three failed checks in a row, and back in after two passed', () => {
    const result = checked({ intervalSeconds: 1 }, { faults: { crash } });
    expect(verdicts(result)).toEqual(['unhealthy 2 at 5', 'healthy 2 at 14']);
    const [first, second] = balancerIn(result, 'balancer').backends;
    expect([first!.healthyRatio, second!.healthyRatio]).toEqual([1, (5 + 6) / 20]);
  });

  it('let requests run into the dead machine until the verdict, and none after', () => {
    const { failures, traces } = checked({ intervalSeconds: 1 }, { faults: { crash } });
    expect(failures.map(({ cause }) => cause).sort()).toEqual(['crashed', 'refused']);
    const failed = traces.filter(({ outcome }) => outcome === 'failed');
    expect(Math.max(...failed.map(({ arriveSeconds }) => arriveSeconds))).toBeLessThan(5);
    const toSecond = traces.filter(({ spans }) => spans[2]!.instance === 2);
    expect(toSecond.some(({ arriveSeconds }) => arriveSeconds >= 5 && arriveSeconds < 14)).toBe(false);
    expect(toSecond.some(({ arriveSeconds }) => arriveSeconds > 14)).toBe(true);
  });

  it('have thresholds to choose', () => {
    const eager = checked(
      { intervalSeconds: 1, unhealthyThreshold: 1, healthyThreshold: 1 },
      { faults: { crash } },
    );
    expect(verdicts(eager)).toEqual(['unhealthy 2 at 3', 'healthy 2 at 13']);
  });

  it('forgive what does not last', () => {
    // Down at the checks of 3 and 4 s, up at 5, down at 6 and 7.
    const faults: Record<string, Fault> = {
      first: { ...crash, atSeconds: 2.5, forSeconds: 2 },
      second: { ...crash, atSeconds: 5.5, forSeconds: 2 },
    };
    expect(verdicts(checked({ intervalSeconds: 1 }, { faults }))).toEqual([]);
  });

  it('come exactly on time, however many there were', () => {
    const late: Fault = { ...crash, atSeconds: 15, forSeconds: 1 };
    const result = checked(
      { intervalSeconds: 0.1, unhealthyThreshold: 1, healthyThreshold: 1 },
      { faults: { late } },
    );
    // The crash comes first in its instant, and the check finds it.
    expect(result.events.map(({ kind, atSeconds }) => [kind, atSeconds])).toEqual([
      ['crash', 15],
      ['unhealthy', 150 * 0.1],
      ['restart', 16],
      ['healthy', 160 * 0.1],
    ]);
  });

  it('leave nobody to send to when all machines are out', () => {
    const faults = { all: { kind: 'crash', node: 'web', atSeconds: 0.6 } as Fault };
    const { failures, traces } = checked({ intervalSeconds: 1 }, { faults });
    expect(failures.map(({ node, cause }) => `${cause} at ${node}`).sort()).toEqual([
      ...['crashed at web', 'no-healthy-target at balancer', 'refused at web'],
    ]);
    const last = traces.at(-1)!;
    expect(last.failure).toEqual({ node: 'balancer', cause: 'no-healthy-target' });
    expect(last.spans.map(({ node }) => node)).toEqual(['users', 'balancer']);
  });

  it('only fail by a crash unless they have a timeout', () => {
    const busy: Partial<ServiceNode> = { serviceTime: deterministic(30) };
    expect(verdicts(checked({ intervalSeconds: 1 }, { service: busy }))).toEqual([]);
    // Machine 1 gets requests at 0.5 and 1.5 s: at 3 s the second has waited for 1½ s.
    const result = checked(
      { intervalSeconds: 1, timeoutSeconds: 1, unhealthyThreshold: 2 },
      { service: busy },
    );
    expect(verdicts(result)).toEqual(['unhealthy 1 at 4', 'unhealthy 2 at 5']);
  });

  it('that time out pass again once the queue is short', () => {
    const slow: Fault = {
      kind: 'slow-down',
      node: 'web',
      instance: 1,
      speed: 0.01,
      atSeconds: 0,
      forSeconds: 8,
    };
    const result = checked(
      { intervalSeconds: 1, timeoutSeconds: 1, unhealthyThreshold: 2 },
      { faults: { slow }, service: { serviceTime: deterministic(0.4) } },
    );
    expect(verdicts(result)).toEqual(['unhealthy 1 at 4', 'healthy 1 at 11']);
  });
});

interface Circumstances {
  readonly faults?: Record<string, Fault>;
  readonly service?: Partial<ServiceNode>;
}

/** Two requests a second, in turn to two machines; the first at half a second. */
function checked(healthCheck: HealthCheck, { faults = {}, service = {} }: Circumstances): RunResult {
  const scenario = scenarioOf(
    20,
    {
      users: {
        kind: 'users',
        target: 'balancer',
        arrivals: { kind: 'recorded', timesSeconds: upTo(39).map((i) => (i + 1) / 2) },
      },
      balancer: { kind: 'load-balancer', targets: ['web'], policy: { kind: 'round-robin' }, healthCheck },
      web: { kind: 'service', instances: 2, serviceTime: deterministic(0.75), ...service },
    },
    { faults },
  );
  return run(scenario, { traces: 100 });
}

function verdicts({ events }: RunResult): string[] {
  return events
    .filter(({ kind }) => kind === 'healthy' || kind === 'unhealthy')
    .map(({ kind, instance, atSeconds }) => `${kind} ${instance} at ${atSeconds}`);
}
