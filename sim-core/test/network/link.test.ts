import { describe, expect, it } from 'vitest';
import { run, type Link, type RunResult, type Scenario } from '#sim-core';
import { casesOf } from '../always.ts';
import { arbitraryNetwork } from '../arbitrary-network.ts';
import { deterministic, scenarioOf, upTo, usersAt, visitsTo } from '../small-scenarios.ts';

const network = (result: RunResult) => result.links!.line!;

/** Users and a server that takes a tenth of a second, with a link between them. */
function linked(
  timesSeconds: readonly number[],
  link: Partial<Link>,
  rest: Partial<Scenario> = {},
): Scenario {
  return scenarioOf(
    100,
    {
      users: usersAt(timesSeconds, 'api'),
      api: { kind: 'service', cores: 100, serviceTime: deterministic(0.1) },
    },
    { links: { line: { from: 'users', to: 'api', ...link } }, ...rest },
  );
}

describe('latency', () => {
  it('comes before the visit and after it', () => {
    const scenario = linked([1, 2], { latencySeconds: { kind: 'sequence', seconds: [0.25, 0.5] } });
    const visits = visitsTo(scenario, 'api');
    expect(visits.map(({ arriveSeconds }) => arriveSeconds)).toEqual([1.25, 2.5]);
    const { overall, links } = run(scenario);
    // The sequence of answers is one of its own: 0.25 and 0.1 and 0.25, 0.5 and 0.1 and 0.5.
    expect(overall.latencySecondsMean).toBeCloseTo(0.85, 12);
    expect(links!.line).toMatchObject({ from: 'users', to: 'api', arrived: 2, served: 2, failed: 0 });
    expect(links!.line!.networkSecondsMean).toBeCloseTo(0.75, 12);
    expect(links!.line).toMatchObject({ requestBytes: 1000, responseBytes: 20_000, lost: 0 });
  });

  it('has jitter on top', () => {
    const scenario = linked([1], {
      latencySeconds: deterministic(0.25),
      jitterSeconds: { kind: 'sequence', seconds: [0.125, 0.5] },
    });
    expect(visitsTo(scenario, 'api')[0]!.arriveSeconds).toBe(1.375);
    expect(run(scenario).overall.latencySecondsMean).toBeCloseTo(0.85, 12);
  });

  it('shows in hops: sent, there, back', () => {
    const hops = run(linked([1], { latencySeconds: deterministic(0.25) }), { hops: 10 }).hops!;
    const times = [hops.leaveSeconds, hops.arriveSeconds, hops.startSeconds, hops.answerSeconds];
    expect(times.map((column) => column[0])).toEqual([1, 1.25, 1.25, 1.6]);
  });

  it('shows in hops that are under way at the end', () => {
    const scenario = { ...linked([1], { latencySeconds: deterministic(0.25) }), durationSeconds: 1.5 };
    const hops = run(scenario, { hops: 10 }).hops!;
    expect([hops.outcome[0], hops.answerSeconds[0]]).toEqual([1, -1]);
  });

  it('orders the times of every hop, whatever the network', () => {
    for (const scenario of casesOf(arbitraryNetwork, 20)) {
      const { leaveSeconds, arriveSeconds, answerSeconds, outcome } = run(scenario, { hops: 200 }).hops!;
      arriveSeconds.forEach((arrive, row) => {
        expect(leaveSeconds[row]).toBeLessThanOrEqual(arrive);
        if (answerSeconds[row] !== -1) expect(answerSeconds[row]).toBeGreaterThanOrEqual(arrive);
        if (outcome[row] === 0) expect(answerSeconds[row]).toBe(-1);
      });
    }
  });

  it('of a chain adds up, and a failure takes its time to come back', () => {
    const links = {
      near: { from: 'users', to: 'page', latencySeconds: deterministic(0.1) },
      far: { from: 'page', to: 'store', latencySeconds: deterministic(1) },
    };
    const nodes = {
      users: usersAt([1, 1], 'page'),
      page: { kind: 'service', workers: 9, plan: [{ call: 'store', times: 2 }] },
      store: { kind: 'service', queueLimit: 0, serviceTime: deterministic(0.5) },
    } as const;
    const [served, refused] = run(scenarioOf(20, nodes, { links }), { traces: 9 }).traces;
    expect(served!.leaveSeconds).toBeCloseTo(1 + 0.2 + 2 * 2.5, 12);
    expect(refused).toMatchObject({ outcome: 'failed', failure: { node: 'store', cause: 'queue-full' } });
    expect(refused!.leaveSeconds).toBeCloseTo(1 + 0.2 + 2, 12);
  });
});

describe('bandwidth', () => {
  const requestClasses = { request: { requestBytes: 1000, responseBytes: 4000 } };

  it('lets one message go after the other, in each direction', () => {
    const scenario = linked([1, 1, 1], { bandwidthBytesPerSecond: 8000 }, { requestClasses });
    const visits = visitsTo(scenario, 'api');
    expect(visits.map(({ arriveSeconds }) => arriveSeconds)).toEqual([1.125, 1.25, 1.375]);
    const back = run(scenario, { traces: 9 }).traces.map(({ leaveSeconds }) => leaveSeconds!);
    // The first answer leaves at 1.225; each keeps the way back busy for half a second.
    for (const i of upTo(3)) expect(back[i]).toBeCloseTo(1.225 + 0.5 * (i + 1), 12);
    const { requestUtilisation, responseUtilisation } = network(run(scenario));
    expect(requestUtilisation).toBeCloseTo(0.375 / 100, 12);
    expect(responseUtilisation).toBeCloseTo(1.5 / 100, 12);
  });

  it('counts as busy only what was sent by the end', () => {
    const scenario = { ...linked([1, 1], { bandwidthBytesPerSecond: 1000 }, { requestClasses }) };
    expect(network(run({ ...scenario, durationSeconds: 2 })).requestUtilisation).toBeCloseTo(0.5, 12);
  });
});

describe('loss', () => {
  it('of everything is noticed after the last wait', () => {
    const result = run(linked([1], { lossProbability: 1, maximumTries: 3 }), { traces: 1 });
    expect(result.failures).toEqual([{ node: 'line', cause: 'lost', count: 1 }]);
    expect(result.traces[0]!.leaveSeconds).toBeCloseTo(1 + 0.2 + 0.4 + 0.8, 12);
    expect(network(result)).toMatchObject({ lost: 1, retransmissions: 3, failed: 1 });
    expect(result.nodes.api).toMatchObject({ arrived: 0 });
  });

  it('of nothing costs nothing', () => {
    const result = run(linked([1], { lossProbability: 0 }));
    expect(result.overall.latencySecondsMean).toBeCloseTo(0.1, 12);
  });
});
