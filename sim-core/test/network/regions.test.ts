import { describe, expect, it } from 'vitest';
import {
  distanceMeters,
  run,
  type RunResult,
  type Scenario,
  type UsersMetrics,
  type UsersNode,
} from '#sim-core';
import { RegionTable } from '../../network/region-table.ts';
import { deterministic, poissonUsers, scenarioOf, usersAt } from '../small-scenarios.ts';

const regions = {
  egypt: { latitude: 30.06, longitude: 31.25 },
  arabia: { latitude: 24.71, longitude: 46.68 },
  america: { latitude: 39.04, longitude: -77.49 },
};
const oneWay = (a: keyof typeof regions, b: keyof typeof regions): number =>
  (distanceMeters(regions[a], regions[b]) * 1.5) / 2e8;

function world(users: UsersNode, rest: Partial<Scenario> = {}): Scenario {
  return scenarioOf(
    100,
    {
      users,
      api: { kind: 'service', region: 'america', cores: 100, serviceTime: deterministic(0) },
    },
    { regions, ...rest },
  );
}

const latency = (scenario: Scenario): number => run(scenario).overall.latencySecondsMean!;

describe('regions', () => {
  it('put the light’s way between nodes, there and back', () => {
    const scenario = world({ ...usersAt([1, 2], 'api'), region: 'egypt' });
    expect(latency(scenario)).toBeCloseTo(2 * oneWay('egypt', 'america'), 12);
    expect(Object.keys(run(scenario).links!)).toEqual(['users to api']);
  });

  it('put nothing between nodes of one region, or of none', () => {
    for (const region of ['america', undefined]) {
      const users = region === undefined ? usersAt([1], 'api') : { ...usersAt([1], 'api'), region };
      const result = run(world(users));
      expect(result.overall.latencySecondsMean).toBe(0);
      expect(result.links).toBeUndefined();
    }
  });

  it('leave the word to a link that gives its own latency', () => {
    const users = { ...usersAt([1], 'api'), region: 'egypt' };
    const link = { from: 'users', to: 'api' };
    const cable = { ...link, latencySeconds: deterministic(0.5) };
    expect(latency(world(users, { links: { cable } }))).toBe(1);
    expect(latency(world(users, { links: { cable: link } }))).toBeCloseTo(2 * oneWay('egypt', 'america'), 12);
  });

  it('of users are drawn request by request, in their shares', () => {
    const users = { ...poissonUsers(100, 'api'), regions: { egypt: 3, america: 1 } };
    const far = 2 * oneWay('egypt', 'america');
    const result: RunResult = run(world(users), { traces: 10_000 });
    const latencies = result.traces
      .filter(({ outcome }) => outcome === 'served')
      .map(({ arriveSeconds, leaveSeconds }) => leaveSeconds! - arriveSeconds);
    const { regions: fares } = result.nodes.users as UsersMetrics;
    expect(fares!.egypt!.latencySecondsMean).toBeCloseTo(far, 9);
    expect(fares!.america!.latencySecondsMean).toBeCloseTo(0, 9);
    const ofEgypt = latencies.filter((seconds) => Math.abs(seconds - far) < 1e-9).length;
    const ofAmerica = latencies.filter((seconds) => seconds < 1e-9).length;
    expect(ofEgypt + ofAmerica).toBe(latencies.length);
    expect(Math.abs(ofEgypt / latencies.length - 0.75)).toBeLessThan(
      4 * Math.sqrt(0.1875 / latencies.length),
    );
  });

  it('of users change neither when they come nor what they ask for', () => {
    const here = world(poissonUsers(20, 'api'));
    const there = world({ ...poissonUsers(20, 'api'), regions: { egypt: 1, arabia: 1 } });
    const times = (scenario: Scenario): number[] =>
      run(scenario, { traces: 10_000 }).traces.map(({ arriveSeconds }) => arriveSeconds);
    expect(times(there)).toEqual(times(here));
  });
});

describe('a table of regions', () => {
  const table = new RegionTable(world(usersAt([], 'api')));

  it('finds the nearest of several', () => {
    // For who is nowhere, in Egypt, in Arabia and in America.
    expect([...table.nearestTo([2, 1])]).toEqual([0, 1, 1, 0]);
    expect([...table.nearestTo([])]).toEqual([-1, -1, -1, -1]);
  });
});
