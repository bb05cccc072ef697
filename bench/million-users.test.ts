import { parseScenario, run } from '#sim-core';
import { describe, expect, it } from 'vitest';
import { millionUsers, REQUESTS_PER_SECOND } from './million-users.ts';

const DURATION_SECONDS = 2;

describe('a million users', () => {
  it('is a valid scenario', () => {
    expect(parseScenario(millionUsers(60)).title).toBe('A million users');
  });

  it('loses no request, and leaves every part room', () => {
    const { overall, nodes, callers, events } = run(millionUsers(DURATION_SECONDS));
    expect(overall.offeredPerSecond / REQUESTS_PER_SECOND).toBeCloseTo(1, 1);
    expect(overall.successRatio).toBe(1);
    expect(events).toEqual([]);
    for (const [id, { arrived, served, failed, inFlight }] of Object.entries(nodes)) {
      expect(arrived, id).toBeGreaterThan(0);
      expect(served + failed + inFlight, id).toBe(arrived);
    }
    for (const [pair, { calls, served, failed, abandoned, inFlight }] of Object.entries(callers!)) {
      expect(calls, pair).toBeGreaterThan(0);
      expect(served + failed + abandoned + inFlight, pair).toBe(calls);
    }
    for (const [id, node] of Object.entries(nodes)) {
      if (!('utilisation' in node)) continue;
      expect(node.utilisation, id).toBeGreaterThan(0.05);
      expect(node.utilisation, id).toBeLessThan(0.85);
    }
  });
});
