import { describe, expect, it } from 'vitest';
import { run, type LinkConnection, type RunResult, type Scenario, type UsersNode } from '#sim-core';
import { deterministic, scenarioOf, usersAt } from '../small-scenarios.ts';

/** A link of 0.5 s each way, so that a round trip takes a second, to a server that takes none. */
function connected(
  timesSeconds: readonly number[],
  connection: LinkConnection,
  more: Partial<UsersNode> = {},
): Scenario {
  return scenarioOf(
    1000,
    {
      users: { ...usersAt(timesSeconds, 'api'), ...more },
      api: { kind: 'service', cores: 100, serviceTime: deterministic(0) },
    },
    { links: { line: { from: 'users', to: 'api', latencySeconds: deterministic(0.5), connection } } },
  );
}

const latencies = (scenario: Scenario): number[] =>
  run(scenario, { traces: 1000 }).traces.map(
    ({ arriveSeconds, leaveSeconds }) => leaveSeconds! - arriveSeconds,
  );
const opened = (result: RunResult): number => result.links!.line!.connectionsOpened;

describe('a connection', () => {
  it('costs its round trips once, and is used again while it is kept', () => {
    const scenario = connected([10, 20, 29, 60], { keepAliveSeconds: 15 });
    expect(latencies(scenario)).toEqual([3, 1, 1, 3]);
    expect(opened(run(scenario))).toBe(2);
  });

  it('that is not used again is made for each request', () => {
    const scenario = connected([10, 20, 29], { reuse: false, setUpRoundTrips: 3 });
    expect(latencies(scenario)).toEqual([4, 4, 4]);
    expect(opened(run(scenario))).toBe(3);
  });

  it('takes one request at a time: two at once need two', () => {
    expect(latencies(connected([10, 10, 14, 14, 14], { setUpRoundTrips: 1 }))).toEqual([2, 2, 1, 1, 2]);
  });

  it('more requests than connections wait for one, first come first served', () => {
    const scenario = connected([10, 10, 10, 10], { setUpRoundTrips: 1, maximum: 2 });
    expect(latencies(scenario)).toEqual([2, 2, 3, 3]);
    expect(opened(run(scenario))).toBe(2);
  });

  it('with streams takes several requests, also those that came while it was set up', () => {
    const scenario = connected([10, 10.5, 10.5, 20, 20, 20, 20], { setUpRoundTrips: 1, streams: 3 });
    expect(latencies(scenario)).toEqual([2, 1.5, 1.5, 1, 1, 1, 2]);
    expect(opened(run(scenario))).toBe(2);
  });

  it('that takes no round trip costs nothing', () => {
    expect(latencies(connected([10, 10], { setUpRoundTrips: 0 }))).toEqual([1, 1]);
  });

  it('belongs to one client', () => {
    const times = Array.from({ length: 50 }, (_, i) => 10 * i + 10);
    const clients = { clients: { count: 5 } };
    const result = run(connected(times, { keepAliveSeconds: 1000 }, clients), { traces: 100 });
    const seen = new Set(result.traces.map(({ client }) => client));
    expect(opened(result)).toBe(seen.size);
    expect(seen.size).toBe(5);
  });

  it('to be made again and again makes round trips the price of small requests, whatever the bandwidth', () => {
    const times = Array.from({ length: 100 }, (_, i) => 5 * i + 1);
    const mean = (reuse: boolean, bandwidthBytesPerSecond: number): number => {
      const scenario = connected(times, { reuse });
      const line = { ...scenario.links!.line!, bandwidthBytesPerSecond };
      return run({ ...scenario, links: { line } }).overall.latencySecondsMean!;
    };
    const [slow, fast] = [1e6, 1e8];
    expect(mean(false, slow) - mean(false, fast)).toBeLessThan(0.011);
    expect(mean(false, slow) - mean(true, slow)).toBeGreaterThan(1.9);
  });
});
