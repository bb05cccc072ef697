import fc from 'fast-check';
import type { ScenarioNode } from '#sim-core';
import { distribution, milliseconds } from './arbitrary-distribution.ts';

/** What happens inside machines, and how they come and go. */
export const machines = {
  discipline: fc.constantFrom(
    'fifo' as const,
    'lifo' as const,
    'priority' as const,
    'processor-sharing' as const,
  ),
  patience: distribution(100),
  shedding: fc.constantFrom(
    { maximumQueueSeconds: 0.05 },
    { concurrencyLimit: 3, rateLimit: { ratePerSecond: 30, burst: 2 } },
    { queueDelay: { targetSeconds: 0.01, intervalSeconds: 0.1 } },
  ),
  disks: fc.constantFrom(1, 2),
  memoryMegabytes: fc.constantFrom(50, 300),
  memoryMegabytesPerRequest: fc.constantFrom(0, 20),
  contention: fc.constantFrom({ contentionRatio: 0.1 }, { contentionRatio: 0.05, coherencyRatio: 0.02 }),
  startUpSeconds: fc.constantFrom(0, 0.3),
  warmUp: fc.constantFrom({ seconds: 1, speed: 0.5 }),
  autoscaling: fc.record({
    minimum: fc.constant(1),
    maximum: fc.constantFrom(4, 6),
    targetUtilisation: fc.constantFrom(0.3, 0.8),
    intervalSeconds: fc.constant(1),
    startUpSeconds: fc.constantFrom(0, 0.5),
    scaleInStabilizationSeconds: fc.constantFrom(0, 2),
  }),
  deployments: fc.dictionary(
    fc.constantFrom('first', 'second'),
    fc.record({
      atSeconds: milliseconds(10_000),
      strategy: fc.constantFrom(
        'big-bang' as const,
        'rolling' as const,
        'blue-green' as const,
        'canary' as const,
      ),
      batch: fc.constantFrom(1, 3),
      startUpSeconds: fc.constantFrom(0, 0.4),
      drainSeconds: fc.constantFrom(0, 0.3),
      badBuild: fc.constantFrom({}, { failureProbability: 0.5, speed: 0.5 }),
      bakeSeconds: fc.constantFrom(0, 1),
      rollback: fc.constant({ failureRatio: 0.2, windowSeconds: 0.5 }),
    }),
  ),
};

/** All these keys at once would leave little of a service: takes most of them away, by the length of the whole. */
export function fitting(node: ScenarioNode): ScenarioNode {
  const { length } = JSON.stringify(node);
  const kept = Object.entries(node).filter(
    ([key], place) => !(key in machines) || (length + 7 * place) % 4 === 0,
  );
  return Object.fromEntries(kept) as unknown as ScenarioNode;
}
