import { describe, expect, it } from 'vitest';
import { run, type CdnNode, type RunResult, type Scenario, type UsersNode } from '#sim-core';
import { deterministic, scenarioOf, serviceIn } from '../small-scenarios.ts';
import { asking, cdnIn, latencies, readersOf } from './cached-system.ts';

const ONE_EDGE = { edges: { cairo: { latencySeconds: 0.01 } }, capacity: 10 };

function site(
  users: UsersNode,
  cdn: Omit<CdnNode, 'kind' | 'target'>,
  rest: Partial<Scenario> = {},
): Scenario {
  return scenarioOf(
    9.5,
    {
      users,
      cdn: { kind: 'cdn', target: 'origin', ...cdn },
      origin: { kind: 'service', cores: 100, serviceTime: deterministic(0.2) },
    },
    rest,
  );
}

describe('a content delivery network', () => {
  it('answers from the edge, but for the first visitor, who pays for the way to the origin', () => {
    const scenario = site(readersOf([1, 1, 2], 'cdn'), ONE_EDGE);
    expect(latencies(scenario)).toEqual([0.22, 0.02, 0.22, ...Array<number>(6).fill(0.02)]);
    const result = run(scenario);
    expect(cdnIn(result)).toMatchObject({
      arrived: 9,
      hits: 7,
      misses: 2,
      forwarded: 2,
      offloadRatio: 7 / 9,
    });
    expect(cdnIn(result).byEdge.cairo).toMatchObject({ arrived: 9, hits: 7, misses: 2, hitRatio: 7 / 9 });
    expect(serviceIn(result, 'origin').arrived).toBe(2);
  });

  it('has copies at each edge: each pays for its own first visitor', () => {
    const users = { ...asking({ kind: 'uniform', keys: 1 }, 100, 'cdn'), clients: { count: 1000 } };
    const edges = { cairo: {}, paris: { latencySeconds: 0.05 }, tokyo: {} };
    const result = run(site(users, { edges, capacity: 1, coalescing: true }));
    const { byEdge, coalesced, forwarded } = cdnIn(result);
    expect(forwarded).toBe(3);
    expect(coalesced).toBeGreaterThan(10);
    for (const edge of Object.values(byEdge)) expect(Math.abs(edge.arrived - 317)).toBeLessThan(80);
    expect(Object.values(byEdge).reduce((sum, { arrived }) => sum + arrived, 0)).toBe(950);
  });

  it('sends each request to the edge nearest to its region, and the network takes its time to there', () => {
    const regions = {
      egypt: { latitude: 30, longitude: 31 },
      italy: { latitude: 42, longitude: 12 },
      japan: { latitude: 36, longitude: 140 },
      korea: { latitude: 37, longitude: 127 },
    };
    const users = { ...asking({ kind: 'uniform', keys: 1 }, 10, 'cdn'), regions: { italy: 1, korea: 1 } };
    const edges = { cairo: { region: 'egypt' }, tokyo: { region: 'japan' } };
    const far = site(users, { edges, capacity: 5 }, { regions });
    const near = site(
      users,
      { edges: { rome: { region: 'italy' }, seoul: { region: 'korea' } }, capacity: 5 },
      { regions },
    );
    const { byEdge } = cdnIn(run(far));
    // The last request is still on its way when the run ends.
    expect(byEdge.cairo!.arrived + byEdge.tokyo!.arrived).toBe(94);
    expect(byEdge.cairo!.arrived).toBeGreaterThan(25);
    expect(byEdge.tokyo!.arrived).toBeGreaterThan(25);
    expect(run(near).overall.latencySecondsP50).toBe(0);
    // Rome and Cairo are some 2,100 km apart, Seoul and Tokyo some 1,200 km.
    expect(run(far).overall.latencySecondsP50).toBeGreaterThan(0.01);
    expect(run(far).overall.latencySecondsP50).toBeLessThan(0.04);
    expect(() => run(site(users, { edges: { ...edges, other: {} }, capacity: 5 }, { regions }))).toThrow(
      'cdn "cdn": edges.other.region is missing; expected a region for each edge or for none',
    );
  });

  it('lets pass what it may not keep: other classes, writes, requests without a key', () => {
    const classes = { page: { share: 1 }, image: { share: 1 }, save: { share: 1 } };
    const users = { ...asking({ kind: 'uniform', keys: 1 }, 100, 'cdn'), classes };
    const requestClasses = { save: { writes: true } };
    const only = run(
      site(users, { ...ONE_EDGE, classes: ['image', 'save'], coalescing: true }, { requestClasses }),
    );
    const images = (only.nodes.users as { classes: Record<string, { arrived: number }> }).classes.image!
      .arrived;
    expect(cdnIn(only).hits + cdnIn(only).misses).toBeLessThanOrEqual(images);
    expect(cdnIn(only).hits + cdnIn(only).misses).toBeGreaterThan(images - 5);
    const all = run(site(users, { ...ONE_EDGE, coalescing: true }, { requestClasses }));
    expect(cdnIn(all).hits).toBeGreaterThan(1.5 * cdnIn(only).hits);
  });

  it('keeps serving the old release until its entries expire or are purged', () => {
    const release = { contentChangesAtSeconds: [3.5] };
    const staleOf = (cdn: Partial<CdnNode>): RunResult =>
      run(site(readersOf([1], 'cdn'), { ...ONE_EDGE, ...release, ...cdn }));
    expect(cdnIn(staleOf({}))).toMatchObject({ hits: 8, misses: 1, staleRatio: 6 / 8 });
    // Stored at 1.21 s, valid until 5.71 s: the hits at 4.01 and 5.01 s are outdated.
    const expiring = staleOf({ timeToLiveSeconds: 4.5 });
    expect(expiring.staleness).toEqual([{ node: 'cdn', cause: 'stale-copy', count: 2 }]);
    expect(expiring.nodes.users).toMatchObject({ staleRatio: 2 / 9 });
    expect(cdnIn(staleOf({ purgeAtSeconds: [3.6] }))).toMatchObject({ hits: 7, misses: 2, staleRatio: 0 });
    expect(cdnIn(staleOf({ purgeAtSeconds: [3.4] }))).toMatchObject({ hits: 7, misses: 2, staleRatio: 0 });
    expect(cdnIn(staleOf({ purgeAtSeconds: [1.5] }))).toMatchObject({
      hits: 7,
      misses: 2,
      staleRatio: 6 / 7,
    });
  });

  it('sends the users of an edge that is down to another, which has to fetch their keys anew', () => {
    const edges = { cairo: {}, paris: {} };
    const faults = {
      crash: { kind: 'crash', node: 'cdn', instance: 1, atSeconds: 3.5, forSeconds: 3 },
    } as const;
    const one = site(readersOf([1], 'cdn'), { edges, capacity: 5 }, { faults });
    const { byEdge } = cdnIn(run(one));
    const home = byEdge.cairo!.arrived > byEdge.paris!.arrived;
    const other = site(
      readersOf([1], 'cdn'),
      { edges, capacity: 5 },
      {
        faults: { crash: { ...faults.crash, instance: home ? 1 : 2 } },
      },
    );
    const result = run(other);
    expect(result.overall.failed).toBe(0);
    // Its home fetches at 1 s and again after the restart, the other one in between.
    expect(cdnIn(result)).toMatchObject({ misses: 3, hits: 6 });
    const all = site(readersOf([1], 'cdn'), ONE_EDGE, {
      faults: { crash: { ...faults.crash, atSeconds: 1.1 } },
    });
    expect(run(all).failures).toEqual([
      { node: 'cdn', cause: 'refused', count: 3 },
      { node: 'cdn', cause: 'crashed', count: 1 },
    ]);
  });
});
