import { describe, expect, it } from 'vitest';
import { parseScenario, type Scenario, type ServiceNode } from '#sim-core';
import { deterministic, poissonUsers, scenarioOf } from '../small-scenarios.ts';

const withService = (rest: Partial<ServiceNode>, more: Partial<Scenario> = {}): Scenario =>
  scenarioOf(
    100,
    { users: poissonUsers(1, 'api'), api: { kind: 'service', serviceTime: deterministic(1), ...rest } },
    more,
  );
const autoscaling = { minimum: 2, maximum: 5, targetUtilisation: 0.5 };

describe('a service', () => {
  it.each<[Partial<ServiceNode>, string]>([
    [
      { discipline: 'random' as never },
      'service "api": discipline is "random"; expected "fifo", "lifo", "priority", "processor-sharing"',
    ],
    [
      { priorities: {} },
      'service "api": priorities are given; expected them with the discipline "priority" only',
    ],
    [
      { discipline: 'priority', priorities: { pay: 1 } },
      'service "api": priorities.pay is no class of any users; expected one of request',
    ],
    [
      { memoryMegabytes: 100, memoryMegabytesBase: 90, memoryMegabytesPerRequest: 20 },
      'service "api": memoryMegabytes is 100; expected at least 110, for the machine and one request',
    ],
    [
      { shedding: {} },
      'service "api": shedding has no keys; expected one or more of maximumQueueSeconds, concurrencyLimit, rateLimit, queueDelay',
    ],
    [
      { autoscaling: { ...autoscaling, maximum: 1 } },
      'service "api": autoscaling.maximum is 1; expected an integer from 2, the minimum, to 10000',
    ],
    [
      { autoscaling, instances: 9 },
      'service "api": instances is 9; expected an integer from 2 to 5, as its autoscaling says',
    ],
    [
      { deployments: { release: { atSeconds: 1, strategy: 'hope' as never } } },
      'service "api": deployments.release.strategy is "hope"; expected "big-bang", "rolling", "blue-green", "canary"',
    ],
  ])('is refused with %j', (rest, message) => {
    expect(() => parseScenario(withService(rest))).toThrow(message);
  });

  it('does not decide more often, or fail more often, than a run can bear', () => {
    const long = {
      ...withService({ autoscaling: { ...autoscaling, intervalSeconds: 1 } }),
      durationSeconds: 1e7,
    };
    expect(() => parseScenario(long)).toThrow('autoscaling.intervalSeconds is 1; expected at least 10');
    const wear = {
      kind: 'random-failures',
      node: 'api',
      atSeconds: 0,
      meanTimeToFailureSeconds: 1e-5,
      meanTimeToRepairSeconds: 1e-5,
    } as const;
    expect(() => parseScenario(withService({}, { faults: { wear } }))).toThrow(
      'some 5.00e+6 failures of machines; expected at most 1000000',
    );
  });
});
