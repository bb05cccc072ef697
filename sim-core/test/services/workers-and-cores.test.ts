import { describe, expect, it } from 'vitest';
import { run, type ServiceNode } from '#sim-core';
import { deterministic, scenarioOf, serviceIn, upTo, usersAt, visitsTo } from '../small-scenarios.ts';

describe('a service', () => {
  it('starts the next request when a worker is free, first come first served', () => {
    const visits = visitsTo(
      oneService({ cores: 2, serviceTime: deterministic(2) }, [0, 0.5, 1, 1.5, 6]),
      'api',
    );
    expect(visits.map((visit) => visit.startSeconds)).toEqual([0, 0.5, 2, 2.5, 6]);
    expect(visits.map((visit) => visit.leaveSeconds)).toEqual([2, 2.5, 4, 4.5, 8]);
  });

  it('with more workers than cores lets requests in that then wait for a core', () => {
    const scenario = oneService({ cores: 2, workers: 3, serviceTime: deterministic(1) }, [0, 0, 0, 0]);
    const visits = visitsTo(scenario, 'api');
    // The third has a worker at once, but no core until 1 s; the fourth waits for a worker.
    expect(visits.map((visit) => visit.startSeconds)).toEqual([0, 0, 0, 1]);
    expect(visits.map((visit) => visit.leaveSeconds)).toEqual([1, 1, 2, 2]);
    const api = serviceIn(run(scenario), 'api');
    expect(api.utilisation).toBeCloseTo(4 / (10 * 2), 12);
    expect(api.workerUtilisation).toBeCloseTo((3 + 2) / (10 * 3), 12);
    expect(api.queueLengthMean).toBeCloseTo(1 / 10, 12);
    expect(api.waitingProbability).toBe(1 / 4);
  });

  it('with fewer workers than cores leaves cores idle', () => {
    const visits = visitsTo(
      oneService({ cores: 4, workers: 1, serviceTime: deterministic(1) }, [0, 0]),
      'api',
    );
    expect(visits.map((visit) => visit.startSeconds)).toEqual([0, 1]);
  });

  it('is as much faster as its speed says', () => {
    const visits = visitsTo(oneService({ speed: 4, serviceTime: deterministic(2) }, [0, 0]), 'api');
    expect(visits.map((visit) => visit.leaveSeconds)).toEqual([0.5, 1]);
  });

  it('goes round its machines when nobody chooses one', () => {
    const visits = visitsTo(
      oneService({ instances: 3, serviceTime: deterministic(5) }, [0, 1, 2, 3, 4]),
      'api',
    );
    expect(visits.map((visit) => visit.instance)).toEqual([1, 2, 3, 1, 2]);
  });

  it('refuses who comes when the queue of the machine is full', () => {
    const scenario = oneService({ queueLimit: 2, serviceTime: deterministic(10) }, [0, 1, 2, 3, 4]);
    const result = run(scenario);
    expect(visitsTo(scenario, 'api').map((visit) => visit.outcome)).toEqual([
      ...['served', 'in-flight', 'in-flight'],
      ...['failed', 'failed'],
    ]);
    expect(result.failures).toEqual([{ node: 'api', cause: 'queue-full', count: 2 }]);
    expect(serviceIn(result, 'api').rejectedRatio).toBe(2 / 5);
    expect(serviceIn(result, 'api').queueLengthMaximum).toBe(2);
  });

  it('has no queue when its limit is 0', () => {
    const scenario = oneService({ queueLimit: 0, serviceTime: deterministic(1) }, [0, 0.5, 1.25]);
    expect(visitsTo(scenario, 'api').map((visit) => visit.outcome)).toEqual(['served', 'failed', 'served']);
  });

  it('lets an arrival at the instant of a departure queue for no time', () => {
    // The arrival was scheduled before the departure, so it comes first.
    const scenario = oneService({ serviceTime: deterministic(1) }, [0, 1, 2]);
    const api = serviceIn(run(scenario), 'api');
    expect([api.waitingSecondsMean, api.waitingProbability, api.queueLengthMaximum]).toEqual([0, 0, 1]);
  });

  it('gives classes work of their own', () => {
    const scenario = scenarioOf(100, {
      users: { ...usersAt(upTo(40), 'api'), classes: { page: { share: 3 }, search: { share: 1 } } },
      api: {
        kind: 'service',
        cores: 50,
        serviceTime: deterministic(1),
        classes: { search: { plan: [{ work: deterministic(2) }, { work: deterministic(3) }] } },
      },
    });
    for (const { requestClass, spans } of run(scenario, { traces: 100 }).traces) {
      const [, visit] = spans;
      const seconds = visit!.leaveSeconds! - visit!.startSeconds!;
      expect(seconds).toBeCloseTo(requestClass === 'search' ? 5 : 1, 12);
    }
  });

  it('may have a class with the name of a property that every object has', () => {
    const scenario = scenarioOf(10, {
      users: { ...usersAt([1], 'api'), classes: { constructor: { share: 1 } } },
      other: { ...usersAt([1], 'api'), classes: { page: { share: 1 } } },
      api: {
        kind: 'service',
        cores: 2,
        serviceTime: deterministic(1),
        classes: { page: { serviceTime: deterministic(2) } },
      },
    });
    expect(visitsTo(scenario, 'api').map((visit) => visit.leaveSeconds)).toEqual([2, 3]);
  });
});

function oneService(service: Omit<ServiceNode, 'kind'>, timesSeconds: readonly number[]) {
  return scenarioOf(10, { users: usersAt(timesSeconds, 'api'), api: { kind: 'service', ...service } });
}
