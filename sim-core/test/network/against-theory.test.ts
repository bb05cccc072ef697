import { describe, expect, it } from 'vitest';
import { replicate, type Link, type Scenario } from '#sim-core';
import { mg1LatencySecondsMean } from '#theory';
import { PacketLoss } from '../../network/packet-loss.ts';
import { RandomStream } from '../../random/index.ts';
import { deterministic, poissonUsers, scenarioOf, upTo } from '../small-scenarios.ts';

/** From a half width of 95 % to one of 99.9 %, for the t distribution with 19 degrees of freedom. */
const TO_99_9 = 3.883 / 2.093;

function linked(ratePerSecond: number, link: Partial<Link>, responseBytes: number): Scenario {
  return scenarioOf(
    2000,
    {
      users: poissonUsers(ratePerSecond, 'api'),
      api: { kind: 'service', cores: 1000, serviceTime: deterministic(0) },
    },
    {
      warmUpSeconds: 100,
      links: { line: { from: 'users', to: 'api', ...link } },
      requestClasses: { request: { requestBytes: 0, responseBytes } },
    },
  );
}

function expectInside(scenario: Scenario, metric: string, expected: number): void {
  const interval = replicate(scenario, { replications: 20, seed: 3 }).interval(metric)!;
  const halfWidth = interval.halfWidth * TO_99_9;
  expect(Math.abs(interval.mean - expected), `${interval.mean} ± ${halfWidth}`).toBeLessThan(halfWidth);
  expect(halfWidth).toBeLessThan(0.1 * expected);
}

describe('a pipe', () => {
  it.each([0.3, 0.6, 0.8])('at %f of its bandwidth is M/D/1', (load) => {
    const scenario = linked(20, { bandwidthBytesPerSecond: 1_000_000 }, (load * 1_000_000) / 20);
    const expected = mg1LatencySecondsMean({
      arrivalRatePerSecond: 20,
      serviceSecondsMean: load / 20,
      serviceCoefficientOfVariation: 0,
    });
    expectInside(scenario, 'overall.latencySecondsMean', expected);
    expectInside(scenario, 'links.line.responseUtilisation', load);
  });
});

describe('loss', () => {
  const lossProbability = 0.05;
  const packets = 14;
  const missing = (tries: number): number => 1 - (1 - lossProbability ** tries) ** packets;

  it('costs the waits that it is expected to cost, and no request when there are tries enough', () => {
    const scenario = linked(20, { lossProbability, maximumTries: 15 }, packets * 1460);
    const wait = (chance: (tries: number) => number): number =>
      upTo(15).reduce((sum, i) => sum + 0.2 * 2 ** i * chance(i + 1), 0);
    const expected = wait(missing) + wait((tries) => lossProbability ** tries);
    expectInside(scenario, 'overall.latencySecondsMean', expected);
  });

  it('loses for good what the last try loses', () => {
    const scenario = linked(50, { lossProbability, maximumTries: 2 }, packets * 1460);
    const expected = 1 - (1 - lossProbability ** 2) * (1 - missing(2));
    expectInside(scenario, 'overall.failureRatio', expected);
  });

  it('of a message depends on its packets: 1 − (1 − p)ⁿ at the first try', () => {
    const sizes = [0, 1460, 1461, 146_000];
    const loss = new PacketLoss(0.01, 3, sizes, new RandomStream(1, 'loss'));
    const struck = sizes.map((_, i) => upTo(100_000).filter(() => loss.strikes(i, 0)).length / 100_000);
    for (const [i, n] of [1, 1, 2, 100].entries()) {
      const expected = 1 - 0.99 ** n;
      expect(Math.abs(struck[i]! - expected)).toBeLessThan(4 * Math.sqrt((expected * (1 - expected)) / 1e5));
    }
  });
});
